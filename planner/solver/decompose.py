"""From integer flows to individual tours.

An integer flow on an acyclic network splits exactly into as many paths as its value; which
duty of a group a path gets is free, because no rule tells the group's duties apart.
"""

from collections import defaultdict

import numpy as np

from planner.solver.answer import DutyTour
from planner.solver.evaluate import Ledger
from planner.solver.flow_model import FlowModel
from planner.solver.layers import Ints, Layers


def tours_of_flow(
    ledger: Ledger, networks: tuple[Layers, ...], model: FlowModel, values: Ints
) -> tuple[tuple[DutyTour, ...], ...]:
    """Split the whole flow ``values`` (one per column of the program) into tours per profile."""
    supply = _duty_supply(ledger, model, values)
    result = []
    for number, profile in enumerate(ledger.problem.profiles):
        network = networks[number]
        heads = int(values[model.heads[number]])
        start = next(iter(network.starts.values()))
        tours = []
        if network.successors:
            left = [values[arcs.columns].copy() for arcs in model.arcs[number]]
            for _ in range(heads):
                path = _take_path(model, number, start, left)
                tours.append(
                    tuple(
                        None if group < 0 else supply[profile.trade, day, group].pop()
                        for day, group in enumerate(path)
                    )
                )
        result.append(tuple(sorted(tours, key=_reading_order)))
    return tuple(result)


def _take_path(model: FlowModel, profile: int, start: int, left: list[Ints]) -> list[int]:
    """Follow arcs with flow from the start, lowest group first, and take one unit off each."""
    state, path = start, []
    for arcs, flow in zip(model.arcs[profile], left, strict=True):
        arc = int(np.flatnonzero((arcs.tail == state) & (flow > 0))[0])
        flow[arc] -= 1
        path.append(int(arcs.group[arc]))
        state = int(arcs.head[arc])
    return path


def _duty_supply(ledger: Ledger, model: FlowModel, values: Ints) -> dict[tuple[int, int, int], list[int]]:
    """Duties to hand out, per (trade, day, group), each as often as it was counted."""
    group_of = {
        (trade, day, label): group
        for trade, days in enumerate(model.groups)
        for day, groups in enumerate(days)
        for group, labels in enumerate(groups)
        for label in labels
    }
    supply: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for trade, columns in enumerate(model.duties):
        for number in range(len(columns) - 1, -1, -1):
            if columns[number] >= 0:
                duty = ledger.problem.duties[number]
                key = (trade, duty.day, group_of[trade, duty.day, duty.label])
                supply[key] += [number] * int(values[columns[number]])
    return supply


def _reading_order(tour: DutyTour) -> tuple[int, ...]:
    return tuple(-1 if duty is None else duty for duty in tour)
