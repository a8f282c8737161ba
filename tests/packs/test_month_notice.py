"""TK RF art. 103: people know the roster a month before it takes effect."""

import datetime as dt

import pytest

from planner.scenario.law import law_findings, under_law
from tests.packs.desk import desk


def late(first_date: dt.date, published_on: str, **more: object) -> list[str]:
    """What is said of a plan that begins on a date and is made known on another."""
    pack = {"kind": "russia", "published_on": published_on, **more}
    scenario, told = under_law(desk(pack, first_date=first_date))
    assert [found.text.en for found in law_findings(scenario)] == [found.text.en for found in told]
    assert all(found.path == ("law_packs", 0, "published_on") for found in told)
    assert all("ст. 103 ТК РФ" in found.text.ru for found in told)
    return [found.text.en for found in told]


@pytest.mark.parametrize(
    ("first_date", "in_time", "too_late"),
    [
        (dt.date(2026, 4, 16), "2026-03-16", "2026-03-17"),
        (dt.date(2026, 3, 30), "2026-02-28", "2026-03-01"),
        (dt.date(2026, 1, 1), "2025-12-01", "2025-12-02"),
    ],
)
def test_a_month_before_is_in_time_and_a_day_later_is_not(
    first_date: dt.date, in_time: str, too_late: str
) -> None:
    assert late(first_date, in_time) == []
    (said,) = late(first_date, too_late)
    assert said == (
        f"people are told on {too_late} of a roster from {first_date}; in time is {in_time}; "
        "the law (TK RF art. 103): People know the roster at least a month before it takes effect."
    )


def test_a_line_switched_off_is_not_asked_as_well() -> None:
    pack = {"kind": "russia", "published_on": "2026-04-01", "without": ["month_notice"]}
    (told,) = under_law(desk(pack, first_date=dt.date(2026, 4, 16)))[1]
    assert told.path == ("law_packs", 0, "without")
