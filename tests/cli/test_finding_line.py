"""Findings as a manager reads them: who by name, when once."""

import datetime as dt

import pytest

from models.text import Language, Text
from models.violation import Violation
from planner.cli.finding_line import finding_line

NAMES = {"a1": "Anna Orlova"}


def found(text: Text, agent: str | None = "a1") -> Violation:
    return Violation(rule="max_nights", agent=agent, date=dt.date(2026, 11, 9), text=text, hard=True)


@pytest.mark.parametrize(
    ("text", "agent", "language", "line"),
    [
        (Text(en="late on 2026-11-09", ru="-"), "a1", "en", "Anna Orlova: late on 2026-11-09"),
        (Text(en="-", ru="09.11.2026 поздно"), "a1", "ru", "Anna Orlova: 09.11.2026 поздно"),
        (Text(en="too late", ru="-"), "a1", "en", "2026-11-09 Anna Orlova: too late"),
        (Text(en="-", ru="поздно"), "new-1", "ru", "09.11.2026 new-1: поздно"),
        (Text(en="2 missing", ru="-"), None, "en", "2026-11-09 2 missing"),
    ],
)
def test_who_by_name_and_the_date_once(text: Text, agent: str | None, language: Language, line: str) -> None:
    assert finding_line(found(text, agent), NAMES, language) == line
