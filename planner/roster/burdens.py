"""How many shifts of a burden the requirement asks for: nights, weekends, shifts nobody likes."""

from math import ceil

import numpy as np

from models.rule import Frame
from models.scenario import Scenario
from models.shift import Shift
from planner.roster.candidate_shifts import candidate_shifts, worked_intervals
from planner.rules.bound import listed_coverage_rules
from planner.rules.shared_burden import SharedBurden
from planner.solver.linear import LinearProgram, solve_linear

_SECONDS = 10.0
#: What the solver's arithmetic may add to a whole number.
_SLACK = 1e-6


def with_expected_burdens(scenario: Scenario, frame: Frame, required: tuple[int, ...]) -> Scenario:
    """Tell the fairness rules of a scenario how many shifts there are to share.

    Rules that say it themselves are left alone, and so is a scenario without any.

    Parameters
    ----------
    scenario, frame
        The desk, and what the plan answers for.
    required
        Agents required, per interval.
    """
    in_force = listed_coverage_rules(scenario)
    unknown = [rule for rule in in_force if isinstance(rule, SharedBurden) and rule.expected is None]
    if not unknown:
        return scenario
    shifts = candidate_shifts(scenario, frame.open_intervals)
    rules = tuple(
        rule.model_copy(update={"expected": _least_counted(rule, frame, shifts, required)})
        if isinstance(rule, SharedBurden) and rule in unknown
        else rule
        for rule in scenario.rules
    )
    return scenario.model_copy(update={"rules": rules})


def _least_counted(
    rule: SharedBurden, frame: Frame, shifts: tuple[Shift, ...], required: tuple[int, ...]
) -> int:
    """Fewest shifts of the burden with which everything required is covered, as far as it can be.

    Whatever other shifts can do, they do: a linear program over the shifts of the period.
    """
    program = LinearProgram()
    columns = program.add_columns(
        0, np.inf, [float(rule.counts_shift(frame, shift)) for shift in shifts], integer=False
    )
    covering: dict[int, list[int]] = {}
    for column, shift in zip(columns.tolist(), shifts, strict=True):
        for interval in worked_intervals(frame.horizon, shift):
            if required[interval]:
                covering.setdefault(interval, []).append(column)
    if not covering:
        return 0
    rows = program.add_rows([float(required[interval]) for interval in covering], np.inf)
    for row, own in zip(rows.tolist(), covering.values(), strict=True):
        program.add_entries(row, own, 1)
    answer = solve_linear(program, relaxed=True, seconds=_SECONDS, seed=1)
    if answer.values is None:
        return 0
    counted = sum(
        value
        for value, shift in zip(answer.values[columns].tolist(), shifts, strict=True)
        if rule.counts_shift(frame, shift)
    )
    return ceil(float(counted) - _SLACK)
