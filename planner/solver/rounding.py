"""A first integer solution from the relaxation: whole tours taken out of the fractional flow."""

import numpy as np

from planner.solver.answer import DutyTour
from planner.solver.best_response import Tours
from planner.solver.evaluate import Ledger
from planner.solver.flow_model import Arcs, FlowModel
from planner.solver.layers import Layers
from planner.solver.linear import Floats

#: A flow this close below a whole number counts as whole.
_ALMOST = 1e-6


def whole_tours(ledger: Ledger, networks: tuple[Layers, ...], model: FlowModel, values: Floats) -> Tours:
    """Take widest paths out of the relaxed flow while they carry at least one whole tour."""
    result: Tours = []
    duty_counts = values.copy()
    for number, profile in enumerate(ledger.problem.profiles):
        network = networks[number]
        tours: list[DutyTour] = []
        flows = [values[arcs.columns].copy() for arcs in model.arcs[number]]
        start = next(iter(network.starts.values()))
        while network.successors and len(tours) < profile.upper:
            path, width = _widest_path(model.arcs[number], flows, start, network)
            if width < 1 - _ALMOST:
                break
            for flow, arc in zip(flows, path, strict=True):
                flow[arc] -= 1
            groups = [int(arcs.group[arc]) for arcs, arc in zip(model.arcs[number], path, strict=True)]
            tours.append(
                tuple(
                    None if group < 0 else _likeliest(ledger, model, profile.trade, day, group, duty_counts)
                    for day, group in enumerate(groups)
                )
            )
        result.append(tours)
    return result


def _widest_path(
    arcs: tuple[Arcs, ...], flows: list[Floats], start: int, network: Layers
) -> tuple[list[int], float]:
    """Path from the start whose smallest flow is largest."""
    widths = np.full(len(network.allowed_ends), np.inf)
    choices: list[dict[int, int]] = []
    for layer, flow in zip(reversed(arcs), reversed(flows), strict=True):
        reach = np.minimum(flow, widths[layer.head])
        order = np.argsort(reach, kind="stable")
        states = int(layer.tail.max()) + 1
        widths = np.zeros(states)
        chosen = np.zeros(states, np.int64)
        widths[layer.tail[order]] = reach[order]
        chosen[layer.tail[order]] = order
        choices.append(dict(enumerate(chosen.tolist())))
    state, path, width = start, [], float(widths[start])
    for layer, choice in zip(arcs, reversed(choices), strict=True):
        path.append(choice[state])
        state = int(layer.head[choice[state]])
    return path, width


def _likeliest(ledger: Ledger, model: FlowModel, trade: int, day: int, group: int, counts: Floats) -> int:
    """Duty of a group the relaxation uses most; taking it lowers its count."""
    labels = model.groups[trade][day][group]
    members = [
        number
        for number, duty in enumerate(ledger.problem.duties)
        if duty.day == day and duty.label in labels
    ]
    best = max(members, key=lambda number: (counts[model.duties[trade, number]], -number))
    counts[model.duties[trade, best]] -= 1
    return best
