"""Customers drawn ahead: the right numbers of them, and the same ones for every roster."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from planner.simulate import simulate
from planner.simulate.customers import draw_customers
from tests.simulate.desks import agent, deferred, desk, live

DAY = 48


def test_arrivals_follow_the_forecast() -> None:
    contacts = [[0.0, 6.0, 30.0, 0.0, 2.5, 0.0]]
    given = desk([live()], contacts, 0)
    drawn = np.array(
        [np.bincount(draw_customers(given, 1, r).contacts.interval, minlength=7)[:6] for r in range(2000)]
    )
    assert np.allclose(drawn.mean(axis=0), contacts[0], atol=4 * np.sqrt(30 / 2000))
    # Poisson: as variable as numerous.
    assert np.allclose(drawn.var(axis=0), contacts[0], rtol=0.15)
    assert not drawn[:, [0, 3, 5]].any()


def test_intervals_vary_by_themselves_and_days_as_a_whole() -> None:
    channel = live(cv_day=0.4).model_copy(update={"cv_interval": 0.3})
    given = desk([channel], [[20.0] * DAY], 0)
    drawn = np.array(
        [np.bincount(draw_customers(given, 1, r).contacts.interval, minlength=49)[:48] for r in range(800)]
    )
    # Var = mean + mean²·((1 + cv_day²)(1 + cv_interval²) - 1); intervals share the day's factor.
    assert drawn.var(axis=0).mean() == pytest.approx(20 + 400 * (1.16 * 1.09 - 1), rel=0.15)
    halves = drawn[:, :24].sum(axis=1), drawn[:, 24:].sum(axis=1)
    assert np.cov(*halves)[0, 1] == pytest.approx((24 * 20 * 0.4) ** 2, rel=0.25)


def test_the_roster_and_other_channels_leave_customers_as_they_are() -> None:
    few = desk([live()], [[10.0] * DAY], 1)
    more = desk([deferred(), live()], [[7.0] * DAY, [10.0] * DAY], 5, lead_in=[[3.0] * 9, [4.0] * 9])
    mine, others = draw_customers(few, 7, 3), draw_customers(more, 7, 3)
    first = others.contacts.first[1]
    assert mine.contacts.arrival.tobytes() == others.contacts.arrival[first:].tobytes()
    assert mine.contacts.work.tobytes() == others.contacts.work[first:].tobytes()
    assert mine.contacts.limit.tobytes() == others.contacts.limit[first:].tobytes()
    assert not np.array_equal(mine.contacts.arrival, draw_customers(few, 7, 4).contacts.arrival)
    assert not np.array_equal(mine.contacts.arrival, draw_customers(few, 8, 3).contacts.arrival)


def test_opening_hours_leave_customers_as_they_are() -> None:
    always = desk([live(patience_seconds=99)], [[10.0] * DAY], 1)
    daily = replace(always, is_open=np.arange(DAY) % 48 >= 18)
    mine, others = draw_customers(always, 7, 3), draw_customers(daily, 7, 3)
    assert np.array_equal(mine.contacts.arrival, others.contacts.arrival)
    assert np.array_equal(others.state > 0, others.contacts.arrival < 18 * 30)


def test_more_agents_are_no_worse_for_the_same_customers() -> None:
    channels = [live(patience_seconds=120), deferred(deadline_minutes=120)]
    contacts = [[20.0] * DAY, [8.0] * DAY]
    kept = np.stack(
        [simulate(desk(channels, contacts, n, aht_seconds=[240, 400]), 30).kept for n in (3, 4, 5, 6, 8)]
    )
    assert np.all(np.diff(kept.mean(axis=1), axis=0) >= 0)
    # And compared customer by customer, the difference is far surer than either figure.
    gain = kept[3, :, 0] - kept[2, :, 0]
    assert gain.std() < 0.7 * (kept[3, :, 0].std() + kept[2, :, 0].std())


def test_someone_more_leaves_absences_of_others_as_they_are() -> None:
    """The same agents are missed in both rosters: one who serves nobody changes nothing."""
    people = [agent(f"agent {i}", ["phone"], (0, 240)) for i in range(6)]
    given = desk([live(patience_seconds=60), live("b")], [[40.0] * 8, [0.0] * 8], people, absence_share=0.3)
    more = replace(given, agents=(*people, agent("late", ["b"], (0, 240))))
    assert np.array_equal(simulate(given, 10).kept[:, 0], simulate(more, 10).kept[:, 0])


def test_progress_and_stop() -> None:
    given, stop, heard = desk([live()], [[10.0] * DAY], 2), threading.Event(), []

    def listen(done: int, wanted: int) -> None:
        heard.append((done, wanted))
        if done == 3:
            stop.set()

    result = simulate(given, 50, stop=stop, listen=listen)
    assert heard == [(1, 50), (2, 50), (3, 50)]
    assert result.replications == 3
    assert result.kept.tobytes() == simulate(given, 3).kept.tobytes()
    assert simulate(given, 50, stop=stop).replications == 1
    assert 1 <= simulate(given, 50, workers=2, stop=stop).replications < 50


def test_one_replication_knows_nothing_of_its_limits() -> None:
    level = simulate(desk([live()], [[10.0] * DAY], 2), 1).total.service_level
    assert (level.low[0], level.high[0]) == (0, 1)


@pytest.mark.parametrize(("replications", "seed", "workers"), [(0, 1, 1), (1, -1, 1), (1, 1, 0)])
def test_senseless_settings_are_refused(replications: int, seed: int, workers: int) -> None:
    with pytest.raises(ValueError, match="replications"):
        simulate(desk([live()], [[1.0]], 1), replications, seed, workers)


def test_input_that_does_not_fit_is_refused() -> None:
    given = desk([live()], [[1.0, 2.0]], 1)
    for wrong, match in [
        ({"contacts": np.ones((1, 3))}, "shape"),
        ({"contacts": -np.ones((1, 2))}, "negative"),
        ({"aht_seconds": np.full((1, 2), np.nan)}, "endless"),
        ({"channels": (live(), live())}, "shape|different"),
        ({"agents": (agent("anna", ["fax"], (0, 60)),)}, "fax"),
        ({"day": np.array([1, 0])}, "backwards"),
        ({"occupancy_cap": 0.0}, "occupancy"),
    ]:
        with pytest.raises(ValueError, match=match):
            replace(given, **wrong)  # type: ignore[arg-type]
