from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from planner.staffing import erlang_c
from planner.staffing.erlang_a import ErlangA, measures, service_level, smallest_agents
from planner.staffing.erlang_b import blocking
from planner.staffing.target import Definition

DEFINITIONS: tuple[Definition, ...] = get_args(Definition)
loads = st.floats(-2, 4.3).map(lambda power: float(10**power))
impatiences = st.floats(-3, 3).map(lambda power: float(10**power))
thresholds = st.one_of(st.just(0.0), st.floats(1e-4, 20))


@pytest.mark.parametrize(
    ("load", "agents", "impatience", "waits", "abandons"),
    # Recomputed from the birth-death chain of M/M/c+M.
    [
        (10, 12, 1, 0.3032238537, 0.0530916254),
        (10, 10, 1, 0.5420702855, 0.1251100357),
        (2, 2, 1.5, 0.5578367214, 0.2947755191),
        (0.5, 1, 2, 0.3719762763, 0.2560474473),
        (100, 95, 1, 0.7048206931, 0.0694528404),
    ],
)
def test_known_values(load: float, agents: int, impatience: float, waits: float, abandons: float) -> None:
    found = measures(load, agents, impatience)
    assert float(found.wait_probability) == pytest.approx(waits, abs=1e-10)
    assert float(found.abandon_share) == pytest.approx(abandons, abs=1e-10)


def test_example_of_garnett_mandelbaum_reiman() -> None:
    # 48 calls a minute of one minute, 50 agents, patience two minutes, the desk of Garnett,
    # Mandelbaum and Reiman 2002: 3.1 % abandon after 3.7 s on average.  Digits are recomputed.
    found = measures(48, 50, 0.5)
    assert float(found.wait_probability) == pytest.approx(0.4677740686, abs=1e-10)
    assert float(found.abandon_share) == pytest.approx(0.0309122492, abs=1e-10)
    assert 60 * float(found.mean_wait_aht) == pytest.approx(3.7095, abs=5e-5)
    assert float(found.occupancy) == pytest.approx(0.93032, abs=5e-6)
    assert float(service_level(48, 50, 0.5, 20 / 60)) == pytest.approx(0.94301895, abs=1e-8)
    assert int(smallest_agents(48, 0.5, 20 / 60, 0.8)) == 46


def test_the_answer_may_lie_far_below_the_load() -> None:
    agents = int(smallest_agents(5000, 1.5, 20 / 180, 0.8))
    assert agents == 4345
    assert integrated(5000, agents, 1.5, 20 / 180)[0] >= 0.8
    assert integrated(5000, agents - 1, 1.5, 20 / 180)[0] < 0.8


def integrated(load: float, agents: int, impatience: float, threshold: float) -> tuple[float, float]:
    """P(served in time) and P(wait > threshold) by integrating the density of the virtual wait.

    An empty queue has weight 1/B(c-1), a wait of t the density a·exp(load worked off less
    time passed); written with nothing of the formulas under test but Erlang B.
    """

    def exponent(t: float) -> float:
        return -load / impatience * float(np.expm1(-impatience * t)) - agents * t

    # Waits settle where as many hang up as there are too many.
    centre = max(0.0, np.log(load / agents) / impatience)
    height = exponent(centre)
    spread = 1 / np.sqrt(impatience * min(load, agents)) if centre else 1 / np.sqrt(load + agents)
    end = centre + 60 * spread + 40 / agents

    def area(low: float, high: float, fade: bool) -> float:
        cuts = [low, *sorted(c for c in np.linspace(0, end, 200) if low < c < high), high]
        return sum(
            quad(
                lambda t: np.exp(exponent(t) - height - (impatience * t if fade else 0.0)),
                start,
                stop,
                epsabs=0,
                epsrel=1e-10,
            )[0]
            for start, stop in pairwise(cuts)
        )

    empty = np.exp(-height) / float(blocking(load, agents - 1))
    total = empty + load * area(0, end, fade=False)
    served = empty + load * area(0, threshold, fade=True)
    later = load * np.exp(-impatience * threshold) * area(threshold, max(end, threshold), fade=False)
    return served / total, later / total


@pytest.mark.parametrize(
    ("load", "agents", "impatience", "threshold"),
    [
        (10, 12, 1, 0.2),
        (10, 6, 0.3, 0.5),
        (0.3, 1, 2, 0.1),
        (200, 150, 0.5, 0.3),
        (200, 205, 0.05, 0.1),
        (1000, 800, 2, 0.05),
    ],
)
def test_service_levels_agree_with_numerical_integration(
    load: float, agents: int, impatience: float, threshold: float
) -> None:
    served, later = integrated(load, agents, impatience, threshold)
    cell = load, agents, impatience, threshold
    assert float(service_level(*cell, "served_of_offered")) == pytest.approx(served, abs=1e-8)
    assert float(service_level(*cell, "not_waiting_longer")) == pytest.approx(1 - later, abs=1e-8)
    assert float(service_level(*cell, "served_excluding_short_abandons")) == pytest.approx(
        served / (served + later), abs=1e-8
    )


@given(load=st.floats(0.05, 2000), ratio=st.floats(0.3, 1.5), impatience=st.floats(0.02, 50))
def test_measures_agree_with_the_birth_death_chain(load: float, ratio: float, impatience: float) -> None:
    agents = max(1, int(load * ratio))
    room = agents + int(3 * load / impatience + 60 * np.sqrt(load / impatience + load) + 200)
    here = np.arange(1, room + 1)
    rate = np.minimum(here, agents) + np.maximum(here - agents, 0) * impatience
    weight = np.concatenate([[0.0], np.cumsum(np.log(load) - np.log(rate))])
    chance = np.exp(weight - weight.max())
    chance /= chance.sum()
    queue = np.maximum(np.arange(room + 1) - agents, 0)
    found = measures(load, agents, impatience)
    assert float(found.wait_probability) == pytest.approx(chance[agents:].sum(), abs=1e-10)
    assert float(found.mean_wait_aht) == pytest.approx((chance * queue).sum() / load, abs=1e-9)


@given(
    load=st.floats(0.01, 2000),
    spare=st.floats(0.02, 2),
    threshold=st.floats(0, 5),
    definition=st.sampled_from(DEFINITIONS),
)
def test_endless_patience_is_erlang_c(
    load: float, spare: float, threshold: float, definition: Definition
) -> None:
    agents = int(load * (1 + spare)) + 2
    patient = float(service_level(load, agents, 1e-9, threshold, definition))
    assert patient == pytest.approx(float(erlang_c.service_level(load, agents, threshold)), abs=1e-9)
    # And the limit is approached, not jumped to.
    nearly = float(service_level(load, agents, 2e-6, threshold, definition))
    assert nearly == pytest.approx(patient, abs=2e-2)
    assert float(service_level(load, max(1, int(load)), 1e-9, threshold, definition)) <= 1


@given(
    load=loads,
    ratio=st.floats(0.02, 3),
    impatience=impatiences,
    threshold=thresholds,
    definition=st.sampled_from(DEFINITIONS),
)
def test_monotone_and_finite_from_a_hundredth_to_twenty_thousand(
    load: float, ratio: float, impatience: float, threshold: float, definition: Definition
) -> None:
    agents = int(load * ratio)
    here, busier, staffed = service_level(
        [load, load * 1.02, load], [agents, agents, agents + 1], impatience, threshold, definition
    )
    assert 0 <= busier <= here + 1e-8
    assert here <= staffed + 1e-8 <= 1 + 1e-8
    found = measures(load, agents, impatience)
    for values in (found.wait_probability, found.abandon_share, found.occupancy):
        assert 0 <= float(values) <= 1 + 1e-9
    assert np.isfinite(found.mean_wait_aht)


@given(
    load=loads,
    impatience=impatiences,
    threshold=thresholds,
    share=st.floats(0.05, 0.999),
    cap=st.floats(0.3, 1),
    definition=st.sampled_from(DEFINITIONS),
)
def test_the_search_finds_the_first_number_that_suffices(
    load: float, impatience: float, threshold: float, share: float, cap: float, definition: Definition
) -> None:
    agents = int(
        smallest_agents(load, impatience, threshold, share, occupancy_cap=cap, definition=definition)
    )
    counts = [agents, agents - 1]
    enough, too_few = service_level(load, counts, impatience, threshold, definition)
    busy, too_busy = measures(load, counts, impatience).occupancy
    assert enough >= share - 1e-8
    assert busy <= cap + 1e-8
    assert agents == 1 or too_few < share + 1e-8 or too_busy > cap - 1e-8


@given(load=loads, ratio=st.floats(0.1, 2), impatience=impatiences, threshold=st.floats(0.001, 5))
def test_definitions_are_ordered_by_strictness(
    load: float, ratio: float, impatience: float, threshold: float
) -> None:
    cell = load, max(1, int(load * ratio)), impatience, threshold
    levels = [float(service_level(*cell, definition)) for definition in DEFINITIONS]
    assert levels[0] <= levels[1] + 1e-8
    assert levels[1] <= levels[2] + 1e-8


def test_nobody_on_duty() -> None:
    for definition in DEFINITIONS:
        assert float(service_level(3, 0, 1, 0.5, definition)) == 0
    empty = measures(3, 0, 1)
    assert isinstance(empty, ErlangA)
    assert float(empty.abandon_share) == 1
    assert float(empty.mean_wait_aht) == 1


def test_no_load() -> None:
    assert float(service_level(0, 0, 1, 0)) == 1
    assert int(smallest_agents(0, 1, 0.1, 0.8)) == 0
    assert smallest_agents(np.zeros((2, 1)), np.ones(3), 0.1, 0.8).shape == (2, 3)
