"""Mend a published plan: the fewest changes, or the cheapest by price, and the frontier between them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from models.errors import SmenaError
from models.money import to_minor
from models.plan import Proof, Status
from models.progress import Listener, named_search
from models.replanning import Fewest, FrontierPoint
from models.requirement import Requirement
from models.roster_answer import RosterAnswer
from models.rule import Frame
from models.scenario import Scenario
from models.tariff import Tariff
from models.text import Text
from planner.replan.changed_world import ChangedWorld
from planner.replan.changes import Changes
from planner.replan.frontier import Frontier, numbers_to_look_at
from planner.replan.mended import Mended
from planner.replan.one_by_one import OneByOne, tell_apart
from planner.replan.search import ChangeSearch
from planner.replan.which_search import FREELY
from planner.roster.solve import SearchLimits, make_roster
from planner.solver.problem import NoLegalTourError

_SETTLED = Text(
    en="{who}: no legal tour exists with the days already worked or locked; unlock some of them",
    ru="{who}: с уже отработанными и закреплёнными днями допустимого графика нет; снимите закрепление",
)

#: Share of the time for the plan that may change everything: its bound is that of the new plan.
_FREE_SHARE = 0.2
#: Less than this would tell nothing.
_LEAST_SECONDS = 1.0
#: Of the time left, for the fewest changes; then for a first look at every number of changes,
#: and for the cheapest plan with as few as suffice.
_FEWEST_SHARE, _ROUGH_SHARE, _CHOSEN_SHARE = 0.5, 0.3, 0.4
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
    end
        When all searches together should be over, by :func:`time.monotonic`.
    most_changes
        At most so many changes instead of the fewest that suffice.
    """

    world: ChangedWorld
    changes: Changes
    missed_before: Mapping[str, int | Fraction]
    end: float
    most_changes: int | None = None
    fewest: Fewest | None = None
    frontier: tuple[FrontierPoint, ...] = ()
    ended: float = 0.0

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
        seconds = max(_LEAST_SECONDS, _FREE_SHARE * (self.end - time.monotonic()))
        first = replace(limits, seconds=seconds)
        free = make_roster(scenario, frame, asked, tariff, first, named_search(FREELY, listen))
        self.ended = time.monotonic()
        if free.reasons:
            return free
        try:
            chosen = self._chosen(frame, asked, tariff, limits, listen, free.proof.bound_minor)
        except NoLegalTourError as error:
            raise SmenaError(_settled_days_conflict(scenario, error.profiles)) from error
        self.ended = time.monotonic()
        return _with_bound(chosen.answer, free, limits)

    def _chosen(
        self,
        frame: Frame,
        asked: Requirement,
        tariff: Tariff,
        limits: SearchLimits,
        listen: Listener,
        bound: int,
    ) -> Mended:
        """Choose as asked: by price, by number, or the fewest changes that suffice."""
        world = self.world
        told = tell_apart(world, frame, asked, tariff, settled=world.locked)
        search = ChangeSearch(told, tariff, self.missed_before, limits, self.end, listen)
        least = _unchanged(search)
        searches = [search]
        if not search.searches_all:
            near = self._near(told, search.touched_days(least), frame, asked, tariff)
            searches.insert(0, ChangeSearch(near, tariff, self.missed_before, limits, self.end, listen))
        weights = search.weights(self.changes.hours_per_change, self.changes.hours_in_notice, least)
        prices = self._prices(search)

        def worth(one: Mended) -> tuple[int, ...]:
            if self._by_price:
                return (one.objective_minor + sum(prices[cell] for cell in one.changed),)
            return weights.of(one.holes, search.in_notice(one), len(one.changed)), one.objective_minor

        known = [] if least is None else [least]
        for place, own in enumerate(searches):
            if known and own.is_stopped:
                break
            share = _FEWEST_SHARE / (len(searches) - place)
            if self._by_price:
                known.append(own.cheapest_by_price(self._prices(own), share))
            else:
                known.append(own.fewest(weights, share))
        best = min(known, key=worth)
        frontier = Frontier(searches, search.in_notice(best), bound)
        number = len(best.changed)
        numbers = numbers_to_look_at(number, self.most_changes)
        # the engine's own search uses every core by itself
        side_by_side = limits.workers if search.searches_all else 1
        if search.can_be_rough:
            known += frontier.look_along(numbers, known, _ROUGH_SHARE, side_by_side, roughly=True)
        known += frontier.look(number, known, _CHOSEN_SHARE)
        best = min(known, key=worth)
        within = frontier.bound(number)
        if not self._by_price and not search.is_stopped and best.objective_minor > within:
            known.append(searches[0].cheapest_like(best, bound, within, _CHOSEN_SHARE))
        known += frontier.look_along(numbers, known, 1.0, side_by_side)
        self.frontier = frontier.points(numbers, known)
        best = min(known, key=worth)
        if not self._by_price:
            self.fewest = search.proven(best, weights)
        if self.most_changes is not None:
            few = [one for one in known if len(one.changed) <= self.most_changes]
            best = min(few, key=lambda one: one.objective_minor, default=best)
        return best

    def _near(
        self, told: OneByOne, days: frozenset[int], frame: Frame, asked: Requirement, tariff: Tariff
    ) -> OneByOne:
        """The same problem with changes only near what happened."""
        far = frozenset(
            cell for cell in told.open_cells if all(abs(cell[1] - day) > _NEAR_DAYS for day in days)
        )
        return tell_apart(self.world, frame, asked, tariff, settled=self.world.locked | far)

    @property
    def _by_price(self) -> bool:
        return self.changes.price_per_change is not None or self.changes.price_in_notice is not None

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
