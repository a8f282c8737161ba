"""Figures of a plan written into its ``plan.json`` and read back."""

from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from models.comparison import PlanFigures
from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.scenario.locate import locate
from planner.scenario.plain_words import say

#: Key of the figures in ``plan.json``.
FIGURES_KEY = "figures"

_FIGURES = TypeAdapter(PlanFigures)


def figures_document(figures: PlanFigures) -> dict[str, object]:
    """Return the figures as plain JSON values; nothing is lost."""
    document: dict[str, object] = _FIGURES.dump_python(figures, mode="json")
    return document


def figures_from_document(document: Mapping[str, object]) -> PlanFigures:
    """Read the figures of a plan from its ``plan.json``.

    Raises
    ------
    BadInputError
        When they are missing or damaged, with the place of every mistake.
    """
    place = f"plan.json: {FIGURES_KEY}"
    if FIGURES_KEY not in document:
        problem = InputProblem(
            place,
            Text(en="the plan holds no figures to compare", ru="в плане нет показателей для сравнения"),
            Text(en="a plan.json written by smena plan", ru="plan.json, который записала smena plan"),
        )
        raise BadInputError([problem])
    try:
        return _FIGURES.validate_python(document[FIGURES_KEY])
    except ValidationError as error:
        figures = document[FIGURES_KEY]
        problems = [
            InputProblem(
                ".".join([place, *map(str, item["loc"])]),
                *say(item, locate(PlanFigures, item["loc"], figures)),
            )
            for item in error.errors(include_url=False)
        ]
        raise BadInputError(problems) from error
