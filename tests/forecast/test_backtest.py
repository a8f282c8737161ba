import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.forecast import Backtest, OriginScore, Score
from planner.forecast.backtest import backtest
from planner.forecast.backtest_text import backtest_summary, backtest_table
from planner.forecast.profile import fit_profile
from planner.forecast.replay import Replay, recent_origins
from tests.forecast.histories import FIRST, PLAIN
from tests.forecast.shapes import SHAPES, FloatArray


def dates(days: int) -> list[dt.date]:
    return [FIRST + dt.timedelta(days=offset) for offset in range(days)]


def replay(contacts: FloatArray, events: tuple[int, ...] = ()) -> Replay:
    masked = np.zeros(len(contacts), dtype=bool)
    masked[list(events)] = True
    return Replay(contacts, dates(len(contacts)), PLAIN, masked, fit_profile)


WEEK = np.array([[10.0 + date.weekday()] * 24 for date in dates(60)])


def test_origins_of_backtests() -> None:
    assert recent_origins(365) == [267, 281, 295, 309, 323, 337]
    assert recent_origins(42) == [14]
    assert recent_origins(21) == [14]
    assert recent_origins(20) == []


def test_a_perfect_week_is_forecast_perfectly_and_silence_is_not_scored() -> None:
    tested = backtest(replay(WEEK), [28, 40])
    assert tested is not None
    assert [(origin.first_date, origin.days) for origin in tested.origins] == [
        (dt.date(2024, 1, 29), 28),
        (dt.date(2024, 2, 10), 20),
    ]
    assert tested.hour.wape == pytest.approx(0, abs=1e-6)
    assert tested.hour.naive_wape == 0
    assert tested.hour.coverage == pytest.approx(1)
    assert backtest(replay(np.zeros((60, 24))), [28]) is None
    assert backtest(replay(WEEK), []) is None


def test_errors_and_coverage_are_counted_as_by_hand() -> None:
    contacts = np.full((42, 24), 10.0)
    contacts[28, 5] = 110.0
    (origin,) = backtest(replay(contacts), [28]).origins  # type: ignore[union-attr]
    for score in (origin.interval, origin.hour):
        assert score.contacts == 14 * 240 + 100
        assert score.missed == pytest.approx(100, rel=1e-6)
        assert score.naive_missed == 100
        assert (score.cells, score.covered) == (14 * 24, pytest.approx(14 * 24 - 1))


def test_hours_are_sums_of_intervals() -> None:
    # Alternating half hours: wrong by 5 each where the profile says 10, right by the hour.
    contacts = np.tile([10.0, 10.0], (42, 24))
    contacts[28:, 0::2], contacts[28:, 1::2] = 5, 15
    tested = backtest(replay(contacts), [28])
    assert tested is not None
    assert tested.interval.wape == pytest.approx(0.5, rel=1e-6)
    assert tested.hour.wape == pytest.approx(0, abs=1e-6)
    assert tested.hour.cells * 2 == tested.interval.cells


def test_each_forecast_and_its_intervals_see_only_the_days_before() -> None:
    contacts = SHAPES["plain"].draw(1)
    other = contacts.copy()
    other[150:] *= 7
    first, second = replay(contacts), replay(other)
    assert np.array_equal(first.expected(150), second.expected(150))
    assert first.spread(150) == second.spread(150)
    assert first.spread(170) != second.spread(170)


def test_days_of_events_are_not_scored() -> None:
    contacts = WEEK.copy()
    contacts[45] = 900.0
    plain, told = backtest(replay(contacts), [40]), backtest(replay(contacts, (45,)), [40])
    assert plain is not None
    assert told is not None
    assert plain.hour.wape > 0.7
    assert told.hour.wape == pytest.approx(0, abs=1e-6)
    assert told.origins[0].days == 19


@given(seed=st.integers(0, 50), silent=st.lists(st.integers(0, 48), max_size=5, unique=True))
def test_any_history_is_tested_without_a_hitch(seed: int, silent: list[int]) -> None:
    contacts = np.random.default_rng(seed).poisson(2, (49, 24)).astype(float)
    contacts[silent] = 0
    made = replay(contacts, tuple(silent[:2]))
    tested = backtest(made, recent_origins(49))
    assert tested is not None
    assert 0 <= tested.hour.wape < 10
    assert 0 <= tested.hour.covered <= tested.hour.cells


def test_the_test_is_told_in_both_languages() -> None:
    tested = Backtest(
        30,
        (
            OriginScore(dt.date(2024, 3, 1), 28, Score(1000, 250, 300, 10, 8), Score(1000, 200, 300, 5, 4)),
            OriginScore(dt.date(2024, 3, 15), 28, Score(3000, 950, 600, 0, 0), Score(3000, 700, 600, 0, 0)),
        ),
    )
    assert backtest_summary("calls", tested, "en") == (
        "calls: forecast again from 2 earlier dates, 28 days ahead. Off by 22.5% by the hour (repeating the "
        "last week: 22.5%) and 30.0% per 30 minutes (22.5%); better than repeating the last week 1 of 2 "
        "times. 80% intervals held in 80.0% of hours and 80.0% of intervals (a count on an end counts in part)."
    )
    assert "Ошибка по часам 22,5% (повтор последней недели: 22,5%)" in backtest_summary("calls", tested, "ru")
    table = backtest_table(tested, "en")
    assert table.rows[1] == ("2024-03-15", "28", "23.3%", "20.0%", "31.7%", "20.0%", "–", "–")
    assert table.rows[2][:4] == ("all", "56", "22.5%", "22.5%")
    assert {len(row) for row in table.rows} == {len(table.heads)} == {8}
    assert len(backtest_table(tested, "ru").heads) == 8
