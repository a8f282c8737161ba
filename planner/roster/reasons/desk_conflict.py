"""The smallest part of what a desk asks that nobody could keep, whatever it costs."""

from collections.abc import Iterable
from dataclasses import replace

from models.requirement import Requirement
from models.scenario import Scenario
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.linked_stop import LinkedStop
from planner.roster.people import make_crews
from planner.roster.reasons.desk_conditions import DeskCondition, desk_conditions
from planner.roster.reasons.pricing import Asked, Budget
from planner.roster.reasons.quick_conflict import quick_conflict
from planner.roster.translate import Translation, translate
from planner.roster.unpriced import unpaid
from planner.solver.answer import EngineProgress
from planner.solver.convex import ConvexPrice
from planner.solver.engine import solve
from planner.solver.problem import NoLegalTourError, Row, TourProblem

#: Rows that must be kept where coverage is hard; of live work only what is missing counts.
_WHERE_HARD = ("live", "share", "backlog", "service", "balance")
_FREE = ConvexPrice((0,), (0, 0))
#: A search may take one of so many shares of the time left.
_SHARE = 4


def desk_conflict(asked: Asked, scenario: Scenario, budget: Budget) -> tuple[DeskCondition, ...]:
    """Find conditions of a desk that cannot be kept together, and could without any one of them.

    Money plays no part: rules with a price, pay and shortfalls that are only priced are left out.
    Every answer is proven, by a bound above nothing or by a roster that misses nothing.

    Returns
    -------
    tuple of DeskCondition
        Empty where there is none, or time did not suffice to prove it.
    """
    conditions = desk_conditions(scenario, asked.frame, asked.requirement)
    feasible = _Feasible(asked, scenario, conditions, budget)
    found = quick_conflict(len(conditions), lambda kept: feasible.of(kept) is False)
    if not found:
        return ()
    proven = all(feasible.of(tuple(one for one in found if one != member)) for member in found)
    return tuple(conditions[one] for one in found) if proven else ()


class _Feasible:
    """Whether some of the conditions can be kept; each question is asked once."""

    def __init__(
        self, asked: Asked, scenario: Scenario, conditions: tuple[DeskCondition, ...], budget: Budget
    ) -> None:
        self._asked, self._scenario, self._budget = asked, scenario, budget
        self._conditions = conditions
        self._known: dict[tuple[int, ...], bool | None] = {}

    def of(self, kept: Iterable[int]) -> bool | None:
        """Answer; ``None`` where time does not suffice."""
        key = tuple(kept)
        if key not in self._known:
            self._known[key] = self._answer(set(key))
        return self._known[key]

    def _answer(self, kept: set[int]) -> bool | None:
        if not self._budget.is_left():
            return None
        stated = self._scenario, self._asked.requirement
        for number, condition in enumerate(self._conditions):
            if number not in kept:
                stated = condition.without(stated)
        try:
            problem = self._problem(*stated)
        except NoLegalTourError:
            return False
        stop = LinkedStop(self._budget.stop)

        def listen(news: EngineProgress) -> None:
            if news.objective == 0 or (news.bound or 0) > 0:
                stop.set()

        try:
            answer = solve(
                problem,
                seconds=self._budget.share(_SHARE),
                seed=self._budget.seed,
                stop=stop,
                listen=listen,
            )
        except NoLegalTourError:
            return False
        if answer.solution.objective == 0:
            return True
        return False if answer.bound > 0 else None

    def _problem(self, scenario: Scenario, asked: Requirement) -> TourProblem:
        frame = self._asked.frame
        tariff = self._asked.tariff.under(scenario)
        shifts = candidate_shifts(scenario, frame.open_intervals)
        crews = make_crews(scenario, frame, tariff)
        translation = translate(scenario, frame, shifts, asked, tariff, crews)
        return unpaid(_only_musts(translation, hard=scenario.prices.hard_coverage))


def _only_musts(translation: Translation, *, hard: bool) -> TourProblem:
    """Rows that must be kept keep their price; all others, and too many people, cost nothing."""
    rows = tuple(
        _must(row, kind, hard=hard)
        for row, kind in zip(translation.problem.rows, translation.row_kinds, strict=True)
    )
    return replace(translation.problem, rows=rows)


def _must(row: Row, kind: str, *, hard: bool) -> Row:
    if kind == "hard coverage":
        return row
    price = row.price
    if not hard or kind not in _WHERE_HARD:
        return replace(row, price=_FREE)
    if kind != "live":
        return row
    # beyond what is required an agent too many may have a price, which is no duty
    short = ConvexPrice(price.breaks[:1], (price.slopes[0], 0)) if price.slopes[0] < 0 else _FREE
    return replace(row, price=short)
