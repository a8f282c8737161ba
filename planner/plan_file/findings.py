"""Findings of the audit as rows: broken rules apart from wishes that were not met."""

from collections.abc import Iterable

from models.money import from_minor
from models.text import Language
from models.violation import Violation
from planner.plan_file.document import FindingRow, WishRow


def broken_rules(violations: Iterable[Violation], language: Language) -> tuple[FindingRow, ...]:
    """Hard findings: with one of them the roster is illegal."""
    return tuple(
        FindingRow(
            rule=found.rule,
            agent=found.agent,
            date=found.date,
            text=found.text.in_language(language),
            hard=True,
        )
        for found in violations
        if found.hard
    )


def unmet_wishes(violations: Iterable[Violation], language: Language, currency: str) -> tuple[WishRow, ...]:
    """Soft findings, with what each counts in the objective."""
    return tuple(
        WishRow(
            rule=found.rule,
            agent=found.agent,
            date=found.date,
            text=found.text.in_language(language),
            price=from_minor(found.penalty_minor, currency),
        )
        for found in violations
        if not found.hard
    )
