from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.columns import dive as dive_module
from planner.solver.columns.dive import Dive, Dived, narrowed, residual
from planner.solver.columns.generation import Generation
from planner.solver.columns.master_answer import MasterAnswer
from planner.solver.columns.program import Program
from planner.solver.problem import TourProblem
from tests.solver.columns.programs import CELLS, as_known, whole_program
from tests.solver.enumerated import (
    Known,
    best_objective,
    best_roster,
    counting_problems,
    keeps,
    known_tours,
    side_options,
    tour_options,
)
from tests.solver.rota import big_rota

RELAXED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SHARES = st.sampled_from((0.0, 0.12, 0.5, 1.0))


def solved(program: Program) -> tuple[Generation, MasterAnswer]:
    generation = Generation(program, lambda: 30.0)
    answer = generation.run(lambda answer, bound: False)
    assert answer is not None
    return generation, answer


def taken(program: Program, dived: Dived) -> dict[int, list[Known]]:
    """The tours by slot, all of them legal, counters included."""
    problem = program.space.problem
    own = defaultdict(list)
    for tour in dived.tours:
        one = as_known(program, tour)
        assert keeps(problem.profiles[program.slots[tour.slot].profile], one)
        assert one.cost == tour.cost
        own[tour.slot].append(one)
    return own


def best_from(program: Program, held: dict[int, list[Known]]) -> float:
    """Lowest objective of the rosters that have these tours."""
    problem = program.space.problem
    rows = len(problem.rows)
    decisions = []
    for slot in program.slots:
        own = held.get(slot.number, [])
        decisions.append([(one.cost, one.levels) for one in own[:1]] or tour_options([], 0, 0, rows))
        decisions += [[(one.cost, one.levels)] for one in own[1:]]
        lower, upper = max(0, slot.lower - len(own)), slot.upper - len(own)
        decisions.append(tour_options(known_tours(problem, slot.profile), lower, upper, rows))
    count = len(problem.side_columns)
    return best_objective(problem, [*decisions, *side_options(problem, range(count), [0] * count)])


@given(counting_problems(), CELLS, SHARES, st.sampled_from([0.0, 0.3, 1.0]))
@RELAXED
def test_every_slot_is_filled_with_legal_tours(
    problem: TourProblem, cells: int, share: float, noise: float
) -> None:
    program = whole_program(problem, cells)
    dive = Dive(share, 1e-6, lambda: True, noise=noise, draw=np.random.default_rng(1))
    dived = dive.run(*solved(program), np.inf)
    assert dived.finished
    own = taken(program, dived)
    for slot in program.slots:
        assert slot.lower <= len(own[slot.number]) <= slot.upper
    assert best_from(program, own) >= best_roster(problem)


@given(counting_problems(), CELLS, SHARES, st.integers(-20, 20))
@RELAXED
def test_it_gives_up_only_where_nothing_better_can_follow(
    problem: TourProblem, cells: int, share: float, more: int
) -> None:
    program = whole_program(problem, cells)
    beat = best_roster(problem) + more
    dived = Dive(share, 1e-6, lambda: True).run(*solved(program), beat)
    own = taken(program, dived)
    for slot in program.slots:
        assert len(own[slot.number]) <= slot.upper
    if not dived.finished:
        assert best_from(program, own) > beat - 1e-6


@given(counting_problems(), CELLS)
@settings(parent=RELAXED, max_examples=20)
def test_it_stops_when_told_to(problem: TourProblem, cells: int) -> None:
    program = whole_program(problem, cells)
    dived = Dive(0.0, 1e-6, lambda: False).run(*solved(program), np.inf)
    assert dived == Dived((), finished=False)


@given(counting_problems())
@RELAXED
def test_counters_priced_so_far_are_kept_from_then_on(problem: TourProblem) -> None:
    program = whole_program(problem, 0)
    generation, answer = solved(program)
    strict = narrowed(generation, answer)
    assert all(slot.priced == () for slot in strict.program.slots)
    found = strict.run(lambda answer, bound: False)
    assert found is not None
    for number in np.flatnonzero(found.values > 1e-9).tolist():
        tour = strict.master.tours[number]
        own = as_known(program, tour)
        assert keeps(problem.profiles[program.slots[tour.slot].profile], own)


@given(counting_problems(), CELLS, SHARES)
@RELAXED
def test_after_a_dive_the_relaxation_is_what_it_was(problem: TourProblem, cells: int, share: float) -> None:
    program = whole_program(problem, cells)
    generation, answer = solved(program)
    Dive(share, 1e-6, lambda: True).run(generation, answer, np.inf)
    generation.master.release()
    again = generation.run(lambda answer, bound: False)
    assert again is not None
    assert again.objective == pytest.approx(answer.objective, abs=0.05)


@given(counting_problems(), st.data())
@RELAXED
def test_what_is_left_counts_what_was_taken(problem: TourProblem, data: st.DataObject) -> None:
    program = whole_program(problem)
    generation, answer = solved(program)
    pool = list(generation.master.tours)
    chosen: Counter[int] = Counter()
    for slot in program.slots:
        own = [number for number, tour in enumerate(pool) if tour.slot == slot.number]
        if own:
            chosen += Counter(data.draw(st.lists(st.sampled_from(own), max_size=slot.upper)))
    following = residual(generation, dict(chosen))
    counts: Counter[int] = Counter()
    levels = np.zeros(len(problem.rows), np.int64)
    for number, times in chosen.items():
        counts[pool[number].slot] += times
        levels += times * as_known(program, pool[number]).levels
    left = [
        slot.number
        for slot in program.slots
        if (counts[slot.number] < slot.upper if chosen else slot.lower > 0)
    ]
    if following is None:
        assert left == []
        return
    assert [slot.number for slot in following.program.slots] == left
    assert following.program.base.tolist() == levels.tolist()
    for slot in following.program.slots:
        before = program.slots[slot.number]
        assert slot.upper == before.upper - counts[slot.number]
        assert slot.lower == max(0, before.lower - counts[slot.number])
    found = following.run(lambda answer, bound: False)
    assert found is not None
    spent = sum(times * pool[number].cost for number, times in chosen.items())
    assert found.objective + spent >= answer.objective - 0.05
    assert following.bound <= found.objective + 0.05


@pytest.mark.parametrize(
    ("beat", "bound", "objective", "near_enough"),
    [
        # a tenth of the room between bound and what is to be beaten
        (1_000.0, 900.0, 909.0, True),
        (1_000.0, 900.0, 911.0, False),
        (904.0, 900.0, 900.5, False),
        # nothing better can follow
        (899.0, 900.0, 905.0, True),
        # a tenth of the objective where there is nothing to beat
        (np.inf, 900.0, 990.0, True),
        (np.inf, 900.0, 1_010.0, False),
        # no bound yet: there is always a round of prices first
        (1_000.0, -np.inf, 900.0, False),
    ],
)
def test_a_step_is_settled_by_what_it_may_still_lose(
    monkeypatch: pytest.MonkeyPatch, beat: float, bound: float, objective: float, near_enough: bool
) -> None:
    """A step left a thousandth of the whole objective open, more than windows had to lose altogether."""
    program = whole_program(big_rota(3, days=3))
    generation, answer = solved(program)
    # half a tour each: the dive has to solve again
    answer = replace(answer, values=np.full(len(answer.values), 0.5))
    told = []

    def run(
        self: Generation, enough: Callable[[MasterAnswer, float], bool], rounds: int = 0
    ) -> MasterAnswer | None:
        told.append(enough(replace(answer, objective=objective), bound))
        return None

    monkeypatch.setattr(Generation, "run", run)
    monkeypatch.setattr(
        dive_module, "residual", lambda generation, chosen: replace(generation, program=program)
    )
    monkeypatch.setattr(dive_module, "narrowed", lambda generation, answer: generation)
    generation.best = None
    first = generation.master.tours[0]
    Dive(0.0, 0.1, lambda: True).run(generation, answer, beat + first.cost)
    assert told == [near_enough]
