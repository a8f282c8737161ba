"""Conflicts in plain words: what cannot be kept together, and by whom."""

from collections.abc import Iterable

from models.conflict import Conflict
from models.scenario import Scenario
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
    names = {agent.id: agent.name or agent.id for agent in scenario.agents}
    lines = list[str]()
    for conflict in conflicts:
        who = _DESK.in_language(language)
        if conflict.agent is not None:
            who = names.get(conflict.agent, conflict.agent)
        head = _SHORT if not conflict.is_minimal else _TOGETHER if len(conflict.members) > 1 else _ALONE
        lines.append(head.in_language(language).format(who=who))
        lines += [f"  · {member.text.in_language(language)}" for member in conflict.members]
    return lines


def desk_conflict_lines(conflicts: Iterable[Conflict], scenario: Scenario, language: Language) -> list[str]:
    """Tell the conflicts of the desk as a whole alone; those of persons are a plan's reasons."""
    return conflict_lines((one for one in conflicts if one.agent is None), scenario, language)
