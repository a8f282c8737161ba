"""A linear program that grows column by column and is solved again and again by GLOP."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.glop import parameters_pb2 as glop
from ortools.math_opt import (
    callback_pb2,
    model_parameters_pb2,
    model_pb2,
    model_update_pb2,
    parameters_pb2,
    result_pb2,
    sparse_containers_pb2,
)
from ortools.math_opt.core.python import solver
from ortools.math_opt.python import mathopt
from pybind11_abseil.status import StatusNotOk

from models.errors import EngineError
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats

_NO_CALLBACK = callback_pb2.CallbackRegistrationProto()
_WITHOUT_ZEROS = sparse_containers_pb2.SparseVectorFilterProto(skip_zero_values=True)
_WANTED = model_parameters_pb2.ModelSolveParametersProto(
    variable_values_filter=_WITHOUT_ZEROS,
    dual_values_filter=_WITHOUT_ZEROS,
    reduced_costs_filter=sparse_containers_pb2.SparseVectorFilterProto(filter_by_ids=True),
)
_OPTIMAL = result_pb2.TERMINATION_REASON_OPTIMAL
_IMPRECISE = result_pb2.TERMINATION_REASON_IMPRECISE
_OUT_OF_TIME = (result_pb2.TERMINATION_REASON_NO_SOLUTION_FOUND, result_pb2.TERMINATION_REASON_FEASIBLE)


@dataclass(frozen=True)
class Solved:
    """An optimum: objective, value of each column, dual value of each row."""

    objective: float
    values: Floats
    duals: Floats


class GrowingProgram:
    """Minimisation over columns; rows are all there before the first solve.

    It speaks to MathOpt in messages: thousands of small programs are written down, and
    MathOpt's own model, an object per column and entry, takes longer for that than GLOP does
    to solve them.

    Attributes
    ----------
    steps
        Steps of the simplex method so far.
    """

    def __init__(self) -> None:
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._cost: list[float] = []
        self._row_lower: list[float] = []
        self._row_upper: list[float] = []
        self._entries: list[tuple[Ints, Ints, Floats]] = []
        self._solver: solver.Solver | None = None
        self._sent_columns = self._sent_entries = 0
        self._moved_columns: set[int] = set()
        self._moved_rows: set[int] = set()
        self.steps = 0

    def add_columns(self, lower: Sequence[float], upper: Sequence[float], cost: Sequence[float]) -> int:
        """Add columns; return the number of the first."""
        first = len(self._lower)
        self._lower += lower
        self._upper += upper
        self._cost += cost
        return first

    def add_rows(self, lower: Sequence[float], upper: Sequence[float]) -> int:
        """Add rows; return the number of the first."""
        first = len(self._row_lower)
        self._row_lower += lower
        self._row_upper += upper
        return first

    def add_entries(self, rows: npt.ArrayLike, columns: npt.ArrayLike, values: npt.ArrayLike) -> None:
        """Add coefficients, each place once; a single column or value stands for all rows."""
        row, column, value = np.broadcast_arrays(np.atleast_1d(rows), columns, values)
        self._entries.append((row.astype(np.int64), column.astype(np.int64), value.astype(np.float64)))

    def bound_column(self, column: int, lower: float | None = None, upper: float | None = None) -> None:
        """Change the bounds of a column."""
        if lower is not None:
            self._lower[column] = lower
        if upper is not None:
            self._upper[column] = upper
        if column < self._sent_columns:
            self._moved_columns.add(column)

    def bound_row(self, row: int, lower: float | None = None, upper: float | None = None) -> None:
        """Change the bounds of a row."""
        if lower is not None:
            self._row_lower[row] = lower
        if upper is not None:
            self._row_upper[row] = upper
        self._moved_rows.add(row)

    def solve(self, seconds: float, most_steps: int | None = None) -> Solved | None:
        """Solve to the optimum; ``None`` when time or steps run out first.

        GLOP goes on from its last basis where only columns are new, or only bounds moved.
        Where that fails it is asked again from nothing, then with presolve.

        Raises
        ------
        models.errors.EngineError
            When there is no optimum, or GLOP finds none.
        """
        if most_steps is not None and most_steps <= 0:
            return None
        # scaled anew each time, the old columns would look changed and the basis be thrown away
        warm = mathopt.SolveParameters(
            time_limit=dt.timedelta(seconds=max(0.05, seconds)),
            iteration_limit=most_steps,
            presolve=mathopt.Emphasis.OFF,
            lp_algorithm=mathopt.LPAlgorithm.DUAL_SIMPLEX
            if self._moved_columns or self._moved_rows
            else None,
            glop=glop.GlopParameters(use_scaling=False),
        ).to_proto()
        anew = mathopt.SolveParameters(
            time_limit=dt.timedelta(seconds=max(0.05, seconds)),
            iteration_limit=most_steps,
            lp_algorithm=mathopt.LPAlgorithm.DUAL_SIMPLEX,
        ).to_proto()
        failure: Exception | None = None
        for parameters in (warm, warm, anew):
            try:
                result = self._ask(parameters)
                self.steps += result.solve_stats.simplex_iterations
                if result.termination.reason != _IMPRECISE:
                    return self._read(result)
                failure = None
            except (StatusNotOk, RuntimeError) as error:
                failure = error
            self._solver = None
        raise EngineError(f"GLOP failed on the master program: {failure or 'imprecise'}") from failure

    def _model(self) -> model_pb2.ModelProto:
        rows = model_pb2.LinearConstraintsProto(
            ids=range(len(self._row_lower)), lower_bounds=self._row_lower, upper_bounds=self._row_upper
        )
        return model_pb2.ModelProto(
            variables=self._variables(0),
            linear_constraints=rows,
            objective=model_pb2.ObjectiveProto(linear_coefficients=self._costs(0)),
            linear_constraint_matrix=_matrix(self._entries),
        )

    def _variables(self, first: int) -> model_pb2.VariablesProto:
        return model_pb2.VariablesProto(
            ids=range(first, len(self._lower)),
            lower_bounds=self._lower[first:],
            upper_bounds=self._upper[first:],
            integers=[False] * (len(self._lower) - first),
        )

    def _costs(self, first: int) -> sparse_containers_pb2.SparseDoubleVectorProto:
        return sparse_containers_pb2.SparseDoubleVectorProto(
            ids=range(first, len(self._lower)), values=self._cost[first:]
        )

    def _ask(self, parameters: parameters_pb2.SolveParametersProto) -> result_pb2.SolveResultProto:
        if self._solver is None:
            kind = mathopt.SolverType.GLOP.value
            self._solver = solver.new(kind, self._model(), parameters_pb2.SolverInitializerProto())
        else:
            update = model_update_pb2.ModelUpdateProto(
                new_variables=self._variables(self._sent_columns),
                objective_updates=model_update_pb2.ObjectiveUpdatesProto(
                    linear_coefficients=self._costs(self._sent_columns)
                ),
                linear_constraint_matrix_updates=_matrix(self._entries[self._sent_entries :]),
                variable_updates=model_update_pb2.VariableUpdatesProto(
                    lower_bounds=_some(self._moved_columns, self._lower),
                    upper_bounds=_some(self._moved_columns, self._upper),
                ),
                linear_constraint_updates=model_update_pb2.LinearConstraintUpdatesProto(
                    lower_bounds=_some(self._moved_rows, self._row_lower),
                    upper_bounds=_some(self._moved_rows, self._row_upper),
                ),
            )
            if not self._solver.update(update):
                self._solver = None
                return self._ask(parameters)
        self._sent_columns, self._sent_entries = len(self._lower), len(self._entries)
        self._moved_columns, self._moved_rows = set(), set()
        return self._solver.solve(parameters, _WANTED, None, _NO_CALLBACK, None, None)

    def _read(self, result: result_pb2.SolveResultProto) -> Solved | None:
        reason = result.termination.reason
        if reason in _OUT_OF_TIME:
            return None
        if reason != _OPTIMAL:
            name = result_pb2.TerminationReasonProto.Name(reason)
            raise EngineError(f"the master program ended with {name}: {result.termination.detail}")
        found = result.solutions[0]
        return Solved(
            found.primal_solution.objective_value,
            _dense(found.primal_solution.variable_values, len(self._lower)),
            _dense(found.dual_solution.dual_values, len(self._row_lower)),
        )


def _matrix(
    entries: Sequence[tuple[Ints, Ints, Floats]],
) -> sparse_containers_pb2.SparseDoubleMatrixProto:
    if not entries:
        return sparse_containers_pb2.SparseDoubleMatrixProto()
    rows, columns, values = (np.concatenate(part) for part in zip(*entries, strict=True))
    order = np.lexsort((columns, rows))
    return sparse_containers_pb2.SparseDoubleMatrixProto(
        row_ids=rows[order].tolist(), column_ids=columns[order].tolist(), coefficients=values[order].tolist()
    )


def _some(places: set[int], values: list[float]) -> sparse_containers_pb2.SparseDoubleVectorProto:
    ordered = sorted(places)
    return sparse_containers_pb2.SparseDoubleVectorProto(
        ids=ordered, values=[values[place] for place in ordered]
    )


def _dense(sparse: sparse_containers_pb2.SparseDoubleVectorProto, count: int) -> Floats:
    dense = np.zeros(count)
    dense[np.array(sparse.ids, np.int64)] = sparse.values
    return dense
