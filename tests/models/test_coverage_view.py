import datetime as dt
from fractions import Fraction

from models.coverage_view import average_week, worst_hours
from tests.plans import sample_plan


def test_the_average_week_averages_the_periods_weeks() -> None:
    plan = sample_plan(opening="mon-fri 09:00-18:00")
    slots = {(slot.weekday, slot.clock_minute): slot for slot in average_week(plan, slot_minutes=60)}
    assert len(slots) == 168
    # Four Mondays, the last one a holiday; breaks at 12 and 13 o'clock, one person each.
    assert slots[0, 14 * 60].required == Fraction(3, 2)
    assert slots[0, 14 * 60].open_share == Fraction(3, 4)
    assert slots[1, 12 * 60].on_duty == 1
    assert slots[1, 14 * 60].on_duty == 2
    assert slots[5, 12 * 60].open_share == 0


def test_finer_slots_follow_the_interval() -> None:
    plan = sample_plan()
    assert len(average_week(plan, slot_minutes=30)) == 336
    assert len(average_week(sample_plan(days=2), slot_minutes=60)) == 48


def test_the_worst_interval_of_an_hour_counts() -> None:
    plan = sample_plan()
    worst = worst_hours(plan)
    horizon, coverage = plan.scenario.horizon, plan.coverage
    assert len(worst) == 28 * 24
    for (day, hour), value in worst.items():
        place = (horizon.minute_at(day, hour * 60)) // 30
        assert value == min(coverage.on_duty[p] - coverage.required[p] for p in (place, place + 1))


def test_closed_hours_are_left_out_and_clock_changes_keep_their_hours() -> None:
    assert {hour for _, hour in worst_hours(sample_plan(opening="mon-fri 09:00-18:00"))} == set(range(9, 18))
    spring = worst_hours(sample_plan(zone="Europe/Berlin", first_date=dt.date(2026, 3, 9)))
    assert {hour for day, hour in spring if day == 20} == set(range(24)) - {2}
