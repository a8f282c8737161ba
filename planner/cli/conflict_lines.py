"""Conflicts in plain words: what cannot be kept together, and by whom."""

from collections.abc import Iterable

from models.conflict import Conflict
from models.plan import Plan
from models.scenario import Scenario
from models.shown_names import shown_names
from models.text import Language, Text

_TOGETHER = Text(
    en="{who}: these cannot be kept together, and could without any one of them:",
    ru="{who}: вместе невыполнимы, а без любого из этих условий остальные выполнимы:",
)
_DESK = Text(en="The desk as a whole", ru="Служба в целом")
_ALONE = Text(
    en="{who}: this cannot be kept, whatever else is given up:",
    ru="{who}: это невыполнимо, чем бы ещё ни поступиться:",
)
_SHORT = Text(en="The desk as a whole falls short:", ru="Службе в целом не хватает:")


def conflict_lines(conflicts: Iterable[Conflict], scenario: Scenario, language: Language) -> list[str]:
    """Tell each conflict: who, then one line per condition."""
    names = shown_names(scenario.agents)
    lines = list[str]()
    for conflict in conflicts:
        who = _DESK.in_language(language)
        if conflict.agent is not None:
            who = names.get(conflict.agent, conflict.agent)
        head = _SHORT if not conflict.is_minimal else _TOGETHER if len(conflict.members) > 1 else _ALONE
        lines.append(head.in_language(language).format(who=who))
        lines += [f"  · {member.text.in_language(language)}" for member in conflict.members]
    return lines


def what_cannot_be_kept(plan: Plan, language: Language) -> str:
    """Tell in one block why a plan is not legal; empty where it is.

    First who is left out, for what is short may follow from that; then what the desk as a whole cannot keep.
    """
    of_desk = (one for one in plan.conflicts if one.agent is None)
    return "\n".join((*plan.reasons, *conflict_lines(of_desk, plan.scenario, language)))
