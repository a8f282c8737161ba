from typing import get_args

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.staffing import erlang_a, erlang_c
from planner.staffing.live_system import Handling, measures, service_level, smallest_agents
from planner.staffing.target import Definition
from tests.staffing.chains import Chain

DEFINITIONS: tuple[Definition, ...] = get_args(Definition)
PLAIN = Handling()
loads = st.floats(-2, 4.3).map(lambda power: float(10**power))
impatiences = st.one_of(st.just(0.0), st.floats(-2, 2).map(lambda power: float(10**power)))


@st.composite
def slowdowns(draw: st.DrawFn, most: int = 5) -> tuple[float, ...]:
    """Each further chat adds to what an agent completes, but never more than the one before."""
    gains = sorted(draw(st.lists(st.floats(0, 1), max_size=most - 1)), reverse=True)
    return tuple(number / float(speed) for number, speed in enumerate(np.cumsum([1.0, *gains]), start=1))


def level(load: object, agents: object, impatience: float, threshold: float, *rest: object) -> np.ndarray:
    return service_level(load, agents, impatience, threshold, *rest)[0]  # type: ignore[arg-type]


def test_redials_of_erlang_x() -> None:
    found = measures(10, 12, 1, Handling(redial_probability=0.5))
    assert float(found.tries_erlangs) == pytest.approx(10.31628229, abs=5e-9)
    assert float(found.abandon_share) == pytest.approx(0.06131710625, abs=5e-12)


def test_twelve_agents_and_fifteen_lines() -> None:
    found = measures(10, 12, 1, Handling(lines=15))
    assert float(found.blocked_share) == pytest.approx(0.03649694547, abs=5e-12)
    assert float(found.abandon_share) == pytest.approx(0.02956252583, abs=5e-12)


@given(
    load=st.floats(0.05, 60),
    agents=st.integers(1, 25),
    slowdown=slowdowns(),
    impatience=st.floats(0.05, 20),
    threshold=st.one_of(st.just(0.0), st.floats(0.001, 3)),
    extra=st.integers(0, 40),
)
def test_limited_lines_agree_with_the_chain(
    load: float, agents: int, slowdown: tuple[float, ...], impatience: float, threshold: float, extra: int
) -> None:
    lines = agents * len(slowdown) + extra
    chain = Chain(load, agents, slowdown, impatience, lines)
    handling = Handling(slowdown, lines=lines)
    found = measures(load, agents, impatience, handling)
    assert float(found.blocked_share) == pytest.approx(chain.blocked, abs=1e-11)
    assert float(found.wait_probability) == pytest.approx(chain.waits, abs=1e-11)
    assert float(found.abandon_share) == pytest.approx(chain.abandons, abs=1e-11)
    served, late = chain.in_time(threshold)
    assert float(level(load, agents, impatience, threshold, handling)) == pytest.approx(served, abs=1e-9)
    assert float(level(load, agents, impatience, threshold, handling, DEFINITIONS[1])) == pytest.approx(
        served / (served + late), abs=1e-9
    )
    assert float(level(load, agents, impatience, threshold, handling, DEFINITIONS[2])) == pytest.approx(
        1 - late, abs=1e-9
    )


@given(
    load=st.floats(0.05, 40), agents=st.integers(1, 12), extra=st.integers(0, 30), threshold=st.floats(0, 3)
)
def test_limited_lines_without_impatience(load: float, agents: int, extra: int, threshold: float) -> None:
    chain = Chain(load, agents, (1.0, 1.3), 0.0, 2 * agents + extra)
    handling = Handling((1.0, 1.3), lines=chain.room)
    assert float(measures(load, agents, 0, handling).wait_probability) == pytest.approx(
        chain.waits, abs=1e-11
    )
    assert float(level(load, agents, 0, threshold, handling)) == pytest.approx(
        chain.in_time(threshold)[0], abs=1e-9
    )


@given(load=st.floats(0.05, 40), agents=st.integers(2, 20), missing=st.integers(1, 100))
def test_fewer_lines_than_places_are_a_loss_system(load: float, agents: int, missing: int) -> None:
    lines = max(1, 2 * agents - missing)
    chain = Chain(load, agents, (1.0, 1.5), 1.0, lines)
    found = measures(load, agents, 1, Handling((1.0, 1.5), lines=lines))
    assert float(found.blocked_share) == pytest.approx(chain.blocked, abs=1e-11)
    assert (float(found.wait_probability), float(found.abandon_share)) == (0, 0)


@given(
    load=st.floats(0.05, 60),
    agents=st.integers(1, 25),
    slowdown=slowdowns(),
    impatience=st.floats(0.1, 20),
    threshold=st.one_of(st.just(0.0), st.floats(0.001, 3)),
)
def test_chat_agrees_with_the_chain(
    load: float, agents: int, slowdown: tuple[float, ...], impatience: float, threshold: float
) -> None:
    room = agents * len(slowdown) + int(3 * load / impatience + 20 * np.sqrt(load / impatience) + 60)
    chain = Chain(load, agents, slowdown, impatience, room)
    found = measures(load, agents, impatience, Handling(slowdown))
    assert float(found.wait_probability) == pytest.approx(chain.waits, abs=1e-9)
    assert float(found.abandon_share) == pytest.approx(chain.abandons, abs=1e-9)
    assert float(found.agents_busy) == pytest.approx(chain.agents_busy, rel=1e-9)
    served = chain.in_time(threshold)[0]
    assert float(level(load, agents, impatience, threshold, Handling(slowdown))) == pytest.approx(
        served, abs=1e-8
    )


@given(
    load=loads,
    ratio=st.floats(0.1, 2),
    impatience=st.floats(0.01, 50),
    threshold=st.floats(0, 5),
    at_once=st.integers(1, 4),
    definition=st.sampled_from(DEFINITIONS),
)
def test_one_at_a_time_or_no_slowdown_is_erlang_a(
    load: float, ratio: float, impatience: float, threshold: float, at_once: int, definition: Definition
) -> None:
    agents = max(1, int(load * ratio / at_once))
    cell = load, agents, impatience
    handling = Handling((1.0,) * at_once)
    servers = agents * at_once
    expected = erlang_a.measures(load, servers, impatience)
    found = measures(*cell, handling)
    assert float(found.wait_probability) == pytest.approx(float(expected.wait_probability), abs=1e-9)
    assert float(found.abandon_share) == pytest.approx(float(expected.abandon_share), abs=1e-9)
    assert float(level(*cell, threshold, handling, definition)) == pytest.approx(
        float(erlang_a.service_level(load, servers, impatience, threshold, definition)), abs=1e-9
    )


@given(
    load=st.floats(0.05, 2000),
    impatience=st.floats(0.05, 20),
    share=st.floats(0.3, 0.99),
    cap=st.floats(0.4, 1),
)
def test_the_search_agrees_with_erlang_a(load: float, impatience: float, share: float, cap: float) -> None:
    assert int(smallest_agents(load, impatience, 0.1, share, PLAIN, occupancy_cap=cap)) == int(
        erlang_a.smallest_agents(load, impatience, 0.1, share, occupancy_cap=cap)
    )


@given(load=st.floats(0.05, 2000), spare=st.integers(1, 30), threshold=st.floats(0, 3))
def test_endless_patience_is_erlang_c(load: float, spare: int, threshold: float) -> None:
    agents = int(load) + spare
    expected = float(erlang_c.service_level(load, agents, threshold))
    assert float(level(load, agents, 0, threshold, PLAIN)) == pytest.approx(expected, abs=1e-9)
    assert float(level(load, agents, 1e-9, threshold, PLAIN)) == pytest.approx(expected, abs=1e-9)
    assert int(smallest_agents(load, 0, threshold, 0.8, PLAIN)) == int(
        erlang_c.smallest_agents(load, threshold, 0.8)
    )


@given(load=st.floats(0.1, 200), agents=st.integers(1, 220), slowdown=slowdowns())
def test_many_lines_are_no_limit(load: float, agents: int, slowdown: tuple[float, ...]) -> None:
    lines = agents * len(slowdown) + int(4 * load + 300)
    limited, free = (measures(load, agents, 0.8, Handling(slowdown, lines=count)) for count in (lines, None))
    assert float(limited.wait_probability) == pytest.approx(float(free.wait_probability), abs=1e-9)
    assert float(limited.abandon_share) == pytest.approx(float(free.abandon_share), abs=1e-9)
    assert float(level(load, agents, 0.8, 0.1, Handling(slowdown, lines=lines))) == pytest.approx(
        float(level(load, agents, 0.8, 0.1, Handling(slowdown))), abs=1e-8
    )


@given(
    load=loads,
    ratio=st.floats(0.05, 2),
    impatience=st.floats(0.01, 50),
    redial=st.floats(0.01, 0.95),
    lines=st.one_of(st.none(), st.integers(1, 500)),
)
def test_tries_are_first_tries_and_those_lost_who_try_again(
    load: float, ratio: float, impatience: float, redial: float, lines: int | None
) -> None:
    found = measures(
        load, max(1, int(load * ratio)), impatience, Handling(lines=lines, redial_probability=redial)
    )
    tries, lost = float(found.tries_erlangs), float(found.abandon_share + found.blocked_share)
    assert tries == pytest.approx(load + redial * tries * lost, rel=1e-9)


@given(
    load=loads,
    ratio=st.floats(0.02, 3),
    slowdown=slowdowns(4),
    impatience=impatiences,
    threshold=st.floats(0, 5),
    redial=st.sampled_from([0.0, 0.6]),
    lines=st.one_of(st.none(), st.integers(1, 3000)),
    definition=st.sampled_from(DEFINITIONS),
)
def test_monotone_and_finite_from_a_hundredth_to_twenty_thousand(
    load: float,
    ratio: float,
    slowdown: tuple[float, ...],
    impatience: float,
    threshold: float,
    redial: float,
    lines: int | None,
    definition: Definition,
) -> None:
    # With few lines, who gives up makes room for others: one agent more may lower the other two.
    definition = DEFINITIONS[0] if lines else definition
    agents = max(1, int(load * ratio / len(slowdown)))
    handling = Handling(slowdown, lines, redial)
    here, busier, staffed = level(
        [load, load * 1.02, load], [agents, agents, agents + 1], impatience, threshold, handling, definition
    )
    assert 0 <= busier <= here + 1e-8
    assert here <= staffed + 1e-8 <= 1 + 2e-8
    found = measures(load, agents, impatience, handling)
    for values in (found.wait_probability, found.abandon_share, found.blocked_share):
        assert 0 <= float(values) <= 1
    assert load <= float(found.tries_erlangs) <= load / (1 - redial) * (1 + 1e-9)
    assert lines or 0 <= float(found.agents_busy) <= agents * (1 + 1e-12)


@given(
    load=st.floats(0.01, 300),
    slowdown=slowdowns(4),
    impatience=impatiences,
    share=st.floats(0.1, 0.98),
    cap=st.floats(0.4, 1),
    redial=st.sampled_from([0.0, 0.4]),
    cv=st.sampled_from([0.0, 0.3]),
)
def test_the_search_finds_the_first_number_that_suffices(
    load: float,
    slowdown: tuple[float, ...],
    impatience: float,
    share: float,
    cap: float,
    redial: float,
    cv: float,
) -> None:
    handling = Handling(slowdown, None, redial, cv)
    agents = int(smallest_agents(load, impatience, 0.1, share, handling, occupancy_cap=cap))
    levels, uses = service_level(load, [agents, agents - 1], impatience, 0.1, handling)
    assert levels[0] >= share - 1e-9
    assert uses[0] <= cap + 1e-9
    assert agents == 1 or levels[1] < share + 1e-9 or uses[1] > cap - 1e-9


def test_too_few_lines_ask_for_an_agent_each_and_promise_less() -> None:
    handling = Handling(lines=8)
    assert int(smallest_agents(40, 1, 0.1, 0.8, handling)) == 8
    assert float(level(40, 8, 1, 0.1, handling)) < 0.3
    # With lines enough they do not matter.
    assert int(smallest_agents(2, 1, 0.1, 0.8, handling)) == int(erlang_a.smallest_agents(2, 1, 0.1, 0.8))


def test_lines_too_few_for_the_load_are_full_most_of_the_time() -> None:
    # 20,000 erlangs on 10 lines: one in 2,000 gets through.
    assert float(measures(20_000, 10, 1, Handling(lines=10)).blocked_share) == pytest.approx(0.9995, abs=1e-6)


def test_busy_and_quiet_days() -> None:
    # Handle time 280 s, patience 190 s, 80 % of all contacts of all days within 20 s.
    cell = [10, 40, 200], 280 / 190, 20 / 280, 0.8
    assert smallest_agents(*cell, Handling(load_cv=0.0)).tolist() == [13, 43, 195]
    assert smallest_agents(*cell, Handling(load_cv=0.2)).tolist() == [13, 46, 222]


@given(load=st.floats(0.5, 300), cv=st.floats(0.02, 0.6), ratio=st.floats(1.05, 1.6))
def test_days_that_differ_are_served_worse_when_agents_are_enough(
    load: float, cv: float, ratio: float
) -> None:
    agents = int(load * ratio) + 1
    steady, varied = (float(level(load, agents, 1, 0.1, Handling(load_cv=spread))) for spread in (0.0, cv))
    assume(steady > 0.7)
    assert varied <= steady + 1e-9


def test_slots_overstate_waiting() -> None:
    # Eight agents with up to three chats.  As 24 servers who always take as long as with three
    # at once, they would seem to let several times as many wait as they do.
    slowdown = (1.0, 1.25, 1.6)
    for load in (10.0, 11.0, 12.0):
        exact = float(measures(load, 8, 0.5, Handling(slowdown)).wait_probability)
        slots = float(erlang_a.measures(load * 1.6, 24, 0.5 * 1.6).wait_probability)
        assert 2 < slots / exact < 6


def test_nobody_on_duty_and_no_load() -> None:
    for definition in DEFINITIONS:
        assert float(level(3, 0, 1, 0.5, Handling((1.0, 1.5), lines=4), definition)) == 0
    assert float(measures(3, 0, 1, PLAIN).abandon_share) == 1
    assert float(level(0, 0, 1, 0, PLAIN)) == 1
    assert smallest_agents(np.zeros((2, 1)), np.ones(3), 0.1, 0.8, PLAIN).tolist() == [[0] * 3] * 2
