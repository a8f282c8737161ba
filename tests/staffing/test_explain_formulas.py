"""Erlang's formulas in an explanation, worked out again from nothing but what is shown."""

import math
from itertools import pairwise

import pytest
from scipy.integrate import quad

from planner.staffing.explain_formulas import ErlangCell, explain_erlang
from planner.staffing.explain_live import explain_queue
from planner.staffing.explained import Figure
from planner.staffing.target import Definition
from tests.staffing.desks import chat, demand, phone, setting


def shown(cell: ErlangCell, agents: int) -> dict[str, Figure]:
    return {one.label.en.removesuffix(f" with {agents}"): one for one in explain_erlang(cell, agents)}


def test_erlang_c_step_by_step() -> None:
    # 100 calls per half hour of 180 s, 14 agents, 20 s: the example of the R package ErlangC
    found = shown(ErlangCell(10.0, 0.0, 20 / 180, 0.9, "served_of_offered"), 14)
    terms, term = 1.0, 1.0
    for left in range(14, 0, -1):
        term *= left / 10
        terms += term
    blocked = 1 / terms
    assert found["Erlang B"].value == pytest.approx(blocked, rel=1e-12)
    waits = 14 * blocked / (14 - 10 * (1 - blocked))
    assert found["P(wait)"].value == pytest.approx(waits, rel=1e-12)
    assert waits == pytest.approx(0.1741319, abs=1e-7)
    assert found["Service level"].value == pytest.approx(1 - waits * math.exp(-4 * 20 / 180), rel=1e-12)
    assert found["Service level"].formula.en == "1 − 0.17413193 × e^(−(14 − 10) × 0.11111111)"
    assert found["Service level"].formula.ru == "1 − 0,17413193 × e^(−(14 − 10) × 0,11111111)"
    assert found["Occupancy"].value == pytest.approx(10 / 14)


def test_a_queue_that_grows_for_ever_is_said_to() -> None:
    found = shown(ErlangCell(10.0, 0.0, 0.1, 0.9, "served_of_offered"), 10)
    assert "Erlang B" not in found
    assert (found["P(wait)"].value, found["Service level"].value) == (1, 0)
    assert "for ever" in found["Service level"].formula.en


@pytest.mark.parametrize(
    "definition", ["served_of_offered", "served_excluding_short_abandons", "not_waiting_longer"]
)
def test_erlang_a_by_the_integrals_it_names(definition: Definition) -> None:
    load, agents, impatience, threshold = 10.0, 11, 1.5, 0.2
    found = shown(ErlangCell(load, impatience, threshold, 0.9, definition), agents)

    def g(time: float) -> float:
        return math.exp(load / impatience * (1 - math.exp(-impatience * time)) - agents * time)

    def j(start: float) -> float:
        cuts = [start, start + 1, start + 3, start + 10]
        return math.fsum(quad(g, low, high, epsabs=0, epsrel=1e-11)[0] for low, high in pairwise(cuts))

    free = math.fsum(math.prod((agents - 1 - i) / load for i in range(k)) for k in range(agents))
    whole = free + load * j(0)
    served = (free + g(threshold) - 1 + agents * (j(0) - j(threshold))) / whole
    longer = math.exp(-impatience * threshold) * load * j(threshold) / whole
    level = {
        "served_of_offered": served,
        "served_excluding_short_abandons": served / (served + longer),
        "not_waiting_longer": 1 - longer,
    }[definition]
    abandons = (1 + (load - agents) * j(0)) / whole
    assert found["P(wait)"].value == pytest.approx(load * j(0) / whole, rel=1e-8)
    assert found["P(abandon)"].value == pytest.approx(abandons, rel=1e-8)
    assert found["Service level"].value == pytest.approx(level, rel=1e-8)
    assert found["Occupancy"].value == pytest.approx(load * (1 - abandons) / agents, rel=1e-8)
    assert "J(t)" in found["Service level"].formula.ru


def test_lines_of_a_pool_are_added_up_and_said_to_be_kept_apart() -> None:
    channels = [phone("calls", pool="p", lines=5), phone("vip", pool="p", lines=3)]
    demands = [demand([60] * 24, 240, name="calls"), demand([20] * 24, 240, name="vip")]
    found = explain_queue(channels, demands, setting("#" * 24), 3)
    (lines,) = [one for one in found.figures if one.label.en == "Lines of the queue"]
    assert lines.value == 8
    assert lines.formula.en.startswith("5 + 3: ")
    assert "each keeps its own" in lines.formula.en
    alone = explain_queue(channels[:1], demands[:1], setting("#" * 24), 3)
    assert "Lines" in [one.label.en for one in alone.figures]


def test_what_chats_are_completed_at_most() -> None:
    found = explain_queue(
        [chat(patience_seconds=120)], [demand([90] * 24, 240, name="chat")], setting("#" * 24), 3
    )
    rates = [one for one in found.figures if one.label.en.startswith("Completed at most")]
    (agents,) = [one.value for one in found.figures if one.label.en == "Agents at work"]
    # three at once, each half as long again
    assert rates[0].value == pytest.approx(agents * 3 / 1.5)
