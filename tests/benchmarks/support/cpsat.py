"""A plain CP-SAT model of a tour problem: Booleans per person, day and duty."""

import math
import time
from collections import defaultdict
from itertools import pairwise

from ortools.sat.python import cp_model

from planner.solver.answer import DutyTour, Solution
from planner.solver.convex import ConvexPrice
from planner.solver.join import join_rows
from planner.solver.problem import TourProblem
from tests.benchmarks.support.cpsat_tours import Person, TourModeller
from tests.benchmarks.support.outcome import Outcome, TooLargeError
from tests.benchmarks.support.problem_tables import tables_of

MAX_BOOLEANS = 1_000_000
#: Variable, its amount, its least and largest value.
Term = tuple[cp_model.IntVar, int, int, int]


class _FirstSolution(cp_model.CpSolverSolutionCallback):
    """Looks at the clock when the first roster is found."""

    def __init__(self, begun: float) -> None:
        super().__init__()
        self.begun = begun
        self.seconds: float | None = None

    def on_solution_callback(self) -> None:
        """Note the time, once."""
        if self.seconds is None:
            self.seconds = time.perf_counter() - self.begun


class CpSatModel:
    """The model and its variables.

    Rows that always have one level are joined, as for our engine; nothing is hinted.

    Raises
    ------
    TooLargeError
        More Booleans of duties than ``MAX_BOOLEANS``.
    """

    def __init__(self, problem: TourProblem) -> None:
        booleans = len(problem.duties) * sum(profile.upper for profile in problem.profiles)
        if booleans > MAX_BOOLEANS:
            raise TooLargeError(f"too large: {booleans:,} Booleans")
        self.problem = join_rows(problem)
        self.model = cp_model.CpModel()
        modeller = TourModeller(self.model, problem, tables_of(problem))
        self.people: list[list[Person]] = [
            [modeller.add(profile, optional=number >= profile.lower) for number in range(profile.upper)]
            for profile in problem.profiles
        ]
        self.sides = [self.model.new_int_var(side.lower, side.upper, "") for side in problem.side_columns]
        self.model.minimize(sum([*self._tour_costs(), *self._side_costs(), *self._row_prices()]))

    def _tour_costs(self) -> list[cp_model.LinearExprT]:
        parts: list[cp_model.LinearExprT] = []
        for profile, own in zip(self.problem.profiles, self.people, strict=True):
            costs = self.problem.trades[profile.trade].costs
            for person in own:
                parts.append(person.taken * profile.head_cost)
                parts += [variable * costs[duty] for duty, variable in person.duties.items()]
                parts += person.costs
        return parts

    def _side_costs(self) -> list[cp_model.LinearExprT]:
        sides = self.problem.side_columns
        return [value * side.cost for side, value in zip(sides, self.sides, strict=True)]

    def _row_prices(self) -> list[cp_model.LinearExprT]:
        """Return what the levels of all rows cost."""
        levels: dict[int, list[Term]] = defaultdict(list)
        for profile, own in zip(self.problem.profiles, self.people, strict=True):
            covers = self.problem.trades[profile.trade].covers
            for person in own:
                for duty, variable in person.duties.items():
                    for row, amount in covers[duty]:
                        levels[row].append((variable, amount, 0, 1))
        for side, value in zip(self.problem.side_columns, self.sides, strict=True):
            for row, amount in side.covers:
                levels[row].append((value, amount, side.lower, side.upper))
        return [
            part
            for number, row in enumerate(self.problem.rows)
            for part in self._row_price(row.price, levels[number])
        ]

    def _row_price(self, price: ConvexPrice, terms: list[Term]) -> list[cp_model.LinearExprT]:
        """Tie a level to slack on both sides of its cheapest break; return what the slack costs."""
        low = sum(min(amount * least, amount * most) for _, amount, least, most in terms)
        high = sum(max(amount * least, amount * most) for _, amount, least, most in terms)
        pivot, breaks = price.pivot, price.breaks
        target = breaks[pivot]
        edges_down = [*breaks[pivot::-1], min(low, breaks[0])]
        edges_up = [*breaks[pivot:], max(high, breaks[-1])]
        short = [self.model.new_int_var(0, a - b, "") for a, b in pairwise(edges_down)]
        over = [self.model.new_int_var(0, b - a, "") for a, b in pairwise(edges_up)]
        level = sum(variable * amount for variable, amount, _, _ in terms)
        self.model.add(level + sum(short) - sum(over) == target)
        return [
            price.at(target),
            *(slack * -price.slopes[pivot - i] for i, slack in enumerate(short)),
            *(slack * price.slopes[pivot + 1 + i] for i, slack in enumerate(over)),
        ]

    def solution(self, solver: cp_model.CpSolver) -> Solution:
        """Read the roster back."""
        tours = []
        for own in self.people:
            its_tours: list[DutyTour] = []
            for person in own:
                if solver.value(person.taken):
                    tour: list[int | None] = [None] * self.problem.days
                    for duty, variable in person.duties.items():
                        if solver.value(variable):
                            tour[self.problem.duties[duty].day] = duty
                    its_tours.append(tuple(tour))
            tours.append(tuple(its_tours))
        sides = tuple(int(solver.value(value)) for value in self.sides)
        return Solution(tuple(tours), sides, round(solver.objective_value))


def run_cpsat(problem: TourProblem, seconds: float, seed: int, workers: int) -> Outcome:
    """Build the model and solve it; building counts towards the time."""
    begun = time.perf_counter()
    built = CpSatModel(problem)
    build_seconds = time.perf_counter() - begun
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(1.0, seconds - build_seconds)
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = workers
    watch = _FirstSolution(begun)
    status = solver.solve(built.model, watch)
    wall = time.perf_counter() - begun
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    solution = built.solution(solver) if found else None
    bound = math.ceil(solver.best_objective_bound - 1e-6) if status != cp_model.INFEASIBLE else None
    note = f"{solver.status_name(status).lower()}, model {build_seconds:.0f} s"
    return Outcome(solution, bound, wall, None, watch.seconds, note)
