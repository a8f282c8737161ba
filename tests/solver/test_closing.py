import threading
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver import closing as module
from planner.solver.answer import EngineProgress
from planner.solver.bound import lagrangian_bound
from planner.solver.closing import Closing
from planner.solver.columns.generation import Generation
from planner.solver.columns.program import Program
from planner.solver.convex import shortfall_price
from planner.solver.evaluate import Ledger
from planner.solver.layers import FORBIDDEN, Ints, Layers
from planner.solver.network import build_networks
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import Duty, Profile, Row, SideColumn, TourProblem, Trade
from planner.solver.search import Search
from planner.solver.windows.first_lines import fill_up, no_lines
from tests.solver.columns.programs import prices_for, whole_program
from tests.solver.enumerated import (
    Known,
    best_objective,
    best_roster,
    counting_problems,
    known_tours,
    recount,
    side_options,
    tour_options,
)
from tests.solver.rota import Work, big_rota
from tests.solver.windows.drawn_lines import drawn_lines

RELAXED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def silent(news: EngineProgress) -> None:
    del news


def begun(program: Program, data: st.DataObject) -> Search:
    """A search that knows some roster."""
    search = Search(30.0, threading.Event(), silent)
    search.offer(data.draw(drawn_lines(program)).solution())
    return search


def passes(network: Layers, program: Program, one: Known) -> bool:
    """Whether a tour is left in a network."""
    if not network.successors:
        return False
    state = next(iter(network.starts.values()))
    for day, duty in enumerate(one.tour):
        label = 0 if duty is None else 1 + program.ledger.problem.duties[duty].label
        state = int(network.successors[day][state, label])
        if state == FORBIDDEN:
            return False
    return bool(network.allowed_ends[state])


def best_with(problem: TourProblem, profile: int, one: Known) -> float:
    """Lowest objective of the rosters that have a tour."""
    rows = len(problem.rows)
    decisions = [[(one.cost, one.levels)]]
    for number, spec in enumerate(problem.profiles):
        there = int(number == profile)
        lower, upper = max(0, spec.lower - there), spec.upper - there
        decisions.append(tour_options(known_tours(problem, number), lower, upper, rows))
    count = len(problem.side_columns)
    return best_objective(problem, [*decisions, *side_options(problem, range(count), [0] * count)])


@given(counting_problems(), st.data())
@RELAXED
def test_no_arc_of_a_better_roster_is_cut(problem: TourProblem, data: st.DataObject) -> None:
    program = whole_program(problem)
    generation = Generation(program, lambda: 30.0)
    generation.run(lambda answer, bound: False)
    assert generation.best is not None
    rows = data.draw(st.sampled_from((generation.best.prices, data.draw(prices_for(program))))).rows
    objective = int(best_roster(problem)) + data.draw(st.integers(0, 9))
    networks = build_networks(problem)
    gap = objective - lagrangian_bound(program.ledger, networks, rows.tolist(), PRICE_SCALE)
    closing = Closing(Search(30.0, threading.Event(), silent), program.ledger, 1)
    closing._networks = networks
    cut = closing._cut(rows, gap)
    for number, network in enumerate(cut):
        if not problem.profiles[number].upper:
            continue
        for one in known_tours(problem, number):
            if not passes(network, program, one):
                assert best_with(problem, number, one) >= objective


@given(counting_problems(), st.data())
@RELAXED
def test_what_is_searched_whole_is_proven(problem: TourProblem, data: st.DataObject) -> None:
    program = whole_program(problem)
    search = begun(program, data)
    assert search.best is not None
    before = search.best
    rows = data.draw(prices_for(program)).rows
    assert Closing(search, program.ledger, 1).run(rows, 20.0)
    assert search.best.objective == search.bound == best_roster(problem)
    assert search.bound_method == "branch_and_bound"
    assert search.best.objective == recount(problem, search.best.tours, search.best.sides)
    if search.best.objective == before.objective:
        assert search.best is before


@given(counting_problems(), st.data())
@settings(parent=RELAXED, max_examples=20)
def test_too_large_a_program_is_not_tried(
    monkeypatch: pytest.MonkeyPatch, problem: TourProblem, data: st.DataObject
) -> None:
    program = whole_program(problem)
    search = begun(program, data)
    assert search.best is not None
    monkeypatch.setattr(module, "_MOST_ARCS", -1)
    wanted = replace(search.best)
    rows = data.draw(prices_for(program)).rows
    networks = build_networks(problem)
    proven = wanted.objective <= lagrangian_bound(program.ledger, networks, rows.tolist(), PRICE_SCALE)
    assert Closing(search, program.ledger, 1).run(rows, 20.0) == proven
    assert search.best == wanted
    assert search.bound == (wanted.objective if proven else None)


def test_without_a_roster_there_is_nothing_to_close() -> None:
    program = whole_program(big_rota(1, days=2))
    search = Search(30.0, threading.Event(), silent)
    nothing: Ints = np.zeros(len(program.base), np.int64)
    assert not Closing(search, program.ledger, 1).run(nothing, 5.0)
    assert search.best is None
    assert search.bound is None


def test_nothing_is_proven_where_side_columns_do_not_come_out_whole() -> None:
    """Three units are missed at 1 each; the side column gives five, and too many cost 100 each."""
    problem = TourProblem(
        1,
        ((Work(14, 16),),),
        (Duty(0, 0),),
        (Trade((0,), ((),)),),
        (Profile("ana", 0, (), 1, 1),),
        (Row("row", shortfall_price(3, 1, 100)),),
        (SideColumn("side", 0, 3, 0, ((0, 5),)),),
    )
    program = whole_program(problem)
    search = Search(30.0, threading.Event(), silent)
    lines = no_lines(program, np.array([3]))
    fill_up(program, lines, 1, lambda: True)
    search.offer(lines.solution())
    Closing(search, program.ledger, 1).run(np.zeros(1, np.int64), 20.0)
    assert best_roster(problem) == 3
    assert search.bound is None or search.bound <= 3


def test_a_better_roster_found_meanwhile_proves_no_more_than_there_is() -> None:
    """Searched was what is below the newest roster, and what it proved was told of an older one.

    At no price at all, a day off and a day's work lose 0 and 10; the work is worth 50.
    """
    problem = TourProblem(
        1,
        ((Work(14, 16),),),
        (Duty(0, 0),),
        (Trade((10,), (((0, 1),),)),),
        (Profile("ana", 0, (), 1, 1),),
        (Row("row", shortfall_price(1, 50)),),
    )
    ledger, networks = Ledger(problem), build_networks(problem)
    off, work = (ledger.solution(networks, (((duty,),),), ()) for duty in (None, 0))
    assert (off.objective, work.objective) == (50, 10)
    search = Search(30.0, threading.Event(), silent)
    search.offer(off)

    def and_meanwhile(*asked: object) -> int:
        search.offer(work)
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planner.solver.closing.lagrangian_bound", and_meanwhile)
        assert Closing(search, ledger, 1).run(np.zeros(1, np.int64), 20.0)
    assert search.best is work
    assert search.bound == 10
