"""The tour problem as an integer flow: how many tours pass along each arc of each network."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from planner.solver.cover_rows import add_cover_rows, add_side_columns
from planner.solver.layers import FORBIDDEN, Layers
from planner.solver.linear import Ints, LinearProgram
from planner.solver.problem import TourProblem


@dataclass(frozen=True)
class Arcs:
    """Arcs of one profile's network on one day, one per (tail, head, group).

    ``group`` is the number of the label group of the trade on that day; -1 is a day off.
    ``columns`` are the flow's columns in the linear program.
    """

    tail: Ints
    head: Ints
    group: Ints
    cost: Ints
    columns: Ints


@dataclass(frozen=True)
class FlowModel:
    """The linear program and where everything stands in it.

    Parameters
    ----------
    program
        The program; its objective is the problem's divided by ``scale``, less ``constant``.
    scale, constant
        Objective of the problem is ``scale * program + constant``.
    heads
        Column per profile: number of tours taken.
    arcs
        Per profile, per day.
    duties
        Column per (trade, duty), -1 where no profile of the trade can do it.
    groups
        Per trade, per day: label groups as tuples of labels.
    sides
        Column per side column.
    rows
        Row of the program per row of the problem.
    """

    program: LinearProgram
    scale: int
    constant: int
    heads: Ints
    arcs: tuple[tuple[Arcs, ...], ...]
    duties: Ints
    groups: tuple[tuple[tuple[tuple[int, ...], ...], ...], ...]
    sides: Ints
    rows: Ints


def build_flow_model(problem: TourProblem, networks: tuple[Layers, ...]) -> FlowModel:
    """Write the flow model of a problem whose networks are built."""
    program = LinearProgram()
    scale = _common_factor(problem, networks)
    heads = program.add_columns(
        [p.lower for p in problem.profiles],
        [p.upper for p in problem.profiles],
        np.array([p.head_cost for p in problem.profiles]) / scale,
        integer=True,
    )
    groups = tuple(_label_groups(problem, networks, trade) for trade in range(len(problem.trades)))
    arcs = tuple(
        _profile_arcs(program, problem, networks[number], groups[profile.trade], heads[number], scale)
        for number, profile in enumerate(problem.profiles)
    )
    duties = _link_duties(program, problem, arcs, groups, scale)
    sides = add_side_columns(program, problem, scale)
    entries = [
        (row, int(duties[trade, duty]), amount)
        for trade, spec in enumerate(problem.trades)
        for duty, covers in enumerate(spec.covers)
        if duties[trade, duty] >= 0
        for row, amount in covers
    ]
    rows, constant = add_cover_rows(program, problem, entries, sides, scale)
    return FlowModel(program, scale, constant, heads, arcs, duties, groups, sides, rows)


def _common_factor(problem: TourProblem, networks: tuple[Layers, ...]) -> int:
    """Greatest common divisor of all costs: dividing by it makes gaps provable in floats."""
    parts = [np.array([p.head_cost for p in problem.profiles], np.int64)]
    parts += [np.array(trade.costs, np.int64) for trade in problem.trades]
    parts += [price.reshape(-1) for network in networks for price in network.costs]
    parts += [network.end_costs for network in networks]
    parts += [np.array(row.price.slopes, np.int64) for row in problem.rows]
    parts += [np.array([s.cost for s in problem.side_columns], np.int64)]
    return max(1, int(np.gcd.reduce(np.abs(np.concatenate([part for part in parts if len(part)])))))


def _label_groups(
    problem: TourProblem, networks: tuple[Layers, ...], trade: int
) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Per day, labels that no network of the trade tells apart; forbidden ones left out."""
    mine = [
        networks[n] for n, p in enumerate(problem.profiles) if p.trade == trade and networks[n].successors
    ]
    days = []
    for day, labels in enumerate(problem.labels):
        alike: dict[bytes, list[int]] = defaultdict(list)
        for label in range(len(labels)):
            columns = [network.successors[day][:, label + 1] for network in mine]
            if all((column == FORBIDDEN).all() for column in columns):
                continue
            costs = [network.costs[day][:, label + 1] for network in mine]
            alike[b"".join(part.tobytes() for part in (*columns, *costs))].append(label)
        days.append(tuple(tuple(labels_alike) for labels_alike in alike.values()))
    return tuple(days)


def _profile_arcs(
    program: LinearProgram,
    problem: TourProblem,
    network: Layers,
    groups: tuple[tuple[tuple[int, ...], ...], ...],
    head: int,
    scale: int,
) -> tuple[Arcs, ...]:
    """Add one profile's flow: conservation at every state, ``head`` tours in, all tours out."""
    if not network.successors:
        program.add_entries(program.add_rows(0, 0), head, 1)
        return ()
    upper = max(profile.upper for profile in problem.profiles)
    layers = []
    balance = program.add_rows(np.zeros(len(network.successors[0])), 0)
    start = next(iter(network.starts.values()))
    program.add_entries(balance[start], head, 1)
    for day, (table, price) in enumerate(zip(network.successors, network.costs, strict=True)):
        picked = [0, *(labels[0] + 1 for labels in groups[day])]
        tail, column = np.nonzero(table[:, picked] != FORBIDDEN)
        label = np.array(picked)[column]
        successor, cost = table[tail, label], price[tail, label]
        last = day + 1 == len(network.successors)
        if last:
            cost = cost + network.end_costs[successor]
        columns = program.add_columns(0, np.full(len(tail), upper), cost / scale, integer=True)
        program.add_entries(balance[tail], columns, -1)
        if not last:
            balance = program.add_rows(np.zeros(len(network.successors[day + 1])), 0)
            program.add_entries(balance[successor], columns, 1)
        layers.append(Arcs(tail, successor, column - 1, cost, columns))
    return tuple(layers)


def _link_duties(
    program: LinearProgram,
    problem: TourProblem,
    arcs: tuple[tuple[Arcs, ...], ...],
    groups: tuple[tuple[tuple[tuple[int, ...], ...], ...], ...],
    scale: int,
) -> Ints:
    """Add a count per (trade, duty) and tie each group's counts to the flow along its arcs."""
    columns = np.full((len(problem.trades), len(problem.duties)), -1, dtype=np.int64)
    by_label: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, duty in enumerate(problem.duties):
        by_label[duty.day, duty.label].append(number)
    upper = sum(profile.upper for profile in problem.profiles)
    for trade, spec in enumerate(problem.trades):
        members = [n for n, p in enumerate(problem.profiles) if p.trade == trade and arcs[n]]
        for day in range(problem.days):
            for group, labels in enumerate(groups[trade][day]):
                duties = [duty for label in labels for duty in by_label[day, label]]
                row = program.add_rows(0, 0)
                cost = np.array([spec.costs[duty] for duty in duties]) / scale
                counts = program.add_columns(0, np.full(len(duties), upper), cost, integer=True)
                columns[trade, duties] = counts
                program.add_entries(row, counts, -1)
                for member in members:
                    mine = arcs[member][day]
                    program.add_entries(row, mine.columns[mine.group == group], 1)
    return columns
