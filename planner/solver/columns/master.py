"""The restricted master: the linear program over the tours found so far."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from ortools.glop import parameters_pb2
from ortools.math_opt.python import mathopt

from models.errors import EngineError
from planner.solver.columns.pricing import Prices
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.price_scale import PRICE_SCALE

#: Duties that hit more rows than this get a row of their own that counts them.
_ROWS_PER_DUTY = 4
#: Breaking a priced counter by one costs this many times what one day can cost or save.
_PROHIBITIVE = 20
#: The steepest price of a row, in the units of the program.
_STEEPEST = 100.0
#: Linked programs of more rows than this are solved anew each time.
_LARGE = 1000


@dataclass(frozen=True)
class MasterAnswer:
    """Solution of the restricted master: objective, a value per tour and free side, prices."""

    objective: float
    values: Floats
    sides: Floats
    prices: Prices


class Master:
    """Linear program over tours, side columns and the rows' stretches, grown tour by tour.

    Parameters
    ----------
    program
        What is to be combined.
    """

    def __init__(self, program: Program) -> None:
        ledger, slots = program.ledger, program.slots
        self._ledger, self._slots, self._program = ledger, slots, program
        # costs around one hundred keep the simplex method's tolerances meaningful
        self._unit = ledger.prices.steepest / _STEEPEST
        self.tours: list[PricedTour] = []
        self._model = mathopt.Model()
        self._tour_variables: list[mathopt.Variable] = []
        self._seen: set[tuple[int, bytes]] = set()
        self._row_of: dict[int, mathopt.LinearConstraint] = {}
        self.constant = int(ledger.prices.lowest(program.rows).sum())
        self._index = ledger.cover_index
        self._links: dict[int, tuple[mathopt.LinearConstraint, mathopt.Variable]] = {}
        entries = sum(len(ledger.cover_row[trade]) for trade in {slot.trade for slot in slots})
        duties = len(ledger.problem.duties) * len({slot.trade for slot in slots})
        self._is_linked = entries > _ROWS_PER_DUTY * duties
        dearest = max(np.abs(costs).max(initial=0) for costs in ledger.trade_costs)
        charged = ledger.prices.steepest + float(dearest) + program.space.dearest
        self._prohibitive = _PROHIBITIVE * charged / self._unit
        self._add_sides()
        self._heads = [self._model.add_linear_constraint(lb=slot.lower, ub=slot.upper) for slot in slots]
        self._limits = self._add_limits()
        for row in program.rows.tolist():
            self._add_row(row)
        self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)

    def add(self, tour: PricedTour) -> bool:
        """Add a tour unless it is there already."""
        key = (tour.slot, tour.duties.tobytes())
        if key in self._seen:
            return False
        self._seen.add(key)
        slot = self._slots[tour.slot]
        variable = self._model.add_variable(lb=0.0)
        self._model.objective.set_linear_coefficient(variable, tour.cost / self._unit)
        self._heads[tour.slot].set_coefficient(variable, 1.0)
        for constraint, counter, limit in self._limits[tour.slot]:
            constraint.set_coefficient(variable, tour.totals[counter] + slot.outside[counter] - limit)
        if self._is_linked:
            for duty in tour.duties.tolist():
                self._link(self._index.place(slot.trade, duty)).set_coefficient(variable, -1.0)
        else:
            for row, amount in self._hits(slot.trade, tour.duties).items():
                self._row_of[row].set_coefficient(variable, amount)
        self.tours.append(tour)
        self._tour_variables.append(variable)
        return True

    def solve(self, seconds: float) -> MasterAnswer | None:
        """Solve to the optimum; ``None`` when time runs out first."""
        result = self._ask(dt.timedelta(seconds=max(0.05, seconds)))
        reason = result.termination.reason
        if reason in (mathopt.TerminationReason.NO_SOLUTION_FOUND, mathopt.TerminationReason.FEASIBLE):
            return None
        if reason != mathopt.TerminationReason.OPTIMAL:
            raise EngineError(f"the master program ended with {reason.name}: {result.termination.detail}")
        return MasterAnswer(
            result.objective_value() * self._unit + self.constant,
            np.array(result.variable_values(self._tour_variables)),
            np.array(result.variable_values(self._side_variables)),
            self._prices(result),
        )

    @property
    def is_large(self) -> bool:
        """Whether solving takes so long that a round of pricing hardly counts beside it."""
        return self._is_linked and len(self._row_of) > _LARGE

    def _ask(self, limit: dt.timedelta) -> mathopt.SolveResult:
        """Ask GLOP; where that fails, ask again from nothing, then with presolve.

        Small programs go on from their last basis.  Large ones are quicker solved anew by
        the dual simplex method once presolve has taken out what it can.
        """
        # scaled anew each time, the old columns would look changed and the basis be thrown away
        warm = mathopt.SolveParameters(
            time_limit=limit,
            presolve=mathopt.Emphasis.OFF,
            glop=parameters_pb2.GlopParameters(use_scaling=False),
        )
        anew = mathopt.SolveParameters(time_limit=limit, lp_algorithm=mathopt.LPAlgorithm.DUAL_SIMPLEX)
        failure: Exception | None = None
        for parameters in (anew, warm, anew) if self.is_large else (warm, warm, anew):
            try:
                result = self._solver.solve(params=parameters)
                if result.termination.reason != mathopt.TerminationReason.IMPRECISE:
                    return result
                failure = None
            except (ValueError, RuntimeError, AttributeError) as error:
                # ortools 9.15 turns some failures into an AttributeError of its own
                failure = error
            self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        raise EngineError(f"GLOP failed on the master program: {failure or 'imprecise'}") from failure

    def _prices(self, result: mathopt.SolveResult) -> Prices:
        rows = np.zeros(len(self._ledger.problem.rows), np.int64)
        there = self._program.rows
        duals = np.array(result.dual_values([self._row_of[row] for row in there.tolist()]))
        rounded = np.rint(-duals * self._unit * PRICE_SCALE).astype(np.int64)
        rows[there] = self._ledger.prices.clip(there, rounded, PRICE_SCALE)
        counters = []
        for own in self._limits:
            prices: dict[int, int] = {}
            for constraint, counter, _ in own:
                dual = round(-result.dual_values(constraint) * self._unit * PRICE_SCALE)
                prices[counter] = prices.get(counter, 0) + dual
            counters.append(prices)
        return Prices(rows, tuple(counters))

    def _add_sides(self) -> None:
        self._side_variables: list[mathopt.Variable] = []
        self._sides_of: dict[int, list[tuple[mathopt.Variable, int]]] = defaultdict(list)
        for number in self._program.free_sides.tolist():
            side = self._ledger.problem.side_columns[number]
            variable = self._model.add_variable(lb=side.lower, ub=side.upper)
            self._model.objective.set_linear_coefficient(variable, side.cost / self._unit)
            self._side_variables.append(variable)
            for row, amount in side.covers:
                self._sides_of[row].append((variable, amount))

    def _add_row(self, row: int) -> None:
        """Row of the master: what covers it, plus what is short, minus what is over, is its target."""
        price = self._ledger.problem.rows[row].price
        pivot, breaks, slopes = price.pivot, price.breaks, price.slopes
        target = breaks[pivot] - int(self._program.base[row])
        constraint = self._model.add_linear_constraint(lb=target, ub=target)
        self._row_of[row] = constraint
        for variable, amount in self._sides_of.get(row, ()):
            constraint.set_coefficient(variable, amount)
        for place in range(pivot, -1, -1):
            width = breaks[place] - breaks[place - 1] if place else np.inf
            short = self._model.add_variable(lb=0.0, ub=width)
            constraint.set_coefficient(short, 1.0)
            self._model.objective.set_linear_coefficient(short, -slopes[place] / self._unit)
        for place in range(pivot + 1, len(slopes)):
            width = breaks[place] - breaks[place - 1] if place < len(breaks) else np.inf
            over = self._model.add_variable(lb=0.0, ub=width)
            constraint.set_coefficient(over, -1.0)
            self._model.objective.set_linear_coefficient(over, slopes[place] / self._unit)

    def _add_limits(self) -> list[list[tuple[mathopt.LinearConstraint, int, int]]]:
        """Rows that keep priced counters, on average over a slot's tours, within their bounds."""
        limits = []
        for slot in self._slots:
            own = []
            for number in slot.priced:
                use = slot.counters[number]
                own.append((self._limit_row(ub=0.0, give=-1.0), number, use.upper))
                if use.lower > 0:
                    own.append((self._limit_row(lb=0.0, give=1.0), number, use.lower))
            limits.append(own)
        return limits

    def _limit_row(self, *, give: float, lb: float = -np.inf, ub: float = np.inf) -> mathopt.LinearConstraint:
        """Row for a priced counter, which may be broken at a prohibitive price until tours keep it."""
        constraint = self._model.add_linear_constraint(lb=lb, ub=ub)
        broken = self._model.add_variable(lb=0.0)
        constraint.set_coefficient(broken, give)
        self._model.objective.set_linear_coefficient(broken, self._prohibitive)
        return constraint

    def _link(self, place: int) -> mathopt.LinearConstraint:
        """Row that counts a duty: one sparse entry per tour instead of one per interval."""
        if place not in self._links:
            constraint = self._model.add_linear_constraint(lb=0.0, ub=0.0)
            count = self._model.add_variable(lb=0.0)
            constraint.set_coefficient(count, 1.0)
            for row, amount in self._index.of_place(place):
                if row in self._row_of:
                    self._row_of[row].set_coefficient(count, amount)
            self._links[place] = constraint, count
        return self._links[place][0]

    def _hits(self, trade: int, duties: Ints) -> dict[int, int]:
        """Rows of the program that duties hit, with amounts."""
        hits: dict[int, int] = {}
        start, rows = self._ledger.cover_start[trade], self._ledger.cover_row[trade]
        amounts = self._ledger.cover_amount[trade]
        for duty in duties.tolist():
            part = slice(start[duty], start[duty + 1])
            for row, amount in zip(rows[part].tolist(), amounts[part].tolist(), strict=True):
                if row in self._row_of:
                    hits[row] = hits.get(row, 0) + amount
        return hits
