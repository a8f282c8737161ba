"""A rule about the desk valid for a part of the period: as if those dates were the whole period."""

import datetime as dt
from random import Random

import pytest

from models.horizon import Horizon
from models.rule import CoverageRule, Frame, Rule
from models.tour import Roster, RosterAgent, Tour
from tests.rules.agreement import letter_history, letter_options, rows_verdict, verdict
from tests.rules.known import COVERAGE_RULES, kind_of, variants
from tests.rules.test_coverage_agreement import GRADES, SKILLS, team_of

DAYS, ROSTERS = 5, 25
#: First date, zone, first and last valid day: midweek, over a weekend, and around a change of clocks.
SCENES = (
    (dt.date(2026, 1, 5), "Europe/Moscow", 1, 3),
    (dt.date(2026, 1, 8), "Europe/Moscow", 0, 2),
    (dt.date(2026, 3, 27), "Europe/Berlin", 2, 4),
)


def frame_of(zone: str, first_date: dt.date, days: int) -> Frame:
    horizon = Horizon(zone=zone, first_date=first_date, days=days, interval_minutes=60)
    return Frame(horizon, holidays=frozenset({first_date}), team=team_of(3))


def spelled(horizon: Horizon, letters: tuple[str, ...], history: tuple[str, ...]) -> Roster:
    """A roster from its letters, one text per person, and what each worked before."""
    people = zip("abc", SKILLS, GRADES, letters, history, strict=True)
    return Roster(
        tuple(
            Tour(
                RosterAgent(
                    name, name, "standard", skills, history=letter_history(horizon, past), grade=grade
                ),
                tuple(letter_options(horizon, letter)[day][0] for day, letter in enumerate(text)),
            )
            for name, skills, grade, text, past in people
        )
    )


@pytest.mark.parametrize("scene", SCENES, ids=str)
@pytest.mark.parametrize("unit", COVERAGE_RULES, ids=kind_of)
def test_rows_and_check_ask_on_valid_dates_alone(
    unit: type[Rule], scene: tuple[dt.date, str, int, int]
) -> None:
    first_date, zone, first, last = scene
    day = dt.timedelta(days=1)
    whole = frame_of(zone, first_date, DAYS)
    part = frame_of(zone, first_date + first * day, last - first + 1)
    part = Frame(part.horizon, holidays=whole.holidays, team=whole.team)
    random, seen = Random(unit.__name__), set()
    for variant in variants(unit, first_date):
        assert isinstance(variant, CoverageRule)
        dates = {"valid_from": first_date + first * day, "valid_to": first_date + last * day}
        limited = variant.model_copy(update=dates)
        for _ in range(ROSTERS):
            letters = tuple("".join(random.choices(".DEN", k=DAYS)) for _ in "abc")
            own = tuple(text[first : last + 1] for text in letters)
            past = tuple(text[:first] for text in letters)
            expected = verdict(variant.check(part, spelled(part.horizon, own, past)))
            roster = spelled(whole.horizon, letters, ("", "", ""))
            assert rows_verdict(limited, whole, roster) == expected, (variant, letters)
            assert verdict(limited.check(whole, roster)) == expected, (variant, letters)
            seen.add((expected, verdict(variant.check(whole, roster))))
    # the dates matter: somewhere the whole period would say another thing
    assert any(one != other for one, other in seen)
