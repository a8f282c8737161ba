"""Plans side by side: their figures per month, and what is proven of their difference."""

from dataclasses import dataclass
from typing import Literal

from models.cost import CostBreakdown
from models.plan import BoundMethod, Status
from models.requirement import ChannelPromise
from models.text import Language, Text


@dataclass(frozen=True)
class PlanFigures:
    """What a comparison needs of a plan; read from a plan, or from its ``plan.json``.

    Parameters
    ----------
    scenario, language
        Name of the scenario and language of its desk.
    first_date
        First date of the period, ISO.
    days
        Length of the period.
    status, bound_method
        As in :class:`models.plan.Proof`.
    hard_violations
        Number of hard findings; a plan that has any is not a legal answer.
    headcount
        People on the roster.
    cost
        Pay and per-head cost of the period; its lines per shift and person may be left out.
    objective_minor, bound_minor
        Objective (cost and priced shortfalls) of the plan, and the proven lower bound on
        that of every legal plan of the scenario; minor units for the period.
    promises
        Per channel, without the service level by interval.
    service_level
        Contact-weighted over all channels while open.
    served_contacts
        Contacts of the period somebody handles: all deferred ones, and the live ones that
        arrive while the desk is open.
    night_contacts
        Contacts of the period that arrive from 00:00 to 07:00 local time.
    open_at_night
        Whether the desk is open at any time from 00:00 to 07:00.
    required_hours, scheduled_hours, understaffed_hours
        Agent-hours of the period, as in :class:`models.plan.Coverage`.
    """

    scenario: str
    language: Language
    first_date: str
    days: int
    status: Status
    bound_method: BoundMethod
    hard_violations: int
    headcount: int
    cost: CostBreakdown
    objective_minor: int
    bound_minor: int
    promises: tuple[ChannelPromise, ...]
    service_level: float
    served_contacts: float
    night_contacts: float
    open_at_night: bool
    required_hours: float
    scheduled_hours: float
    understaffed_hours: float

    @property
    def contacts(self) -> float:
        """Contacts of the period, whether the desk is open or not."""
        return sum(promise.contacts for promise in self.promises)

    @property
    def closed_share(self) -> float:
        """Share of contacts that arrive while the desk is closed; 0 without contacts."""
        closed = sum(promise.contacts * promise.closed_share for promise in self.promises)
        return closed / self.contacts if self.contacts else 0.0

    @property
    def night_share(self) -> float:
        """Share of contacts that arrive from 00:00 to 07:00; 0 without contacts."""
        return self.night_contacts / self.contacts if self.contacts else 0.0


@dataclass(frozen=True)
class ComparedPlan:
    """One column of the comparison; money in minor units for an average month.

    ``label`` is the scenario's name, numbered where two plans share one.
    ``cost_per_contact_minor`` is the period's cost per contact served; ``None`` where none is
    served, or nothing is paid: nobody is there then, and 0 would read as a bargain.
    ``night_advice`` sets the share of contacts at night beside the rule of thumb.
    """

    label: str
    figures: PlanFigures
    cost_per_month: CostBreakdown
    objective_per_month_minor: int
    bound_per_month_minor: int
    cost_per_contact_minor: int | None
    night_advice: Text


#: ``separated``: the intervals do not touch, the difference is proven.  ``equal``: both are
#: proven optimal at the same objective.  ``overlap``: not proven, the intervals overlap.
#: ``no_legal_plan``: one plan breaks hard rules or does not exist.
Finding = Literal["separated", "equal", "overlap", "no_legal_plan"]


@dataclass(frozen=True)
class Difference:
    """What is known of the difference between two plans; minor units per average month.

    A plan's objective is an upper end and its bound a lower end of the interval in which
    the objective of the cheapest possible plan of its scenario lies.

    Parameters
    ----------
    dearer, cheaper
        Labels, by the objectives of the plans found.
    finding
        See :data:`Finding`.
    found_objective_minor
        Objective of the dearer plan less that of the cheaper plan, as found.
    found_cost_minor
        The same for cost alone, without priced shortfalls; negative where the plan with
        the higher objective costs less.  Found, not proven.
    proven_at_least_minor
        Bound of the dearer less objective of the cheaper, rounded down: by so much the
        cheaper *plan* undercuts *every* plan of the dearer scenario.  ``None`` unless proven.
    proven_at_most_minor
        Objective of the dearer less bound of the cheaper, rounded up: the cheapest possible
        plans of both scenarios lie no further apart.  ``None`` without two legal plans.
    overlap_minor
        How far the cheaper plan's objective lies above the dearer's bound; 0 when separated.
    gap, gap_needed
        Gap of the dearer plan, and the gap below which the difference would be proven,
        as shares of its objective.
    sentence
        All of it in words.
    """

    dearer: str
    cheaper: str
    finding: Finding
    found_objective_minor: int
    found_cost_minor: int
    proven_at_least_minor: int | None
    proven_at_most_minor: int | None
    overlap_minor: int
    gap: float
    gap_needed: float
    sentence: Text


@dataclass(frozen=True)
class Comparison:
    """Plans of one currency, each pair of them, and notes on how they were made comparable."""

    currency: str
    plans: tuple[ComparedPlan, ...]
    differences: tuple[Difference, ...]
    notes: tuple[Text, ...]
