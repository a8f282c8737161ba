"""The rows of a coverage rule ask exactly what its check reads from a roster."""

import datetime as dt
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.horizon import Horizon
from models.member import Member
from models.rule import CoverageRow, CoverageRule, Frame, Rule
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from planner.rules.mentor_on_duty import MentorOnDuty
from planner.rules.min_staff import MinStaff
from planner.rules.never_together import NeverTogether
from planner.rules.skill_mix import SkillMix
from tests.rules.agreement import coverage_disagreements, letter_history, letter_options, rows_verdict
from tests.rules.known import COVERAGE_RULES, kind_of, variants

MONDAY = dt.date(2026, 1, 5)
HOLIDAYS = frozenset({MONDAY})
SKILLS = (frozenset({"senior", "mail"}), frozenset[str](), frozenset({"chat"}))
GRADES = ("newcomer", "lead", None)


def team_of(people: int) -> tuple[Member, ...]:
    """The same people as the rules know them: a part-timer, a ledger, and a day away."""
    given = zip("abc"[:people], SKILLS, GRADES, (2400, 1200, 2400), strict=False)
    past = {"a": (("nights", Decimal("0.75")), ("late", Decimal(-1))), "c": (("nights", Decimal("-1.25")),)}
    away = {"b": frozenset({MONDAY})}
    return tuple(
        Member(
            name,
            "standard",
            minutes,
            skills,
            grade,
            away=away.get(name, frozenset()),
            balances=past.get(name, ()),
        )
        for name, skills, grade, minutes in given
    )


def rosters_of(horizon: Horizon, letters: str, people: int, history: str = "") -> list[Roster]:
    """All rosters of some people, the first of whom worked ``history``."""
    tours = list(product(*letter_options(horizon, letters)))
    agents = [
        RosterAgent(
            name,
            name,
            "standard",
            skills,
            history=letter_history(horizon, history if name == "a" else ""),
            grade=grade,
        )
        for name, skills, grade in zip("abc"[:people], SKILLS, GRADES, strict=False)
    ]
    return [
        Roster(tuple(Tour(agent, tour) for agent, tour in zip(agents, chosen, strict=True)))
        for chosen in product(tours, repeat=people)
    ]


@pytest.mark.parametrize("unit", COVERAGE_RULES, ids=kind_of)
@pytest.mark.parametrize("history", ["", "N"])
def test_rows_and_check_agree_on_every_roster(unit: type[Rule], history: str) -> None:
    horizon = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=2, interval_minutes=60)
    pairs = rosters_of(horizon, ".DEN", 2, history)
    day = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=1, interval_minutes=60)
    for rule in variants(unit, MONDAY):
        assert isinstance(rule, CoverageRule)
        two, three = (Frame(h, holidays=HOLIDAYS, team=team_of(n)) for h, n in ((horizon, 2), (day, 3)))
        assert coverage_disagreements(rule, two, pairs) == []
        assert coverage_disagreements(rule, three, rosters_of(day, ".DEN", 3, history)) == []


clock = st.integers(0, 47).map(lambda half: f"{half // 2:02d}:{half % 2 * 30:02d}")
fields = st.fixed_dictionaries(
    {
        "minimum": st.integers(1, 2),
        "weekdays": st.sets(st.sampled_from(("fri", "sat", "sun", "mon")), min_size=1).map(sorted),
        "only_open": st.booleans(),
    },
    optional={
        "hours": st.builds(lambda start, end: f"{start}-{end}", clock, clock),
        "dates": st.lists(st.dates(dt.date(2026, 3, 27), dt.date(2026, 3, 31)), max_size=2),
        "price": st.decimals(0, 5000, places=4),
    },
)


@settings(max_examples=150, deadline=None)
@given(
    fields=fields,
    of_every=st.none() | st.integers(2, 4),
    skill=st.none() | st.just("senior"),
    interval=st.sampled_from((15, 30, 60)),
    letters=st.lists(st.text(".DEMN", min_size=3, max_size=3), min_size=1, max_size=3),
    zone=st.sampled_from(("Europe/Moscow", "Europe/Berlin", "Australia/Lord_Howe")),
)
def test_rows_and_check_agree_on_odd_hours(
    fields: dict[str, object],
    of_every: int | None,
    skill: str | None,
    interval: int,
    letters: list[str],
    zone: str,
) -> None:
    first = dt.date(2026, 4, 3) if zone.startswith("Australia") else dt.date(2026, 3, 28)
    horizon = Horizon(zone=zone, first_date=first, days=3, interval_minutes=interval)
    is_open = tuple(number % 7 != 3 for number in range(horizon.intervals))
    tours = []
    for number, text in enumerate(letters):
        shifts = [letter_options(horizon, letter)[day][0] for day, letter in enumerate(text)]
        agent = RosterAgent("abc"[number], "", "standard", SKILLS[number])
        tours.append(Tour(agent, tuple(shifts)))
    roster = Roster(tuple(tours))
    rules: list[CoverageRule] = [MinStaff.model_validate({**fields, "skill": skill})]
    rules.append(SkillMix.model_validate({**fields, "skill": "senior", "of_every": of_every}))
    for rule in rules:
        for frame in (Frame(horizon), Frame(horizon, 1, is_open), Frame(horizon, 1000)):
            assert coverage_disagreements(rule, frame, [roster]) == []


def test_the_agreement_finds_a_row_too_few() -> None:
    class LastHourForgotten(MinStaff):
        def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
            return super().rows(frame)[:-1]

    day = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=1, interval_minutes=60)
    rule = LastHourForgotten.model_validate({"minimum": 1, "hours": "14:00-21:00"})
    found = coverage_disagreements(rule, Frame(day), rosters_of(day, ".DE", 1))
    assert [(one.tour, one.automaton, one.check) for one in found] == [("D", 0, None)]


def on_duty(horizon: Horizon, start: int, end: int, pause: tuple[int, int]) -> Roster:
    shift = Shift(0, start, end, "D", end - start, *pause)
    return Roster((Tour(RosterAgent("a", "a", "standard"), (shift,)),))


def test_a_break_leaves_the_desk_empty() -> None:
    day = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=1, interval_minutes=30)
    frame = Frame(day)
    rule = MinStaff.model_validate({"minimum": 1, "hours": "08:00-12:00", "price": 60})
    roster = on_duty(day, 480, 720, (600, 630))
    (finding,) = rule.check(frame, roster)
    assert finding.text.en == "2026-01-05 10:00–10:30: 0 on duty, 1 required"
    assert finding.penalty_minor == 3000
    assert rows_verdict(rule, frame, roster) == 3000


def test_who_is_on_a_break_counts_where_that_is_said() -> None:
    day = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=1, interval_minutes=30)
    fields = {"minimum": 1, "hours": "08:00-12:30", "price": 60, "count_breaks": True}
    rule = MinStaff.model_validate(fields)
    roster = on_duty(day, 480, 720, (600, 630))
    (finding,) = rule.check(Frame(day), roster)
    assert finding.text.en == "2026-01-05 12:00–12:30: 0 on duty (breaks included), 1 required"
    assert "с теми, кто на перерыве" in finding.text.ru
    assert rows_verdict(rule, Frame(day), roster) == finding.penalty_minor == 3000


def test_whose_own_shifts_overlap_is_one_person_and_not_two_together() -> None:
    """A roster edited by hand may put a morning into the end of a night; who was counted twice."""
    two = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=2, interval_minutes=60)
    night, morning = Shift(0, 1200, 1920, "N", 720, is_night=True), Shift(1, 1860, 2340, "M", 480)
    roster = Roster((Tour(RosterAgent("a", "a", "standard"), (night, morning)),))
    apart = NeverTogether.model_validate({"agents": ["a", "b"]})
    assert apart.check(Frame(two, team=team_of(2)), roster) == ()
    taught = MentorOnDuty.model_validate({"agents": ["a"], "mentors": ["b"], "price": 60})
    (finding,) = taught.check(Frame(two, team=team_of(2)), roster)
    assert finding.penalty_minor == 19 * 6000


def test_neighbouring_intervals_are_one_finding() -> None:
    day = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=1, interval_minutes=15)
    rule = MinStaff.model_validate({"minimum": 1, "hours": "08:00-12:00"})
    found = rule.check(Frame(day), on_duty(day, 540, 660, (0, 0)))
    assert [finding.text.en.split(": ")[0] for finding in found] == [
        "2026-01-05 08:00–09:00",
        "2026-01-05 11:00–12:00",
    ]


def test_hours_across_midnight_belong_to_the_evening() -> None:
    two = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=2, interval_minutes=60)
    rule = MinStaff.model_validate({"minimum": 1, "hours": "22:00-02:00", "weekdays": ["mon"]})
    assert [row.interval for row in rule.rows(Frame(two))] == [22, 23, 24, 25]


def test_closed_hours_are_left_alone_unless_meant() -> None:
    day = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=1, interval_minutes=60)
    frame = Frame(day, open_intervals=tuple(9 <= hour < 18 for hour in range(24)))
    assert len(MinStaff(minimum=1).rows(frame)) == 9
    assert len(MinStaff(minimum=1, only_open=False).rows(frame)) == 24
