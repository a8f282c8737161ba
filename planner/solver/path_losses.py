"""What a solution loses at least by using a column of the flow model, path by path.

At an optimum of the relaxation a solution costs the optimum and the reduced cost of every column
it uses.  Who uses an arc walks a whole tour through it, so an arc's loss is that of the cheapest
tour through it; and a duty's loss, of the cheapest tour with that duty (compare Irnich et al.
2010, where the prices are those of a Lagrangian bound).
"""

from dataclasses import dataclass

import numpy as np

from planner.solver.flow_model import FlowModel
from planner.solver.layers import Layers
from planner.solver.linear import Floats, Ints
from planner.solver.problem import TourProblem


@dataclass(frozen=True)
class _Day:
    """Arcs of one day: states, columns and least losses; then the duties each of them may be."""

    tail: Ints
    head: Ints
    columns: Ints
    loss: Floats
    duty_columns: Ints
    duty_arcs: Ints
    duty_extra: Floats


def path_losses(
    problem: TourProblem, networks: tuple[Layers, ...], model: FlowModel, reduced_costs: Floats
) -> Floats:
    """Return what using each column costs at least, above the relaxation.

    Parameters
    ----------
    problem, networks, model
        The problem in its forms.
    reduced_costs
        At an optimum of the relaxation, per column of the program.

    Returns
    -------
    numpy.ndarray
        Per column, in units of the program; never below the column's own reduced cost.
    """
    own = np.maximum(reduced_costs, 0.0)
    arc_losses, duty_losses = own.copy(), np.full(len(own), np.inf)
    for number, profile in enumerate(problem.profiles):
        days = [
            _day(problem, model, own, profile.trade, number, day) for day in range(len(model.arcs[number]))
        ]
        if not days:
            continue
        for day, through in zip(days, _through(days, networks[number]), strict=True):
            arc_losses[day.columns] = np.maximum(arc_losses[day.columns], through)
            np.minimum.at(duty_losses, day.duty_columns, through[day.duty_arcs] + day.duty_extra)
    losses: Floats = np.where(np.isfinite(duty_losses), np.maximum(own, duty_losses), arc_losses)
    return losses


def _day(problem: TourProblem, model: FlowModel, own: Floats, trade: int, profile: int, day: int) -> _Day:
    """Price a day's arcs by their own columns and the cheapest duty of their group."""
    arcs = model.arcs[profile][day]
    by_label: dict[int, list[int]] = {}
    for number, duty in enumerate(problem.duties):
        if duty.day == day:
            by_label.setdefault(duty.label, []).append(number)
    loss = own[arcs.columns]
    columns, places, extra = [], [], []
    for group, labels in enumerate(model.groups[trade][day]):
        duties = model.duties[trade, [duty for label in labels for duty in by_label[label]]]
        mine = np.flatnonzero(arcs.group == group)
        cheapest = own[duties].min()
        loss[mine] += cheapest
        columns.append(np.repeat(duties, len(mine)))
        places.append(np.tile(mine, len(duties)))
        extra.append(np.repeat(own[duties] - cheapest, len(mine)))
    if not columns:
        nothing = np.zeros(0, np.int64)
        return _Day(arcs.tail, arcs.head, arcs.columns, loss, nothing, nothing, np.zeros(0))
    return _Day(
        arcs.tail,
        arcs.head,
        arcs.columns,
        loss,
        np.concatenate(columns),
        np.concatenate(places),
        np.concatenate(extra),
    )


def _through(days: list[_Day], network: Layers) -> list[Floats]:
    """Per day and arc, the loss of the cheapest tour through the arc; infinite where there is none."""
    sizes = [*(len(layer) for layer in network.successors), len(network.allowed_ends)]
    ahead = [np.zeros(sizes[-1])]
    for day, size in zip(reversed(days), reversed(sizes[:-1]), strict=True):
        least = np.full(size, np.inf)
        np.minimum.at(least, day.tail, day.loss + ahead[-1][day.head])
        ahead.append(least)
    ahead.reverse()
    behind = np.full(sizes[0], np.inf)
    behind[next(iter(network.starts.values()))] = 0.0
    through = []
    for number, day in enumerate(days):
        so_far = behind[day.tail] + day.loss
        through.append(so_far + ahead[number + 1][day.head])
        behind = np.full(sizes[number + 1], np.inf)
        np.minimum.at(behind, day.head, so_far)
    return through
