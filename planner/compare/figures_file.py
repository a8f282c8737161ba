"""Figures of a plan written into its ``plan.json`` and read back."""

from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from models.comparison import PlanFigures
from models.errors import BadInputError, InputProblem

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
            place, "the plan holds no figures to compare", "a plan.json written by smena plan"
        )
        raise BadInputError([problem])
    try:
        return _FIGURES.validate_python(document[FIGURES_KEY])
    except ValidationError as error:
        problems = [
            InputProblem(".".join([place, *map(str, item["loc"])]), item["msg"]) for item in error.errors()
        ]
        raise BadInputError(problems) from error
