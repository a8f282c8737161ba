"""The compact integer program: flows through the networks of legal tours, solved by HiGHS."""

import math
import time
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from planner.solver.answer import DutyTour, Solution
from planner.solver.join import join_rows
from planner.solver.kept_counter import keep_counters
from planner.solver.layers import FORBIDDEN, Layers
from planner.solver.network import build_networks
from planner.solver.problem import TourProblem
from tests.benchmarks.support.outcome import Outcome, TooLargeError
from tests.benchmarks.support.program import Program, solve_program

MAX_COLUMNS = 5_000_000


@dataclass(frozen=True)
class FlowDay:
    """One day of one profile: ``arcs[tail]`` are (column, head, class) and a class is some duties.

    Class 0 is the day off; ``counts[class]`` are the (column, duty) pairs of its duties.
    """

    arcs: dict[int, list[tuple[int, int, int]]]
    counts: dict[int, list[tuple[int, int]]]


class FlowProgram:
    """The program of a problem, its columns, and the way back to tours.

    Per profile a whole number of tours flows along the arcs of its network; labels that the
    network does not tell apart share an arc, and the number of tours on each of their duties
    is a column of its own.  Costs are divided by their common factor.

    Raises
    ------
    TooLargeError
        More columns than ``MAX_COLUMNS``.
    """

    def __init__(self, problem: TourProblem, networks: tuple[Layers, ...]) -> None:
        columns = sum(network.arcs for network in networks)
        if columns > 3 * MAX_COLUMNS:
            raise TooLargeError(f"too large: {columns:,} arcs")
        self.problem, self.program = problem, Program()
        self.scale = _common_factor(problem, networks)
        self._levels: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._on_label: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, duty in enumerate(problem.duties):
            self._on_label[duty.day, duty.label].append(number)
        self.heads: list[int] = []
        self.flows: list[tuple[FlowDay, ...]] = []
        for number, network in enumerate(networks):
            self._add_flow(number, network)
            if len(self.program.lower) > MAX_COLUMNS:
                raise TooLargeError(f"too large: more than {MAX_COLUMNS:,} columns")
        self.starts = [next(iter(network.starts.values())) for network in networks]
        self.sides = [
            self.program.column(side.lower, side.upper, side.cost / self.scale)
            for side in problem.side_columns
        ]
        for side, column in zip(problem.side_columns, self.sides, strict=True):
            for row, amount in side.covers:
                self._levels[row].append((column, amount))
        self.constant = sum(self._add_row(number) for number in range(len(problem.rows)))

    def _add_flow(self, number: int, network: Layers) -> None:
        profile = self.problem.profiles[number]
        head = self.program.column(profile.lower, profile.upper, profile.head_cost / self.scale)
        self.heads.append(head)
        days: list[FlowDay] = []
        start = next(iter(network.starts.values()))
        if start == FORBIDDEN or not network.successors:
            self.program.row(0, [(head, 1)])
            self.flows.append(())
            return
        came: dict[int, list[int]] = {start: [head]}
        for day in range(len(network.successors)):
            flow = self._add_day(number, network, day)
            for tail, columns in came.items():
                left = [(column, -1.0) for column, _, _ in flow.arcs.get(tail, [])]
                self.program.row(0, [*((column, 1.0) for column in columns), *left])
            came = defaultdict(list)
            for arcs in flow.arcs.values():
                for column, to, _ in arcs:
                    came[to].append(column)
            days.append(flow)
        self.flows.append(tuple(days))

    def _add_day(self, number: int, network: Layers, day: int) -> FlowDay:
        profile, successors, costs = (
            self.problem.profiles[number],
            network.successors[day],
            network.costs[day],
        )
        trade = self.problem.trades[profile.trade]
        last = day + 1 == len(network.successors)
        alike: dict[bytes, int] = {}
        members: list[list[int]] = []
        for column in range(successors.shape[1]):
            signature = successors[:, column].tobytes() + costs[:, column].tobytes()
            # the day off is a class of its own: it has no duty to count
            kind = alike.setdefault(signature, len(members)) if column else 0
            if kind == len(members):
                members.append([])
            members[kind].append(column)
        arcs: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        of_class: dict[int, list[int]] = defaultdict(list)
        for kind, columns in enumerate(members):
            for tail in np.flatnonzero(successors[:, columns[0]] != FORBIDDEN).tolist():
                to, cost = int(successors[tail, columns[0]]), int(costs[tail, columns[0]])
                cost += int(network.end_costs[to]) if last else 0
                arc = self.program.column(0, profile.upper, cost / self.scale)
                arcs[tail].append((arc, to, kind))
                of_class[kind].append(arc)
        counts: dict[int, list[tuple[int, int]]] = {}
        for kind, columns in enumerate(members):
            if kind and of_class[kind]:
                duties = [duty for column in columns for duty in self._on_label[day, column - 1]]
                counts[kind] = [
                    (self.program.column(0, profile.upper, trade.costs[duty] / self.scale), duty)
                    for duty in duties
                ]
                for column, duty in counts[kind]:
                    for row, amount in trade.covers[duty]:
                        self._levels[row].append((column, amount))
                worked = [(arc, -1.0) for arc in of_class[kind]]
                self.program.row(0, [*((column, 1.0) for column, _ in counts[kind]), *worked])
        return FlowDay(arcs, counts)

    def _add_row(self, number: int) -> int:
        """Add a row with slack on both sides of its cheapest break; return the price there."""
        price = self.problem.rows[number].price
        pivot, breaks = price.pivot, price.breaks
        row = self.program.row(breaks[pivot], self._levels[number])
        for place in range(pivot, -1, -1):
            width = breaks[place] - breaks[place - 1] if place else math.inf
            slack = self.program.column(0, width, -price.slopes[place] / self.scale, whole=False)
            self.program.entries.append((row, slack, 1.0))
        for place in range(pivot, len(breaks)):
            width = breaks[place + 1] - breaks[place] if place + 1 < len(breaks) else math.inf
            slack = self.program.column(0, width, price.slopes[place + 1] / self.scale, whole=False)
            self.program.entries.append((row, slack, -1.0))
        return price.at(breaks[pivot])

    def tours(self, values: list[int]) -> tuple[tuple[DutyTour, ...], ...]:
        """Take a flow apart into tours: labels of a class may be swapped, so any choice is legal."""
        left = list(values)
        result = []
        for head, start, days in zip(self.heads, self.starts, self.flows, strict=True):
            own: list[DutyTour] = []
            for _ in range(values[head]):
                state, tour = start, list[int | None]()
                for flow in days:
                    arc, state, kind = next(one for one in flow.arcs[state] if left[one[0]] > 0)
                    left[arc] -= 1
                    count, duty = next(
                        (one for one in flow.counts.get(kind, ()) if left[one[0]] > 0), (None, None)
                    )
                    if count is not None:
                        left[count] -= 1
                    tour.append(duty)
                own.append(tuple(tour))
            result.append(tuple(own))
        return tuple(result)


def _common_factor(problem: TourProblem, networks: tuple[Layers, ...]) -> int:
    """Greatest common divisor of all costs: with it gone, the last unit can be proven in floats."""
    numbers = [profile.head_cost for profile in problem.profiles]
    numbers += [cost for trade in problem.trades for cost in trade.costs]
    numbers += [slope for row in problem.rows for slope in row.price.slopes]
    numbers += [side.cost for side in problem.side_columns]
    factor = math.gcd(*numbers)
    for network in networks:
        for part in (*network.costs, network.end_costs):
            factor = math.gcd(factor, int(np.gcd.reduce(part, axis=None)) if part.size else 0)
    return max(1, factor)


def run_mip(problem: TourProblem, seconds: float, seed: int, workers: int) -> Outcome:
    """Build networks and program, and solve it; building counts towards the time."""
    del workers  # HiGHS has one core here: MathOpt refuses the parameter
    begun = time.perf_counter()
    joined = join_rows(problem)
    networks = build_networks(keep_counters(joined))
    network_seconds = time.perf_counter() - begun
    flow = FlowProgram(joined, networks)
    build_seconds = time.perf_counter() - begun
    answer = solve_program(flow.program, seconds - build_seconds, seed)
    wall = time.perf_counter() - begun
    solution = None
    if answer.values is not None:
        cost = math.fsum(c * v for c, v in zip(flow.program.cost, answer.values, strict=True))
        sides = tuple(answer.values[column] for column in flow.sides)
        claimed = round(flow.scale * cost) + flow.constant
        solution = Solution(flow.tours(answer.values), sides, claimed)
    # with every column whole, the program's value is whole
    bound = None if answer.bound is None else flow.scale * math.ceil(answer.bound - 1e-6) + flow.constant
    first = None if answer.first_at is None else answer.first_at - begun
    note = f"{answer.note}, {len(flow.program.lower):,} columns"
    return Outcome(solution, bound, wall, network_seconds, first, note)
