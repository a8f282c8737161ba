"""Hand-labelled tours in letters."""

import datetime as dt

from models.example import Example, example_shift, example_tours
from models.horizon import Horizon

MOSCOW = Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 1, 5), days=4, interval_minutes=60)


def test_letters_become_shifts() -> None:
    night = example_shift("N", 1, MOSCOW)
    assert night is not None
    assert (night.start_minute, night.end_minute, night.paid_minutes) == (1440 + 1200, 1440 + 1920, 720)
    assert night.is_night
    assert example_shift(".", 0, MOSCOW) is None


def test_agents_are_called_a_b_and_carry_their_history_and_skills() -> None:
    example = Example(
        rule={}, tours=("D..N", "M..."), legal=True, why="", history=("N.", ".E"), skills=(("ru",), ())
    )
    first, second = example_tours(example, MOSCOW)
    assert [first.agent.agent, second.agent.agent] == ["a", "b"]
    assert [shift.day for shift in first.agent.history] == [-2]
    assert [(shift.day, shift.pattern) for shift in second.agent.history] == [(-1, "E")]
    assert first.agent.skills == {"ru"}
    assert [shift.pattern for shift in first.worked] == ["D", "N"]
    assert first.shifts[1] is None


def test_the_night_of_a_clock_change_has_its_real_length() -> None:
    berlin = Horizon(zone="Europe/Berlin", first_date=dt.date(2026, 3, 28), days=2, interval_minutes=60)
    night = example_shift("N", 0, berlin)
    assert night is not None
    assert night.paid_minutes == 11 * 60
