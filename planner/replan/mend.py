"""Mend a published plan: the fewest changes, or the cheapest by price, and the frontier between them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from models.errors import SmenaError
from models.money import to_minor
from models.plan import Proof, Status
from models.progress import Listener
from models.replanning import Fewest, FrontierPoint
from models.requirement import Requirement
from models.roster_answer import RosterAnswer
from models.rule import Frame
from models.scenario import Scenario
from models.tariff import Tariff
from models.text import Text
from planner.replan.changed_world import ChangedWorld
from planner.replan.changes import Changes
from planner.replan.one_by_one import tell_apart
from planner.replan.search import ChangeSearch, Mended
from planner.roster.solve import SearchLimits, make_roster
from planner.solver.problem import NoLegalTourError

_SETTLED = Text(
    en="{who}: no legal tour exists with the days already worked or locked; unlock some of them",
    ru="{who}: с уже отработанными и закреплёнными днями допустимого графика нет; снимите закрепление",
)

#: Share of the time for the plan that may change everything: its bound is that of the new plan.
_FREE_SHARE = 0.25
#: Points of the frontier beyond the fewest changes, and in all.
_POINTS_BEYOND, _MOST_POINTS = 2, 12
#: Days around what happened in which changes are looked for first.
_NEAR_DAYS = 7


@dataclass
class Mending:
    """Makes a roster as :data:`planner.roster.solve.RosterMaker` does, and remembers what it learnt.

    Parameters
    ----------
    world, changes
        What is planned for again.
    missed_before
        People missed in the plan as published, by row.
    most_changes
        At most so many changes instead of the fewest that suffice.
    """

    world: ChangedWorld
    changes: Changes
    missed_before: Mapping[str, int | Fraction]
    most_changes: int | None = None
    fewest: Fewest | None = None
    frontier: tuple[FrontierPoint, ...] = ()

    def __call__(
        self,
        scenario: Scenario,
        frame: Frame,
        asked: Requirement,
        tariff: Tariff,
        limits: SearchLimits,
        listen: Listener,
    ) -> RosterAnswer:
        """Plan freely for the bound, then with as few changes as suffice."""
        end = time.monotonic() + limits.seconds
        first = replace(limits, seconds=limits.seconds * _FREE_SHARE)
        free = make_roster(scenario, frame, asked, tariff, first, listen)
        if free.reasons:
            return free
        try:
            chosen = self._chosen(frame, asked, tariff, limits, end, listen, free.proof.bound_minor)
        except NoLegalTourError as error:
            raise SmenaError(_settled_days_conflict(scenario, error.profiles)) from error
        return _with_bound(chosen.answer, free, limits)

    def _chosen(
        self,
        frame: Frame,
        asked: Requirement,
        tariff: Tariff,
        limits: SearchLimits,
        end: float,
        listen: Listener,
        bound: int,
    ) -> Mended:
        """Choose as asked: by price, by number, or the fewest changes that suffice."""
        world = self.world
        told = tell_apart(world, frame, asked, tariff, settled=world.locked)
        search = ChangeSearch(told, tariff, self.missed_before, limits, end, listen)
        least = _unchanged(search)
        days = search.touched_days(least)
        far = frozenset(
            cell for cell in told.open_cells if all(abs(cell[1] - day) > _NEAR_DAYS for day in days)
        )
        near_told = tell_apart(world, frame, asked, tariff, settled=world.locked | far)
        near = ChangeSearch(near_told, tariff, self.missed_before, limits, end, listen)
        weights = search.weights(self.changes.hours_per_change, self.changes.hours_in_notice)
        known = [] if least is None else [least]
        by_price = self.changes.price_per_change is not None or self.changes.price_in_notice is not None
        if by_price:
            known += [near.cheapest_by_price(self._prices(near), 6)]
            known += [search.cheapest_by_price(self._prices(search), 3)]

            def worth(one: Mended) -> tuple[int, ...]:
                prices = self._prices(search)
                return (one.objective_minor + sum(prices[cell] for cell in one.changed),)
        else:
            _, first = near.fewest(weights, 6)
            known += [first, search.fewest(weights, 3)[1]]

            def worth(one: Mended) -> tuple[int, ...]:
                return weights.of(one.holes, search.in_notice(one), len(one.changed)), one.objective_minor

        best = min(known, key=worth)
        known += self._walk(search, near, best, known, bound)
        if self.most_changes is not None:
            within = [one for one in known if len(one.changed) <= self.most_changes]
            best = min(within, key=lambda one: one.objective_minor, default=best)
        else:
            if not by_price and not search.is_stopped:
                known.append(near.cheapest_like(best, bound))
            best = min(known, key=worth)
        if not by_price:
            self.fewest = search.proven(best, weights)
        return best

    def _walk(
        self, search: ChangeSearch, near: ChangeSearch, middle: Mended, known: list[Mended], bound: int
    ) -> list[Mended]:
        """Find the least cost with 0, 1, 2, … changes, a little beyond those of the plan chosen.

        Changes near what happened are looked at first, then all of them, which alone proves
        anything.  A plan with fewer changes is one with more, and a bound for more is one for
        fewer; what matters most comes first, should time run out.
        """
        number = len(middle.changed)
        last = min(_MOST_POINTS - 1, max(number + _POINTS_BEYOND, self.most_changes or 0))
        price = max(one.objective_minor for one in known) - bound + 1
        noticed = search.in_notice(middle)
        order = sorted(range(last + 1), key=lambda most: (abs(most - number), most))
        found: list[Mended] = []
        bounds: dict[int, int] = {}
        rounds = [(own, most) for own in (near, search) for most in order]
        for done, (own, most) in enumerate(rounds):
            if own.is_stopped:
                break
            lower, one = own.within(most, noticed, price, len(rounds) - done + 1)
            found.append(one)
            if own is search:
                bounds[most] = lower
        self.frontier = tuple(_points(last, [*known, *found], bounds, bound))
        return found

    def _prices(self, search: ChangeSearch) -> dict[tuple[str, int], int]:
        currency, world = self.world.scenario.desk.currency, self.world
        each = to_minor(self.changes.price_per_change or Decimal(0), currency)
        more = to_minor(self.changes.price_in_notice or Decimal(0), currency)
        return {cell: each + more * (cell[1] in world.notice) for cell in search.told.open_cells}


def _unchanged(search: ChangeSearch) -> Mended | None:
    """Everything kept that can be kept; ``None`` where that is not legal."""
    try:
        return search.unchanged()
    except NoLegalTourError:
        return None


def _points(last: int, known: list[Mended], bounds: dict[int, int], bound: int) -> list[FrontierPoint]:
    """One point per number of changes, each as good as everything known says."""
    points: list[FrontierPoint] = []
    for most in range(last + 1):
        within = [one for one in known if len(one.changed) <= most]
        best = min(within, key=lambda one: (one.objective_minor, len(one.changed)), default=None)
        lower = max([bound, *(own for number, own in bounds.items() if number >= most)])
        if best is None:
            points.append(FrontierPoint(most, None, None, lower, None))
        else:
            cost = best.objective_minor
            points.append(FrontierPoint(most, len(best.changed), cost, min(lower, cost), best.holes))
    return points


def _with_bound(chosen: RosterAnswer, free: RosterAnswer, limits: SearchLimits) -> RosterAnswer:
    """The chosen roster with the bound, and its proof, of the plan that may change everything."""
    objective, proof = chosen.proof.objective_minor, free.proof
    status: Status = "optimal" if objective <= proof.bound_minor else "feasible"
    if chosen.proof.status == "infeasible":
        status = "infeasible"
    own = Proof(
        status=status,
        objective_minor=objective,
        bound_minor=min(proof.bound_minor, objective),
        bound_method=proof.bound_method,
        stop=proof.stop,
        wall_seconds=proof.wall_seconds,
        seed=limits.seed,
        workers=limits.workers,
        time_limit_seconds=limits.seconds,
    )
    return replace(
        chosen,
        proof=own,
        # the prices prove the bound; how work is shared out belongs to the roster
        certificate=replace(free.certificate, sides=chosen.certificate.sides),
        conflicts=free.conflicts,
        relaxations=free.relaxations,
    )


def _settled_days_conflict(scenario: Scenario, people: tuple[str, ...]) -> Text:
    names = {agent.id: agent.name or agent.id for agent in scenario.agents}
    who = ", ".join(names.get(person, person) for person in people)
    return _SETTLED.format(who=who)
