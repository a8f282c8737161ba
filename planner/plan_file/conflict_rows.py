"""Conflicts and ways out as rows of a plan file."""

from collections.abc import Iterable

from models.conflict import Conflict, Relaxation
from models.money import from_minor
from models.text import Language
from planner.plan_file.document import ConflictMemberRow, ConflictRow, RelaxationRow


def conflict_rows(conflicts: Iterable[Conflict], language: Language) -> tuple[ConflictRow, ...]:
    """What cannot be kept together, per person or for the whole desk."""
    return tuple(
        ConflictRow(
            agent=conflict.agent,
            members=tuple(
                ConflictMemberRow(kind=one.kind, text=one.text.in_language(language), dates=one.dates)
                for one in conflict.members
            ),
            minimal=conflict.is_minimal,
        )
        for conflict in conflicts
    )


def relaxation_rows(
    relaxations: Iterable[Relaxation], language: Language, currency: str
) -> tuple[RelaxationRow, ...]:
    """Ways out: lawful ones first, each group by cost."""

    def money(pair: tuple[int, int] | None, side: int) -> str | None:
        return None if pair is None else from_minor(pair[side], currency)

    return tuple(
        RelaxationRow(
            agents=one.agents,
            text=one.text.in_language(language),
            status=one.status,
            cost_at_least=money(one.cost_minor, 0),
            cost_at_most=money(one.cost_minor, 1),
            extra_at_least=money(one.extra_minor, 0),
            extra_at_most=money(one.extra_minor, 1),
            against_law=tuple(article.in_language(language) for article in one.against_law),
        )
        for one in relaxations
    )
