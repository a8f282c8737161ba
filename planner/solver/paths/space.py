"""The tours of every profile, ready to be priced."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.solver.kept_counter import keep_counters
from planner.solver.layers import FORBIDDEN, Ints, Layers
from planner.solver.network import Product, Tables, build_products, refuse_stuck, tabulate_all
from planner.solver.paths.network import COUNTERS, Floats, PathNetwork, path_network
from planner.solver.paths.task import PathTask
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import Profile, State, TourProblem

#: More than any total; bounds beyond it are cut to it, to fit 32 bits.
ENDLESS = 2**30 - 1


@dataclass(frozen=True)
class CounterUse:
    """One counter of a profile.

    Parameters
    ----------
    key
        Its identity.
    place
        Place in the amounts of the product, or -1 where ``by_column`` says it all.
    by_column
        Amount of each label column of the horizon (zeros where it has memory).
    lower, upper
        Bounds of its total.
    """

    key: Hashable
    place: int
    by_column: Ints
    lower: int
    upper: int

    @property
    def has_memory(self) -> bool:
        """Whether amounts depend on more than the label."""
        return self.place >= 0


@dataclass(frozen=True)
class TourSpace:
    """Legal tours of one profile: a start in a shared product, own label costs, counters.

    Costs are multiplied by ``PRICE_SCALE``, here and in the networks.
    """

    product: int
    start: int
    label_cost: Floats
    end_cost: int
    counters: tuple[CounterUse, ...]

    @cached_property
    def always_kept(self) -> tuple[int, ...]:
        """Counters always kept in the state: those that remember, and those with a minimum."""
        return tuple(n for n, use in enumerate(self.counters) if use.has_memory or use.lower > 0)

    def broken(self, columns: Ints, kept: tuple[int, ...]) -> int | None:
        """First counter that a tour breaks, of those that are not kept."""
        for number, use in enumerate(self.counters):
            if number not in kept and not use.lower <= int(use.by_column[columns].sum()) <= use.upper:
                return number
        return None


class PathSpace:
    """Networks and costs of all profiles of a problem.

    Parameters
    ----------
    problem
        The problem.

    Raises
    ------
    planner.solver.problem.NoLegalTourError
        When a profile that must be taken has no legal tour.
    """

    def __init__(self, problem: TourProblem) -> None:
        self.problem = problem
        widths = [len(labels) + 1 for labels in problem.labels]
        self.first_column: Ints = np.concatenate([[0], np.cumsum(widths)]).astype(np.int64)
        self.columns = int(self.first_column[-1])
        tables = tabulate_all(problem)
        self._moved = [_excess(profile, tables) for profile in problem.profiles]
        if any(self._moved):
            problem = keep_counters(problem, self._moved)
            tables = tabulate_all(problem)
        products = build_products(problem, tables)
        self._layers = [product.layers for product in products]
        self._networks: dict[tuple[int, tuple[Hashable, ...]], PathNetwork] = {}
        self._tasks: dict[tuple[int, tuple[int, ...]], PathTask] = {}
        self._shared: dict[bytes, Floats] = {}
        self.profiles: dict[int, TourSpace] = {}
        for number, product in enumerate(products):
            for member, start in product.members.items():
                filters = tables.filters(problem.profiles[member])
                uses = self._uses(tables, product, member)
                self.profiles[member] = self._tour_space(number, start, filters, uses)
        refuse_stuck(problem, {number for number in self.profiles if not self.has_tour(number)})

    @cached_property
    def dearest(self) -> int:
        """Most that a rule charges or pays for one day, or at the end, in any profile."""
        costs = [np.abs(part).max(initial=0) for layers in self._layers for part in layers.costs]
        costs += [np.abs(layers.end_costs).max(initial=0) for layers in self._layers]
        for own in self.profiles.values():
            finite = own.label_cost[np.isfinite(own.label_cost)]
            costs += [np.abs(finite).max(initial=0) / PRICE_SCALE, abs(own.end_cost) / PRICE_SCALE]
        return int(max(costs, default=0))

    def has_tour(self, profile: int) -> bool:
        """Whether the profile has any legal tour."""
        own = self.profiles[profile]
        if own.start == FORBIDDEN:
            return False
        counting_little = np.zeros(self.columns) + sum(use.by_column for use in own.counters)
        kept = own.always_kept
        while True:
            path = self.task(profile, kept).cheapest(counting_little)
            if path is None:
                return False
            broken = own.broken(path.columns, kept)
            if broken is None or len(kept) == COUNTERS:
                return True
            kept = (*kept, broken)

    def layers_of(self, profile: int) -> Layers:
        """Product the profile's tours live in."""
        return self._layers[self.profiles[profile].product]

    def network(self, profile: int, kept: tuple[int, ...]) -> PathNetwork:
        """Network of a profile with some of its counters kept."""
        own = self.profiles[profile]
        uses = [own.counters[number] for number in kept]
        key = (own.product, tuple(use.key for use in uses))
        if key not in self._networks:
            sources = [use.place if use.has_memory else use.by_column for use in uses]
            self._networks[key] = path_network(self._layers[own.product], sources)
        return self._networks[key]

    def task(self, profile: int, kept: tuple[int, ...]) -> PathTask:
        """Cheapest whole tours of a profile, with some of its counters kept."""
        if (profile, kept) not in self._tasks:
            own = self.profiles[profile]
            network = self.network(profile, kept)
            ends = len(network.end_cost)
            lowest = np.zeros((ends, COUNTERS), np.int32)
            highest = np.zeros((ends, COUNTERS), np.int32)
            for order, number in enumerate(kept):
                place = COUNTERS - 1 - order
                lowest[:, place] = np.clip(own.counters[number].lower, -1, ENDLESS)
                highest[:, place] = np.clip(own.counters[number].upper, -1, ENDLESS)
            self._tasks[profile, kept] = PathTask(
                network,
                own.label_cost,
                self.first_column,
                0,
                network.days,
                own.start,
                np.zeros(COUNTERS, np.int32),
                network.end_cost + own.end_cost,
                lowest,
                highest,
                bool(kept),
            )
        return self._tasks[profile, kept]

    def _tour_space(
        self,
        product: int,
        start: State,
        filters: Iterable[tuple[Layers, State]],
        uses: tuple[CounterUse, ...],
    ) -> TourSpace:
        label_cost = np.zeros(self.columns)
        end_cost, begin = 0, self._layers[product].starts[start]
        for table, own_start in filters:
            if table.starts[own_start] == FORBIDDEN:
                begin = FORBIDDEN
                break
            label_cost += np.concatenate(
                [
                    np.where(row[0] == FORBIDDEN, np.inf, cost[0])
                    for row, cost in zip(table.successors, table.costs, strict=True)
                ]
            )
            end_cost += int(table.end_costs[0])
        label_cost *= PRICE_SCALE
        shared = self._shared.setdefault(label_cost.tobytes(), label_cost)
        return TourSpace(product, begin, shared, end_cost * PRICE_SCALE, uses)

    def _uses(self, tables: Tables, product: Product, member: int) -> tuple[CounterUse, ...]:
        """Counters of a profile; those moved into its automata are left nothing to count."""
        uses = []
        for number, counter in enumerate(self.problem.profiles[member].counters):
            by_column = np.zeros(self.columns, np.int64)
            if number in self._moved[member]:
                uses.append(CounterUse(counter.key, -1, by_column, 0, 0))
                continue
            place = product.counters.index(counter.key) if counter.key in product.counters else -1
            if place < 0:
                counted = tables.counters[counter.key].amounts
                by_column = np.concatenate([amounts[0, :, 0] for amounts in counted])
            uses.append(CounterUse(counter.key, place, by_column, counter.lower, counter.upper))
        return tuple(uses)


def _excess(profile: Profile, tables: Tables) -> frozenset[int]:
    """Counters that must always be kept but find no room in the state: those of the smallest bounds."""
    always = [
        (counter.upper, number)
        for number, counter in enumerate(profile.counters)
        if counter.lower > 0 or not tables.counters[counter.key].is_stateless
    ]
    return frozenset(number for _, number in sorted(always)[: max(0, len(always) - COUNTERS)])
