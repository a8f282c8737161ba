"""Customers who are turned away or hang up, and try again.

The oracle is the retrial queue itself, as a Markov chain of those inside and those about to try
again: no fixed point, no formula.
"""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given as property_of
from hypothesis import settings
from hypothesis import strategies as st

from planner.simulate import simulate
from planner.simulate.counts import Count
from planner.staffing import live_system
from tests.simulate.desks import agent, desk, inside, live, steady
from tests.simulate.markov import stationary

SURE = 0.999
#: More than are ever about to try again at once in the cases below.
MOST_AWAY = 45


def retrial_shares(
    load: float, agents: int, lines: int, impatience: float, redial: float, delay: float
) -> tuple[float, float, float]:
    """Shares of all tries turned away, given up, and repeated; times in handle times."""

    def moves(state: tuple[int, int]) -> Iterable[tuple[tuple[int, int], float]]:
        inside, away = state
        more = min(away + 1, MOST_AWAY)
        if inside < lines:
            yield (inside + 1, away), load
            if away:
                yield (inside + 1, away - 1), away / delay
        else:
            yield (inside, more), load * redial
            if away:
                yield (inside, away - 1), away / delay * (1 - redial)
        if inside:
            yield (inside - 1, away), float(min(inside, agents))
        waiting = max(0, inside - agents)
        if waiting and impatience:
            yield (inside - 1, more), waiting * impatience * redial
            yield (inside - 1, away), waiting * impatience * (1 - redial)

    chances = stationary((0, 0), moves)
    assert sum(chance for (_, away), chance in chances.items() if away == MOST_AWAY) < 1e-9
    again = sum(chance * away / delay for (_, away), chance in chances.items())
    turned_away = sum(
        chance * (load + away / delay) for (count, away), chance in chances.items() if count == lines
    )
    gave_up = sum(chance * max(0, count - agents) * impatience for (count, _), chance in chances.items())
    tries = load + again
    return turned_away / tries, gave_up / tries, again / tries


@pytest.mark.parametrize(
    ("load", "agents", "lines", "patience", "redial", "delay"),
    [
        (3.0, 4, 6, None, 0.7, 300.0),
        (4.0, 4, 6, 60.0, 0.5, 120.0),
        (3.0, 3, 3, None, 0.9, 60.0),
        # nearly at once: lines that were taken mostly still are
        (3.0, 4, 5, 120.0, 0.6, 6.0),
    ],
)
def test_the_retrial_queue(
    load: float, agents: int, lines: int, patience: float | None, redial: float, delay: float
) -> None:
    """Minute-long calls; the first two hours are warm-up."""
    channel = live(
        lines=lines, patience_seconds=patience, redial_probability=redial, redial_delay_seconds=delay
    )
    impatience = 0.0 if patience is None else 60 / patience
    turned_away, gave_up, repeated = retrial_shares(load, agents, lines, impatience, redial, delay / 60)
    result = simulate(steady(load, agents, channel), 80, seed=2, confidence=SURE)
    assert inside(result, "turned_away_share", turned_away)
    assert inside(result, "abandoned_share", gave_up)
    assert inside(result, "redialled_share", repeated)
    assert inside(result, "redialled", 22 * 60 * load * repeated / (1 - repeated))
    assert result.total.redialled_share.high[0] - result.total.redialled_share.low[0] < 0.05


def test_the_staffing_formula_is_near_where_tries_come_late_and_says_less_where_they_come_at_once() -> None:
    """Erlang X takes all tries to come evenly: who tries again at once meets the same crowd."""
    found = {}
    for delay in (10.0, 3600.0):
        channel = live(patience_seconds=60, redial_probability=0.7, redial_delay_seconds=delay)
        result = simulate(steady(10, 10, channel, hours=48), 40, seed=5, confidence=SURE)
        found[delay] = result.total.abandoned_share.value[0]
    handling = live_system.Handling(redial_probability=0.7)
    formula = float(live_system.measures(10, 10, 1, handling).abandon_share)
    assert found[3600.0] == pytest.approx(formula, rel=0.05)
    assert found[10.0] > 1.02 * formula


def test_nobody_tries_again_where_nobody_is_lost_and_everybody_where_all_are() -> None:
    channel = live(patience_seconds=60, redial_probability=0.9, redial_delay_seconds=30.0)
    enough = simulate(steady(2, 30, channel), 5)
    assert enough.total.redialled.value[0] == 0
    nobody = simulate(steady(2, 0, channel), 20, confidence=SURE)
    # a geometric number of tries each, of which the last few fall behind the period's end
    assert nobody.total.redialled_share.value[0] == pytest.approx(0.9, abs=0.01)
    assert nobody.total.service_level.value[0] == 0
    assert np.array_equal(nobody.fates[:, Count.ARRIVED], nobody.fates[:, Count.LOST :].sum(axis=1))


def test_who_tries_again_while_closed_is_lost() -> None:
    channel = live(redial_probability=0.9, redial_delay_seconds=600.0)
    given = desk([channel], [[10.0] * 4 + [0.0] * 20], 0, is_open=[True] * 4 + [False] * 20)
    result = simulate(given, 20)
    hung_up, lost = result.fates[0, [Count.HUNG_UP, Count.LOST]] / 20
    assert hung_up == pytest.approx(40, rel=0.1)
    assert lost == pytest.approx(0.9 * hung_up, rel=0.1)
    # counted are those who find the desk open
    assert result.total.redialled.value[0] == 0
    assert result.total.contacts[0] == pytest.approx(hung_up + lost)


def test_tries_are_drawn_for_the_customer_and_not_for_the_roster() -> None:
    """Somebody who serves other channels changes nothing, whoever stands in whatever order."""
    channel = live(patience_seconds=5, redial_probability=0.9, redial_delay_seconds=1200.0)
    contacts, nothing = [[6.0] * 48], [[0.0] * 48]
    alone = simulate(desk([channel], contacts, 0), 20)
    given = desk([live("chat"), channel], nothing + contacts, [agent("other", ["chat"], (0, 1440))])
    beside = simulate(given, 20)
    assert beside.fates[1].tobytes() == alone.fates[0].tobytes()
    assert beside.by_interval.redialled.value[1].tobytes() == alone.by_interval.redialled.value[0].tobytes()


@settings(max_examples=40, deadline=None)
@property_of(
    st.floats(0.1, 60),
    st.integers(0, 5),
    st.sampled_from([None, 1, 3, 8]),
    st.sampled_from([None, 20, 300]),
    st.floats(0.0, 0.95),
    st.sampled_from([0.0, 20.0, 900.0]),
    st.one_of(st.just([True] * 12), st.lists(st.booleans(), min_size=12, max_size=12)),
)
def test_every_try_comes_to_one_end(
    contacts: float,
    agents: int,
    lines: int | None,
    patience: int | None,
    redial: float,
    delay: float,
    opened: list[bool],
) -> None:
    channels = [
        live(
            "phone",
            lines=lines,
            patience_seconds=patience,
            redial_probability=redial,
            redial_delay_seconds=delay,
        ),
        live("chat", slowdown=(1.0, 1.5), lines=3, redial_probability=redial, redial_delay_seconds=delay),
    ]
    given = desk(channels, [[contacts] * 12] * 2, agents, aht_seconds=200, is_open=opened)
    result = simulate(given, 3, workers=2)
    assert np.array_equal(result.fates[:, Count.ARRIVED], result.fates[:, Count.LOST :].sum(axis=1))
    lost = result.fates[:, Count.TURNED_AWAY] + result.fates[:, Count.HUNG_UP]
    assert np.all(3 * result.total.redialled.value <= lost + 1e-6)
    never = [
        one.model_copy(update={"terms": one.terms.model_copy(update={"redial_probability": 0.0})})
        for one in channels
    ]
    first = simulate(desk(never, [[contacts] * 12] * 2, agents, aht_seconds=200, is_open=opened), 3)
    # those who try for the first time are the same people, tried again or not
    tries = result.fates[:, Count.ARRIVED] - np.round(3 * result.total.redialled.value)
    # but for those who come again while it is closed, who are lost uncounted
    assert np.all(tries >= first.fates[:, Count.ARRIVED])
    if all(opened):
        assert np.array_equal(tries, first.fates[:, Count.ARRIVED])
    assert first.total.redialled.value.sum() == 0
