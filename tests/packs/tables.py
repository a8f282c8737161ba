"""What the tables of cases of all packs share."""

from collections import Counter

from models.law_pack import LawPack
from tests.packs.desk import Case


def names_of(cases: tuple[Case, ...]) -> list[str]:
    """Names of the cases: the line, numbered where it has several."""
    seen: Counter[str] = Counter()
    names = []
    for case in cases:
        seen[case.line] += 1
        names.append(f"{case.line}-{seen[case.line]}")
    return names


def rule_lines(pack: LawPack) -> set[str]:
    """Lines of a pack that rules keep."""
    return {line.id for line in pack.lines() if line.rules}
