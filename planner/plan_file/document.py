"""What stands in ``plan.json``.

Times are local with their offset, money is decimal text in the desk's currency, shares are
between 0 and 1.  The writer and the reader both go through these models.
"""

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field, PlainSerializer

from models.base import Noun
from models.plan import BoundMethod, Status, Stop

#: Raised when a reader of older files would misread the new ones.
FORMAT_VERSION = 1

MoneyText = Annotated[str, Field(pattern=r"^-?\d{1,18}(\.\d{1,4})?$")]
Heads = Annotated[int, Field(ge=0)]
#: A coefficient of variation above this says that nothing is known.
MOST_VARIATION = 5.0
LocalTime = Annotated[
    AwareDatetime, PlainSerializer(lambda time: time.isoformat(timespec="minutes"), return_type=str)
]


class RosterRow(Noun):
    """One shift of one person; the break is ``null`` where there is none."""

    agent: str
    date: dt.date
    shift: str
    start: LocalTime
    end: LocalTime
    paid_minutes: int = Field(ge=0, le=3 * 24 * 60)
    break_start: LocalTime | None = None
    break_end: LocalTime | None = None


class PersonRow(Noun):
    """One person on the roster; ``vacancy`` names the vacancy of a hire."""

    id: str
    name: str
    contract: str
    skills: tuple[str, ...] = ()
    vacancy: str | None = None
    grade: str | None = None


class CostSection(Noun):
    """Cost of the period by component."""

    total: MoneyText
    base: MoneyText
    night_premium: MoneyText
    holiday_premium: MoneyText
    other_premium: MoneyText = "0"
    overtime: MoneyText
    on_costs: MoneyText = "0"
    per_head: MoneyText
    overhead: MoneyText = "0"
    currency: str


class ShiftCostRow(Noun):
    """Pay of one shift: the audit line."""

    agent: str
    date: dt.date
    paid_minutes: int
    night_minutes: int
    holiday_minutes: int
    base: MoneyText
    night_premium: MoneyText
    holiday_premium: MoneyText
    other_premium: MoneyText = "0"


class PersonCostRow(Noun):
    """Cost of one person, and the overtime in it."""

    agent: str
    base: MoneyText
    night_premium: MoneyText
    holiday_premium: MoneyText
    other_premium: MoneyText = "0"
    overtime: MoneyText
    on_costs: MoneyText = "0"
    per_head: MoneyText
    overhead: MoneyText = "0"
    overtime_minutes: int


class RampUpRow(Noun):
    """What one newcomer's ramp-up costs within the period's cost, and the paid minutes that made nothing."""

    agent: str
    lost_minutes: int = Field(ge=0)
    cost: MoneyText


class ObjectiveSection(Noun):
    """What the objective is made of: pay, and what falling short was priced at."""

    pay: MoneyText
    understaffing: MoneyText
    overstaffing: MoneyText
    requests: MoneyText
    coverage_rules: MoneyText


class CoverageSection(Noun):
    """Agent-hours of the period, and the service level promised over all channels."""

    required_hours: float
    scheduled_hours: float
    understaffed_hours: float
    overstaffed_hours: float
    deferred_short_hours: float
    service_level: float


class IntervalSection(Noun):
    """One entry per interval: its start, whether the desk is open, agents required and on duty.

    ``working`` is what those on duty count as, in experienced agents; left out where everybody counts
    as one.
    """

    start: tuple[LocalTime, ...]
    open: tuple[bool, ...]
    required: tuple[Heads, ...]
    on_duty: tuple[Heads, ...]
    working: tuple[float, ...] = ()


class PromiseRow(Noun):
    """What customers of one channel can expect."""

    channel: str
    contacts: float
    service_level: float
    closed_share: float
    service_level_by_interval: tuple[float | None, ...] = ()


class TargetRow(Noun):
    """A target over a day or the period: what the people on duty make of it by formula.

    ``missing_hours`` are agent-hours that would make up for what is lacking, ``price`` what they
    count in the objective.
    """

    queue: str
    start: LocalTime
    end: LocalTime
    contacts: float
    promised_share: float
    expected_share: float
    is_kept: bool
    missing_hours: float
    price: MoneyText


class SpreadSection(Noun):
    """How far days and intervals may be off: coefficients of variation beyond chance arrivals."""

    cv_day: Annotated[float, Field(ge=0, le=MOST_VARIATION)]
    cv_interval: Annotated[float, Field(ge=0, le=MOST_VARIATION)]


class DemandRow(Noun):
    """What is expected on one channel, one entry per interval."""

    channel: str
    contacts: tuple[float, ...]
    aht_seconds: tuple[float, ...]
    lead_in_contacts: tuple[float, ...] = ()
    wape: float | None = None
    seasonal_naive_wape: float | None = None
    notes: tuple[str, ...] = ()
    spread: SpreadSection | None = None


class AddedCoverRow(Noun):
    """Cover of a channel on top of the formulas, one entry per interval."""

    channel: str
    agents: tuple[Annotated[int, Field(ge=0, le=100_000)], ...]
    work_minutes: tuple[Annotated[int, Field(ge=0, le=100_000_000)], ...]


class FindingRow(Noun):
    """A broken rule."""

    rule: str
    agent: str | None
    date: dt.date
    text: str
    hard: bool


class WishRow(Noun):
    """A wish not met, or a priced rule not kept, and what it counts in the objective."""

    rule: str
    agent: str | None
    date: dt.date
    text: str
    price: MoneyText


class ConflictMemberRow(Noun):
    """A condition that cannot be kept with the others of its conflict, and the dates that matter."""

    kind: str
    text: str
    dates: tuple[dt.date, ...] = ()


class ConflictRow(Noun):
    """Conditions impossible together and possible without any one; of one agent or the whole desk.

    Not ``minimal`` is what the desk's roster falls short of.
    """

    agent: str | None
    members: tuple[ConflictMemberRow, ...]
    minimal: bool = True


class RelaxationRow(Noun):
    """A way out: bound and cost of the plan then, and what that is beyond the present plan."""

    agents: tuple[str, ...]
    text: str
    status: Status | None
    cost_at_least: MoneyText | None
    cost_at_most: MoneyText | None
    extra_at_least: MoneyText | None
    extra_at_most: MoneyText | None
    against_law: tuple[str, ...] = ()


class PlanDocument(Noun):
    """The whole file, in the order it is written."""

    format_version: Literal[1]
    generator: str
    name: str
    status: Status
    objective: MoneyText
    bound: MoneyText
    gap: float
    bound_method: BoundMethod
    stop: Stop
    wall_seconds: float
    seed: int
    workers: int
    time_limit_seconds: float
    headcount: int
    cost: CostSection
    objective_parts: ObjectiveSection
    coverage: CoverageSection
    violations: tuple[FindingRow, ...]
    unmet_wishes: tuple[WishRow, ...]
    reasons: tuple[str, ...]
    conflicts: tuple[ConflictRow, ...] = ()
    relaxations: tuple[RelaxationRow, ...] = ()
    promises: tuple[PromiseRow, ...]
    targets: tuple[TargetRow, ...] = ()
    agents: tuple[PersonRow, ...]
    roster: tuple[RosterRow, ...]
    agent_costs: tuple[PersonCostRow, ...]
    shift_costs: tuple[ShiftCostRow, ...]
    ramp_up: tuple[RampUpRow, ...] = ()
    intervals: IntervalSection
    demand: tuple[DemandRow, ...]
    added_cover: tuple[AddedCoverRow, ...] = ()
    edition: int = Field(default=0, ge=0, le=10_000)
    figures: dict[str, Any] = Field(default_factory=dict)
    scenario: dict[str, Any]
