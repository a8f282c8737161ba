"""A sparse linear or integer program as arrays, solved by HiGHS through MathOpt."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from models.errors import EngineError

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

#: Whole programs of at most so many columns are solved without presolve: they are as quick without,
#: and that of HiGHS was seen to cut off an optimum (see :mod:`planner.solver.cover_rows`).
_SMALL = 5_000
#: A value so close below a whole number is that number.
_ROUNDED = 1e-6


@dataclass
class LinearProgram:
    """Minimise cost over columns within bounds, subject to rows within bounds.

    Arrays are gathered block by block; every ``add`` returns the indices it made.
    """

    _lower: list[Floats] = field(default_factory=list)
    _upper: list[Floats] = field(default_factory=list)
    _cost: list[Floats] = field(default_factory=list)
    _integer: list[npt.NDArray[np.bool_]] = field(default_factory=list)
    _row_lower: list[Floats] = field(default_factory=list)
    _row_upper: list[Floats] = field(default_factory=list)
    _entries: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    columns: int = 0
    rows: int = 0

    def add_columns(
        self, lower: npt.ArrayLike, upper: npt.ArrayLike, cost: npt.ArrayLike, *, integer: bool
    ) -> Ints:
        """Add a block of columns; the arrays are broadcast to the longest."""
        low, high, price = np.broadcast_arrays(
            np.atleast_1d(np.asarray(lower, np.float64)),
            np.atleast_1d(np.asarray(upper, np.float64)),
            np.atleast_1d(np.asarray(cost, np.float64)),
        )
        self._lower.append(low)
        self._upper.append(high)
        self._cost.append(price)
        self._integer.append(np.full(len(low), integer))
        self.columns += len(low)
        return np.arange(self.columns - len(low), self.columns)

    def add_rows(self, lower: npt.ArrayLike, upper: npt.ArrayLike) -> Ints:
        """Add a block of rows."""
        low, high = np.broadcast_arrays(
            np.atleast_1d(np.asarray(lower, np.float64)), np.atleast_1d(np.asarray(upper, np.float64))
        )
        self._row_lower.append(low)
        self._row_upper.append(high)
        self.rows += len(low)
        return np.arange(self.rows - len(low), self.rows)

    def add_entries(self, rows: npt.ArrayLike, columns: npt.ArrayLike, values: npt.ArrayLike) -> None:
        """Add coefficients; those given twice for one place are summed."""
        row, column, value = np.broadcast_arrays(
            np.atleast_1d(np.asarray(rows, np.int64)),
            np.atleast_1d(np.asarray(columns, np.int64)),
            np.atleast_1d(np.asarray(values, np.float64)),
        )
        self._entries.append((row, column, value))

    @property
    def rests_at_zero(self) -> Mask:
        """Columns that may be held at zero: their lower bound is zero."""
        at_zero: Mask = np.concatenate(self._lower) == 0
        return at_zero

    def floors(self, values: Floats) -> Floats:
        """Lower bounds raised to the whole part of given values, where columns are whole."""
        lower, whole = np.concatenate(self._lower), np.concatenate(self._integer)
        raised: Floats = np.where(whole, np.maximum(lower, np.floor(values + _ROUNDED)), lower)
        return raised

    def model(
        self, *, relaxed: bool, closed: Mask | None = None, floors: Floats | None = None
    ) -> mathopt.Model:
        """Return the MathOpt model, with or without integrality, ``closed`` columns held at zero."""
        proto = model_pb2.ModelProto()
        proto.variables.ids.extend(range(self.columns))
        proto.variables.lower_bounds.extend(np.concatenate(self._lower) if floors is None else floors)
        upper = np.concatenate(self._upper)
        proto.variables.upper_bounds.extend(upper if closed is None else np.where(closed, 0.0, upper))
        whole = np.concatenate(self._integer)
        proto.variables.integers.extend((whole & (not relaxed)).tolist())
        cost = np.concatenate(self._cost)
        priced = np.flatnonzero(cost)
        proto.objective.linear_coefficients.ids.extend(priced.tolist())
        proto.objective.linear_coefficients.values.extend(cost[priced])
        proto.linear_constraints.ids.extend(range(self.rows))
        proto.linear_constraints.lower_bounds.extend(np.concatenate(self._row_lower))
        proto.linear_constraints.upper_bounds.extend(np.concatenate(self._row_upper))
        row, column, value = (np.concatenate(part) for part in zip(*self._entries, strict=True))
        place, inverse = np.unique(row * self.columns + column, return_inverse=True)
        summed = np.zeros(len(place))
        np.add.at(summed, inverse, value)
        place, summed = place[summed != 0], summed[summed != 0]
        matrix = proto.linear_constraint_matrix
        matrix.row_ids.extend((place // self.columns).tolist())
        matrix.column_ids.extend((place % self.columns).tolist())
        matrix.coefficients.extend(summed)
        return mathopt.Model.from_model_proto(proto)


@dataclass(frozen=True)
class LinearAnswer:
    """What HiGHS found.

    ``values`` is ``None`` without a solution; ``duals`` (per row) and ``reduced_costs`` (per
    column) are ``None`` unless a relaxation was solved to its optimum.  ``exhausted`` says
    that nothing better is left among the columns not held at zero.
    """

    objective: float
    bound: float
    values: Floats | None
    duals: Floats | None
    reduced_costs: Floats | None
    exhausted: bool


def solve_linear(
    program: LinearProgram,
    *,
    relaxed: bool,
    seconds: float,
    seed: int,
    closed: Mask | None = None,
    floors: Floats | None = None,
    listen: Callable[[Sequence[str]], None] | None = None,
) -> LinearAnswer:
    """Solve the program, or its relaxation, with HiGHS.

    Parameters
    ----------
    program
        The program.
    relaxed
        Drop the integrality of columns.
    seconds
        Time limit.
    seed
        Seed of the solver's choices.
    closed
        Columns to hold at zero.
    floors
        Lower bounds to use instead of the program's own.
    listen
        Receives the solver's log lines while it runs.

    Raises
    ------
    EngineError
        When the solver calls the program infeasible (with no column held), unbounded, or fails.
    """
    model = program.model(relaxed=relaxed, closed=closed, floors=floors)
    params = mathopt.SolveParameters(
        time_limit=dt.timedelta(seconds=max(0.01, seconds)),
        random_seed=seed,
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.999,
        # twice as fast as simplex on flows, and its duals leave fewer columns at zero cost
        lp_algorithm=mathopt.LPAlgorithm.BARRIER if relaxed else None,
        presolve=mathopt.Emphasis.OFF if not relaxed and program.columns <= _SMALL else None,
    )
    result = _solve(model, params, listen)
    variables = list(model.variables())
    reason = result.termination.reason
    good = [
        mathopt.TerminationReason.OPTIMAL,
        mathopt.TerminationReason.FEASIBLE,
        mathopt.TerminationReason.NO_SOLUTION_FOUND,
    ]
    if closed is not None:
        good += [
            mathopt.TerminationReason.INFEASIBLE,
            mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED,
        ]
    if reason not in good:
        raise EngineError(f"HiGHS stopped with {reason.name}: {result.termination.detail}")
    found = result.has_primal_feasible_solution()
    values = np.array(result.variable_values(variables)) if found else None
    duals = reduced_costs = None
    if relaxed and result.has_dual_feasible_solution():
        duals = np.array(result.dual_values(list(model.linear_constraints())))
        reduced_costs = np.array(result.reduced_costs(variables))
    return LinearAnswer(
        objective=result.objective_value() if found else float("inf"),
        bound=result.termination.objective_bounds.dual_bound,
        values=values,
        duals=duals,
        reduced_costs=reduced_costs,
        exhausted=reason
        not in (mathopt.TerminationReason.FEASIBLE, mathopt.TerminationReason.NO_SOLUTION_FOUND),
    )


def _solve(
    model: mathopt.Model,
    params: mathopt.SolveParameters,
    listen: Callable[[Sequence[str]], None] | None,
) -> mathopt.SolveResult:
    """Ask HiGHS; where it fails, ask again without its presolve, which is what fails."""
    without_presolve = dataclasses.replace(params, presolve=mathopt.Emphasis.OFF)
    failure: Exception | None = None
    for how in (params, without_presolve):
        try:
            return mathopt.solve(model, mathopt.SolverType.HIGHS, params=how, msg_cb=listen)
        except (ValueError, RuntimeError, AttributeError) as error:
            # ortools 9.15 turns some failures into an AttributeError of its own
            failure = error
    raise EngineError(f"HiGHS failed on the program: {failure}") from failure
