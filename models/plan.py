"""A plan: a roster with its proof, cost, coverage, promise and findings."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from models.calendar import WorkCalendar
from models.certificate import BoundCertificate
from models.conflict import Conflict, Relaxation
from models.cost import CostBreakdown
from models.demand import ChannelDemand
from models.requirement import ChannelPromise, Requirement
from models.scenario import Scenario
from models.service_goal import GoalOutcome
from models.simulation import ExtraCover
from models.tour import Roster
from models.violation import Violation

Status = Literal["optimal", "feasible", "infeasible"]
BoundMethod = Literal["relaxation", "branch_and_bound"]
Stop = Literal["proven", "time_limit", "interrupted", "no_legal_tour"]


@dataclass(frozen=True)
class Proof:
    """How good the roster is, and how far that is proven (minor units of money).

    ``bound_method`` says what the bound rests on: ``relaxation`` (dual prices of the tour
    relaxation) or ``branch_and_bound`` (the solver's search, beyond the relaxation).
    ``stop`` says why the search ended.
    """

    status: Status
    objective_minor: int
    bound_minor: int
    bound_method: BoundMethod
    stop: Stop
    wall_seconds: float
    seed: int
    workers: int
    time_limit_seconds: float

    @property
    def gap(self) -> float:
        """(objective - bound) / objective, 0 when proven optimal."""
        return max(0.0, (self.objective_minor - self.bound_minor) / max(1, abs(self.objective_minor)))


@dataclass(frozen=True)
class ObjectiveParts:
    """The objective beyond pay, in minor units."""

    understaffing_minor: int
    overstaffing_minor: int
    requests_minor: int
    coverage_rules_minor: int = 0

    @property
    def total_minor(self) -> int:
        """Sum of all parts."""
        return (
            self.understaffing_minor
            + self.overstaffing_minor
            + self.requests_minor
            + self.coverage_rules_minor
        )


@dataclass(frozen=True)
class Coverage:
    """Agents required and available, per interval, and the hours they differ by.

    ``required`` is the number of rostered agents live channels need (the minimum at work
    included), ``on_duty`` those at work and not on a break.  ``understaffed_hours`` holds agents
    missing there or from the minimum on shift, breaks included, and ``deferred_short_hours``:
    deferred work that nobody can do by its deadline.  Where a target is kept over a day or the
    period, ``required`` is the least number, and who is missing from the target counts once for
    the day or the period.

    ``working`` is what those on duty count as beside ``required``, in experienced agents: live work
    is held against what they do, the minimum against how many they are, and the scarcer of both
    tells.  It is empty where everybody counts as one agent.
    """

    required: tuple[int, ...]
    on_duty: tuple[int, ...]
    required_hours: float
    scheduled_hours: float
    understaffed_hours: float
    overstaffed_hours: float
    deferred_short_hours: float
    working: tuple[int | Decimal, ...] = ()

    @property
    def counted(self) -> tuple[int | Decimal, ...]:
        """What those on duty count as, per interval: heads where everybody counts as one agent."""
        return self.working or self.on_duty


@dataclass(frozen=True)
class Plan:
    """The answer to a scenario; without a ``certificate`` its bound cannot be computed again.

    ``added_cover`` is what simulations of earlier plans found missing; it is in the requirement.
    ``outcomes`` say of each target over a day or the period what became of it.
    ``edition`` counts how often a published plan was planned again.
    """

    scenario: Scenario
    calendar: WorkCalendar
    demands: tuple[ChannelDemand, ...]
    requirement: Requirement
    roster: Roster
    proof: Proof
    cost: CostBreakdown
    objective_parts: ObjectiveParts
    coverage: Coverage
    promises: tuple[ChannelPromise, ...]
    violations: tuple[Violation, ...]
    reasons: tuple[str, ...] = ()
    certificate: BoundCertificate | None = None
    conflicts: tuple[Conflict, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    added_cover: tuple[ExtraCover, ...] = ()
    outcomes: tuple[GoalOutcome, ...] = ()
    edition: int = 0

    @property
    def left_to_the_plan_before(self) -> tuple[int, ...]:
        """Open intervals that need people, but only shifts begun before the period can cover."""
        least = self.scenario.staffing.min_at_work
        return tuple(
            i
            for i, is_open in enumerate(self.requirement.open_intervals)
            if is_open
            and self.coverage.required[i] == 0
            and max(least, sum(need.agents[i] for need in self.requirement.live)) > 0
        )

    @property
    def service_level(self) -> float:
        """Contact-weighted service level over all channels while the desk is open."""
        served = [(p.contacts * (1 - p.closed_share), p.service_level) for p in self.promises]
        weight = sum(contacts for contacts, _ in served)
        return sum(contacts * level for contacts, level in served) / weight if weight else 1.0
