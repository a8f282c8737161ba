"""A sparse integer program, gathered column by column and solved by HiGHS through MathOpt."""

import datetime as dt
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

_PROGRESS = re.compile(r"^\s*[A-Za-z]?\s+\d+\s+\d+\s+\d+\s+[\d.]+%\s+\S+\s+(?P<best>[-\d.e+]+)\s")


@dataclass
class Program:
    """Columns with bounds and cost, rows with one right-hand side, and entries."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    right_side: list[float] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)

    def column(self, lower: float, upper: float, cost: float, *, whole: bool = True) -> int:
        """Add a column; return its number."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.cost.append(cost)
        self.whole.append(whole)
        return len(self.lower) - 1

    def row(self, right_side: float, entries: Iterable[tuple[int, float]] = ()) -> int:
        """Add an equation; return its number."""
        self.right_side.append(right_side)
        number = len(self.right_side) - 1
        self.entries += [(number, column, value) for column, value in entries]
        return number

    def model(self) -> mathopt.Model:
        """Return the MathOpt model."""
        proto = model_pb2.ModelProto()
        proto.variables.ids.extend(range(len(self.lower)))
        proto.variables.lower_bounds.extend(self.lower)
        proto.variables.upper_bounds.extend(self.upper)
        proto.variables.integers.extend(self.whole)
        priced = [number for number, cost in enumerate(self.cost) if cost]
        proto.objective.linear_coefficients.ids.extend(priced)
        proto.objective.linear_coefficients.values.extend(self.cost[number] for number in priced)
        proto.linear_constraints.ids.extend(range(len(self.right_side)))
        proto.linear_constraints.lower_bounds.extend(self.right_side)
        proto.linear_constraints.upper_bounds.extend(self.right_side)
        matrix = proto.linear_constraint_matrix
        # each place once, in order: MathOpt asks for it
        place = np.array([row * len(self.lower) + column for row, column, _ in self.entries], np.int64)
        places, inverse = np.unique(place, return_inverse=True)
        values = np.zeros(len(places))
        np.add.at(values, inverse, [value for _, _, value in self.entries])
        matrix.row_ids.extend((places // len(self.lower)).tolist())
        matrix.column_ids.extend((places % len(self.lower)).tolist())
        matrix.coefficients.extend(values.tolist())
        return mathopt.Model.from_model_proto(proto)


@dataclass(frozen=True)
class ProgramAnswer:
    """Values of the columns, and the bound; ``None`` where HiGHS has none."""

    values: list[int] | None
    bound: float | None
    first_at: float | None
    note: str


def solve_program(program: Program, seconds: float, seed: int) -> ProgramAnswer:
    """Solve with HiGHS as it comes, on the one core MathOpt lets it use, to a gap of nothing."""
    first_at: float | None = None

    def read(lines: Sequence[str]) -> None:
        nonlocal first_at
        if first_at is None and any(_PROGRESS.match(line) for line in lines):
            first_at = time.perf_counter()

    model = program.model()
    params = mathopt.SolveParameters(
        time_limit=dt.timedelta(seconds=max(1.0, seconds)),
        random_seed=seed,
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.999,
    )
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=params, msg_cb=read)
    values = None
    if result.has_primal_feasible_solution():
        if first_at is None:
            first_at = time.perf_counter()
        values = [round(value) for value in result.variable_values(list(model.variables()))]
    bound = result.termination.objective_bounds.dual_bound
    note = result.termination.reason.name.lower().replace("_", " ")
    return ProgramAnswer(values, bound if np.isfinite(bound) else None, first_at, note)
