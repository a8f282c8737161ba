"""Whether one rule asks for at least as much as the law, or for less."""

from typing import Any

from models.law_line import Side, Whom
from models.rule import Rule
from planner.packs.asked import LawRule

#: Fields that say whom a rule binds, when and why, not what it asks.
_NOT_ASKED = {"kind", "agents", "contracts", "source", "valid_from", "valid_to", "price"}

#: Whom lines bind that are not about a protected few.
MANY: frozenset[Whom] = frozenset(
    {"everyone", "adults", "not_opted_out", "with_overtime", "without_overtime"}
)


def keeps(rule: Rule, law: LawRule) -> bool:
    """Whether everyone the law binds is bound by the rule, to at least as much."""
    if getattr(rule, "price", None) is not None or not _alike(rule, law) or not _binds_all(rule, law.rule):
        return False
    if rule.valid_from is not None or rule.valid_to is not None:
        return False
    limit = law.asked.limit
    return not limit or as_strict(getattr(rule, limit), getattr(law.rule, limit), law.asked.side)


def is_looser(rule: Rule, law: LawRule) -> bool:
    """Whether the rule asks the same as the law with a looser number, of somebody the law binds.

    A rule for everyone is not called looser than a line that protects a few, such as the young.
    """
    limit = law.asked.limit
    if not limit or not _alike(rule, law) or not _somebody_alike(rule, law.rule):
        return False
    if law.line.whom not in MANY and not rule.agents:
        return False
    return not as_strict(getattr(rule, limit), getattr(law.rule, limit), law.asked.side)


def as_strict(written: Any, lawful: Any, side: Side) -> bool:
    """Whether a number is at least as strict as the law's; where one is missing nothing is asked."""
    if written is None or lawful is None:
        return lawful is None
    if side == "unless_written":
        return bool(written == lawful)
    return bool(written >= lawful) if side == "at_least" else bool(written <= lawful)


def _alike(rule: Rule, law: LawRule) -> bool:
    """Whether two rules are of one kind and differ at most in the law's number."""
    if rule.kind != law.rule.kind:
        return False
    apart = _NOT_ASKED | {law.asked.limit}
    return rule.model_dump(exclude=apart) == law.rule.model_dump(exclude=apart)


def _binds_all(rule: Rule, law: Rule) -> bool:
    if not rule.agents and not rule.contracts:
        return True
    narrow = law.agents or law.contracts
    return bool(narrow) and set(law.agents) <= set(rule.agents) and set(law.contracts) <= set(rule.contracts)


def _somebody_alike(rule: Rule, law: Rule) -> bool:
    if not (rule.agents or rule.contracts) or not (law.agents or law.contracts):
        return True
    return bool(set(rule.agents) & set(law.agents) or set(rule.contracts) & set(law.contracts))
