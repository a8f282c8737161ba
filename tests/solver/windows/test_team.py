import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.solver.columns.pricing import Priced, Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.problem import TourProblem
from planner.solver.windows.first_lines import no_lines
from planner.solver.windows.improve import Improver
from planner.solver.windows.lines import Lines
from planner.solver.windows.team import Team
from planner.solver.windows.window import Filling
from tests.solver.columns.programs import prices_for, whole_program
from tests.solver.enumerated import best_roster, counting_problems, recount
from tests.solver.windows.drawn_lines import assert_exact, drawn_lines
from tests.solver.windows.idle_lines import idle_roster

_SECONDS = 20.0


def team_of(program: Program, lines: Lines, priced: Priced, gains: list[bool], size: int = 2) -> Team:
    improvers = [
        Improver(lines.copy(), priced, program.slots, 2 + number, lambda: _SECONDS) for number in range(size)
    ]
    return Team(lines, improvers, lambda: priced, gains.append)


def rota_team(gains: list[bool], size: int = 2) -> tuple[Program, Team]:
    """A team at a roster of people who never work."""
    program, lines, prices = idle_roster()
    return program, team_of(program, lines, TourPricer(program).price(prices), gains, size)


@pytest.fixture
def pool() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as threads:
        yield threads


@given(counting_problems(), st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_side_by_side_the_roster_stays_exact_and_is_never_below_the_optimum(
    problem: TourProblem, data: st.DataObject
) -> None:
    program = whole_program(problem, 0)
    lines = data.draw(drawn_lines(program))
    assume(lines.lines)
    priced = TourPricer(program).price(data.draw(prices_for(program)))
    before, gains, over = lines.objective, list[bool](), threading.Event()
    team = team_of(program, lines, priced, gains)
    with ThreadPoolExecutor(2) as pool:
        team.start(pool, lambda: not over.is_set())
        team.run(lambda: len(gains) < 12)
        over.set()
        team.end()
    assert_exact(program, team.lines)
    assert best_roster(problem) <= team.lines.objective <= before
    assert any(gains) == (team.lines.objective < before)


def test_the_others_improve_while_the_caller_does_something_else(pool: Executor) -> None:
    gains: list[bool] = []
    program, team = rota_team(gains)
    before, over, until = team.lines.objective, threading.Event(), time.monotonic() + _SECONDS
    team.start(pool, lambda: not over.is_set())
    while not any(gains) and time.monotonic() < until:
        time.sleep(0.01)
    over.set()
    team.end()
    solution = team.lines.solution()
    assert before > solution.objective == team.lines.objective
    assert recount(program.ledger.problem, solution.tours, solution.sides) == solution.objective


def test_a_better_roster_is_taken_over_and_a_worse_one_is_not() -> None:
    gains: list[bool] = []
    _, team = rota_team(gains, size=1)
    first = team.lines.copy()
    team.run(lambda: not any(gains))
    better = team.lines.copy()
    assert better.objective < first.objective
    team.offer(first)
    assert team.lines.objective == better.objective
    _, other = rota_team([], size=1)
    other.offer(better)
    assert other.lines.objective == better.objective


def test_what_was_built_on_lines_that_are_gone_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A roster taken over may have other lines, and fewer, than the one a window was opened on."""
    gains: list[bool] = []
    program, team = rota_team(gains, size=1)
    fewer = no_lines(program, np.zeros(0, np.int64))
    fewer.lines, fewer.levels = team.lines.lines[:1], team.lines.levels
    step = Improver.step

    def overtaken(improver: Improver) -> Filling | None:
        filling = step(improver)
        if filling is not None:
            team.lines.take(fewer)
        return filling

    monkeypatch.setattr(Improver, "step", overtaken)
    team.run(lambda: len(team.lines.lines) > 1)
    assert not any(gains)
    assert team.lines.lines == fewer.lines


def test_better_prices_are_looked_at_from_the_next_window_on() -> None:
    gains: list[bool] = []
    program, team = rota_team(gains, size=1)
    rows = len(program.ledger.problem.rows)
    others = TourPricer(program).price(Prices(np.zeros(rows, np.int64), ({},)))
    team.priced = lambda: others
    team.run(lambda: not gains)
    assert team.improvers[0].priced is others


def test_what_goes_wrong_beside_comes_up(pool: Executor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(improver: Improver) -> Filling | None:
        raise ArithmeticError(improver.seed)

    monkeypatch.setattr(Improver, "step", fail)
    _, team = rota_team([])
    team.start(pool, lambda: True)
    with pytest.raises(ArithmeticError, match="3"):
        team.end()
    with pytest.raises(ArithmeticError, match="3"):
        team.run(lambda: True)
