"""Channels of one queue with lines of their own, against the chain of all their numbers."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from planner.staffing.live_system import Handling, measures, service_level, smallest_agents
from planner.staffing.own_lines import MOST_LINES, accepted_shares
from planner.staffing.pool import pooled
from tests.staffing.chains import Chain, Numbers
from tests.staffing.desks import demand, phone


def chances(loads: tuple[float, ...], lines: tuple[int, ...], chain: Chain) -> dict[tuple[int, ...], float]:
    """Balance of every state: who leaves, served or tired, is of a kind by its share of those there."""
    states = list(product(*(range(count + 1) for count in lines)))
    place = {state: number for number, state in enumerate(states)}
    rates = np.zeros((len(states), len(states)))
    for state in states:
        there = sum(state)
        leaving = chain.speed(min(there, chain.places)) + max(0, there - chain.places) * chain.impatience
        for kind, count in enumerate(state):
            if count < lines[kind]:
                more = (*state[:kind], count + 1, *state[kind + 1 :])
                rates[place[state], place[more]] = loads[kind]
            if count > 0:
                fewer = (*state[:kind], count - 1, *state[kind + 1 :])
                rates[place[state], place[fewer]] = leaving * count / there
    balance = np.vstack([(rates - np.diag(rates.sum(axis=1))).T, np.ones(len(states))])
    found, *_ = np.linalg.lstsq(balance, np.append(np.zeros(len(states)), 1.0), rcond=None)
    return dict(zip(states, found.tolist(), strict=True))


def entering(loads: tuple[float, ...], lines: tuple[int, ...], chain: Chain) -> Numbers:
    """Share of tries that come in with 0, 1, … there."""
    found = np.zeros(sum(lines) + 1)
    for state, chance in chances(loads, lines, chain).items():
        come = sum(load for load, count, most in zip(loads, state, lines, strict=True) if count < most)
        found[sum(state)] += chance * come / sum(loads)
    return found


@settings(deadline=None, max_examples=25)
@given(
    loads=st.lists(st.floats(0.05, 6), min_size=2, max_size=3),
    counts=st.lists(st.integers(1, 4), min_size=3, max_size=3),
    agents=st.integers(1, 5),
    slowdown=st.sampled_from([(1.0,), (1.0, 1.3)]),
    impatience=st.floats(0.1, 5),
    threshold=st.sampled_from([0.0, 0.1, 1.0]),
)
def test_agree_with_the_chain(
    loads: list[float],
    counts: list[int],
    agents: int,
    slowdown: tuple[float, ...],
    impatience: float,
    threshold: float,
) -> None:
    lines, load = tuple(counts[: len(loads)]), sum(loads)
    chain = Chain(load, agents, slowdown, impatience, sum(lines))
    enters = entering(tuple(loads), lines, chain)
    handling = Handling(slowdown, sum(lines), accepted=accepted_shares([one / load for one in loads], lines))
    found = measures(load, agents, impatience, handling)
    assert float(found.blocked_share) == pytest.approx(1 - enters.sum(), abs=1e-9)
    queue = enters[chain.places :]
    assert float(found.wait_probability) == pytest.approx(queue.sum(), abs=1e-9)
    # who finds i - 1 waiting: as in Chain.in_time
    ahead, x = np.arange(1, queue.size + 1), chain.speed(chain.places) / impatience
    start = x / (x + ahead) * beta.sf(np.exp(-impatience * threshold), x + 1, ahead)
    served = enters[: chain.places].sum() + (queue * start).sum()
    level = float(service_level(load, agents, impatience, threshold, handling)[0])
    assert level == pytest.approx(float(served), abs=1e-9)
    gone = (queue * ahead / (x + ahead)).sum()
    assert float(found.abandon_share) == pytest.approx(float(gone), abs=1e-9)


def test_the_example_of_four_agents() -> None:
    accepted = accepted_shares((0.625, 0.375), (5, 3))
    assert accepted[:3] == (1.0, 1.0, 1.0)
    assert accepted[3:] == pytest.approx((1 - 0.375**3 * 0.375, *accepted[4:7], 0.5))
    found = measures(4, 4, 0.5, Handling(lines=8, accepted=accepted))
    assert float(found.blocked_share) == pytest.approx(0.12002556, abs=1e-8)


def test_one_kind_alone_has_its_own_lines_only() -> None:
    assert accepted_shares((1.0, 0.0), (5, 3)) == (1.0,) * 5 + (0.0,) * 3
    assert accepted_shares((1.0,), (5,)) == ()
    own = Handling(lines=8, accepted=accepted_shares((1.0, 0.0), (5, 3)))
    alone = Handling(lines=5)
    for one in ("blocked_share", "wait_probability", "abandon_share"):
        assert float(getattr(measures(4, 3, 0.5, own), one)) == pytest.approx(
            float(getattr(measures(4, 3, 0.5, alone), one)), abs=1e-12
        )
    assert int(smallest_agents(4, 0.5, 0.1, 0.6, own)) == int(smallest_agents(4, 0.5, 0.1, 0.6, alone))


def test_big_queues_do_not_overflow_and_very_big_ones_are_one() -> None:
    handling = Handling(lines=1_600, accepted=accepted_shares((0.5, 0.5), (800, 800)))
    found = measures([500, 1_200, 5_000], 1_000, 1.0, handling)
    assert float(found.blocked_share[0]) == pytest.approx(0, abs=1e-12)
    assert float(found.blocked_share[2]) == pytest.approx(1 - 1_600 / 5_000, abs=0.001)
    assert accepted_shares((0.5, 0.5), (MOST_LINES, 1)) == ()


def test_a_pool_keeps_the_lines_of_each() -> None:
    channels = [phone(name, pool="p", lines=lines) for name, lines in (("calls", 5), ("vip", 3))]
    arrivals = [demand([50], 300, name="calls"), demand([30], 300, name="vip")]
    queue, total = pooled(channels, arrivals)
    assert queue.handling.accepted == pytest.approx(accepted_shares((0.625, 0.375), (5, 3)))
    assert pooled([queue], [total])[0].handling == queue.handling
    assert queue.model_copy(update={"load_cv": 0.2}).handling.accepted == queue.handling.accepted
    assert pooled([channels[0], phone("vip", pool="p")], arrivals)[0].handling.accepted == ()
