import datetime as dt

from models.agent import FixedShift
from models.shift import Shift
from models.shift_pattern import Break
from planner.roster.candidate_shifts import candidate_shifts, shifts_of_day, worked_intervals
from tests.roster.desks import ANA, DAY, NIGHT, desk, opened, pattern, pause

LATE_BREAK = pattern("Day", 8, 9, **{"break": pause(60, (180, 300))})


def test_every_start_and_break_of_every_pattern_is_laid_on_every_day() -> None:
    scenario = desk(days=2, shift_patterns=(LATE_BREAK, pattern("Two", 9, 4, starts=(9 * 60, 10 * 60))))
    shifts = candidate_shifts(scenario, opened(scenario))
    assert shifts == tuple(sorted(shifts))
    first = [shift for shift in shifts if shift.day == 0]
    assert [(s.pattern, s.start_minute, s.end_minute) for s in first] == [
        ("Day", 480, 1020),
        ("Day", 480, 1020),
        ("Two", 540, 780),
        ("Two", 600, 840),
    ]
    assert [(s.break_start_minute, s.break_end_minute, s.paid_minutes) for s in first[:2]] == [
        (660, 720, 480),
        (780, 840, 480),
    ]
    assert len(shifts) == 2 * len(first)


def test_a_paid_break_stays_in_the_paid_time() -> None:
    scenario = desk(days=1, shift_patterns=(pattern("Day", 8, 9, **{"break": pause(60, (240,), paid=True)}),))
    (shift,) = candidate_shifts(scenario, opened(scenario))
    assert (shift.paid_minutes, shift.break_paid) == (540, True)


def test_patterns_keep_to_their_weekdays() -> None:
    scenario = desk(days=7, shift_patterns=(pattern("Day", 8, 8, weekdays=("tue", "sun")),))
    assert [shift.day for shift in candidate_shifts(scenario, opened(scenario))] == [1, 6]


def test_nights_on_which_the_clocks_change_have_their_real_length() -> None:
    for date, hours in ((dt.date(2026, 3, 28), 11), (dt.date(2026, 10, 24), 13), (dt.date(2026, 6, 6), 12)):
        scenario = desk(first_date=date, days=1, zone="Europe/Berlin", shift_patterns=(NIGHT,))
        (night,) = candidate_shifts(scenario, opened(scenario))
        assert night.end_minute - night.start_minute == night.paid_minutes == hours * 60
        assert night.is_night


def test_a_break_lies_within_its_shift_on_the_night_an_hour_shorter() -> None:
    """Found by a random timesheet: a break after the end of its shift was counted as worked."""
    late = Break(minutes=60, earliest_after_minutes=119, latest_after_minutes=119)
    short = pattern("Short", 1, 3, **{"break": late})
    longer = pattern("Rest", 1, 2, **{"break": pause(90, (0,))})
    parted = pattern("Parted", 1, 3, **{"break": late.model_copy(update={"split": True})})
    patterns = (short, longer, parted)
    for date, names in (
        (dt.date(2026, 3, 29), ["Short"]),
        (dt.date(2026, 6, 7), ["Parted", "Rest", "Short"]),
    ):
        scenario = desk(first_date=date, days=1, zone="Europe/Berlin", shift_patterns=patterns)
        shifts = list(shifts_of_day(scenario, scenario.horizon, 0))
        assert sorted(shift.pattern for shift in shifts) == names
        for shift in shifts:
            assert shift.start_minute <= shift.break_start_minute
            assert shift.break_end_minute <= shift.end_minute
            assert all(begin < end for begin, end in shift.spells)


def test_a_shift_that_works_no_open_interval_is_left_out() -> None:
    scenario = desk(days=7, hours="mon-fri 09:00-18:00")
    shifts = candidate_shifts(scenario, opened(scenario))
    assert {(shift.pattern, shift.day) for shift in shifts} == {("Day", day) for day in range(5)}


def test_a_break_over_the_only_open_hour_leaves_nothing_to_serve() -> None:
    both = pattern("Day", 8, 9, **{"break": pause(60, (180, 300))})
    scenario = desk(days=1, hours="mon-sun 11:00-12:00", shift_patterns=(both,))
    (kept,) = candidate_shifts(scenario, opened(scenario))
    assert kept.break_start_minute == 13 * 60


def test_a_fixed_shift_is_kept_though_it_serves_nobody() -> None:
    sunday = dt.date(2026, 6, 7)
    ana = ANA.model_copy(update={"fixed_shifts": (FixedShift(date=sunday, pattern="Night"),)})
    scenario = desk(days=7, hours="mon-fri 09:00-18:00", agents=(ana,))
    shifts = candidate_shifts(scenario, opened(scenario))
    assert [(s.pattern, s.day) for s in shifts if s.day >= 5 or s.pattern != "Day"] == [("Night", 6)]


def test_worked_intervals_are_whole_ones_inside_the_period_and_outside_the_break() -> None:
    horizon = desk(days=1).horizon
    assert worked_intervals(horizon, Shift(0, 90, 330, "x", 240)) == [2, 3, 4]
    assert worked_intervals(horizon, Shift(0, 60, 300, "x", 240, 150, 160)) == [1, 3, 4]
    assert worked_intervals(horizon, Shift(-1, -240, 120, "x", 360)) == [0, 1]
    assert worked_intervals(horizon, Shift(0, 1320, 1800, "x", 480)) == [22, 23]
    assert worked_intervals(horizon, Shift(-1, -240, 0, "x", 240)) == []


def test_day_shifts_of_the_desk_are_no_nights() -> None:
    scenario = desk(days=1, shift_patterns=(DAY,))
    assert not any(shift.is_night for shift in candidate_shifts(scenario, opened(scenario)))
