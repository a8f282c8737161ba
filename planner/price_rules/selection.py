"""Everything that can be priced, and which of it is asked for."""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import BadInputError, InputProblem
from models.rule import Frame
from models.scenario import Scenario
from models.text import Text
from planner.price_rules.desk_variants import desk_variants
from planner.price_rules.people_variants import people_variants
from planner.price_rules.rule_variants import rule_variants, step_variants
from planner.price_rules.variant import Variant
from planner.price_rules.wish_variants import condition_variants, request_variants
from planner.scenario.suggest import did_you_mean, listed

#: Names of whole groups, as ``--only`` takes them.
GROUPS = {
    "rules": "rule",
    "steps": "step",
    "people": "person",
    "conditions": "condition",
    "requests": "request",
}


def all_variants(scenario: Scenario, frame: Frame, hired: Mapping[str, int]) -> Iterator[Variant]:
    """Yield everything that can be priced, what matters most first.

    Parameters
    ----------
    scenario, frame
        As it is, with the intervals it answers for.
    hired
        People its plan hires, per vacancy.
    """
    yield from rule_variants(scenario)
    yield from desk_variants(scenario)
    yield from request_variants(scenario)
    yield from people_variants(scenario, hired)
    yield from condition_variants(scenario)
    yield from step_variants(scenario, frame)


def chosen_variants(variants: Sequence[Variant], only: Sequence[str]) -> tuple[Variant, ...]:
    """Keep what is named by its key, the beginning of its key, or its group; all where nothing is."""
    return tuple(one for one in variants if not only or any(_names(name, one) for name in only))


def refuse_unknown(variants: Sequence[Variant], only: Sequence[str]) -> None:
    """Refuse names that choose nothing.

    Parameters
    ----------
    variants
        Everything that might be there, whatever the plan hires.
    only
        Names as the user wrote them.

    Raises
    ------
    BadInputError
        With every such name.
    """
    known = [*GROUPS, *(variant.key for variant in variants)]
    problems = [
        InputProblem(
            "--only",
            Text(en=f'there is no "{name}"', ru=f'"{name}" нет') + did_you_mean(name, known),
            listed(known),
        )
        for name in only
        if name not in GROUPS and not any(_names(name, variant) for variant in variants)
    ]
    if problems:
        raise BadInputError(problems)


def _names(name: str, variant: Variant) -> bool:
    if name in GROUPS:
        return GROUPS[name] == variant.group
    return name == variant.key or variant.key.startswith((f"{name}:", f"{name}#"))
