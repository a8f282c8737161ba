"""What a roster costs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypedDict

#: Where a line of pay stands in tables of cost, in their order.
Component = Literal[
    "base",
    "night_premium",
    "holiday_premium",
    "other_premium",
    "overtime",
    "on_costs",
    "per_head",
    "overhead",
]
COMPONENTS: tuple[Component, ...] = (
    "base",
    "night_premium",
    "holiday_premium",
    "other_premium",
    "overtime",
    "on_costs",
    "per_head",
    "overhead",
)
#: Shown though they be 0, since every desk knows them.
_COMMON: frozenset[Component] = frozenset(
    {"base", "night_premium", "holiday_premium", "overtime", "per_head"}
)


@dataclass(frozen=True)
class PayLine:
    """One line of the audit of pay (minor units); every total is a sum of such lines.

    Parameters
    ----------
    agent
        Whose; empty for what belongs to nobody in particular.
    day
        Day of the horizon the shift starts on; ``None`` for what belongs to no shift.
    component
        Where it stands in tables.
    name
        What it is: the name of a band, an on-cost, a role.
    amount_minor
        The amount, rounded by itself.
    minutes
        Minutes it is paid for; ``None`` where it is not for minutes.
    rate_per_hour
        What an hour of them is paid, in currency units and as people write it, rounded to four
        digits: the amount comes from the exact rate.
    share
        The share that was taken, where there is one: of a premium, an on-cost, a month's salary.
    basis_minor
        What it was taken of.  Of a line for minutes it is pay by the hour, and of overtime on a
        salary the hour itself comes on top; else a whole amount, and the line is ``share *
        basis_minor``, rounded.
    charged_on
        Of an on-cost the name of the line of pay it is charged on.
    """

    agent: str
    day: int | None
    component: Component
    name: str
    amount_minor: int
    minutes: int | None = None
    rate_per_hour: Decimal | None = None
    share: Fraction | None = None
    basis_minor: Fraction | None = None
    charged_on: str = ""

    @property
    def label(self) -> str:
        """The name, and what it is charged on."""
        return f"{self.name}: {self.charged_on}" if self.charged_on else self.name


@dataclass(frozen=True)
class ShiftCost:
    """Pay of one shift by itself, to the minute (minor units); overtime and on-costs are beside it."""

    agent: str
    day: int
    paid_minutes: int
    night_minutes: int
    holiday_minutes: int
    base_minor: int
    night_premium_minor: int
    holiday_premium_minor: int
    other_premium_minor: int = 0

    @property
    def total_minor(self) -> int:
        """Base pay and premiums."""
        premiums = self.night_premium_minor + self.holiday_premium_minor + self.other_premium_minor
        return self.base_minor + premiums


@dataclass(frozen=True, kw_only=True)
class ComponentCost:
    """Cost by component (minor units); who asks for one by name uses :meth:`of`."""

    base_minor: int
    night_premium_minor: int
    holiday_premium_minor: int
    overtime_minor: int
    per_head_minor: int
    other_premium_minor: int = 0
    on_costs_minor: int = 0
    overhead_minor: int = 0

    def of(self, component: Component) -> int:
        """Amount of a component."""
        amount: int = getattr(self, f"{component}_minor")
        return amount

    @property
    def total_minor(self) -> int:
        """Sum of all components."""
        return sum(self.of(component) for component in COMPONENTS)

    @property
    def shown(self) -> tuple[Component, ...]:
        """Components worth a row or column of a table, in order."""
        return tuple(one for one in COMPONENTS if one in _COMMON or self.of(one))


@dataclass(frozen=True, kw_only=True)
class AgentCost(ComponentCost):
    """Cost of one person for the period, by component (minor units)."""

    agent: str


@dataclass(frozen=True)
class RampUpCost:
    """What of somebody's pay went into getting used to the work; a part of other lines, never added to them.

    Parameters
    ----------
    agent
        Whose.
    minutes
        Of the paid minutes worked, those that made nothing yet.
    amount_minor
        Pay with on-costs of the same part of the time (minor units).
    """

    agent: str
    minutes: int
    amount_minor: int


@dataclass(frozen=True, kw_only=True)
class CostBreakdown(ComponentCost):
    """Cost of a roster for its period, by component, in minor units of ``currency``.

    ``agents`` splits every component by person, the overhead left out: it is nobody's; it is
    empty where that is not known.  ``lines`` are all audit lines, which add up to the total;
    empty where they were left out.  ``ramp_up`` says of each newcomer what part of that is the
    price of learning: it stands in the total already.
    """

    currency: str
    shifts: tuple[ShiftCost, ...] = ()
    overtime_minutes_by_agent: tuple[tuple[str, int], ...] = ()
    agents: tuple[AgentCost, ...] = ()
    lines: tuple[PayLine, ...] = ()
    ramp_up: tuple[RampUpCost, ...] = ()

    @property
    def ramp_up_minor(self) -> int:
        """What newcomers' ramp-up costs, within the total."""
        return sum(one.amount_minor for one in self.ramp_up)

    @property
    def ramp_up_minutes(self) -> int:
        """Paid minutes of newcomers that made nothing yet."""
        return sum(one.minutes for one in self.ramp_up)

    def items(self, component: Component) -> dict[str, int]:
        """What a component is made of, by the names of its lines, in the order they first come."""
        found: dict[str, int] = {}
        for line in self.lines:
            if line.component == component:
                found[line.name] = found.get(line.name, 0) + line.amount_minor
        return found


class ComponentAmounts(TypedDict):
    """The fields of a :class:`ComponentCost` by name."""

    base_minor: int
    night_premium_minor: int
    holiday_premium_minor: int
    other_premium_minor: int
    overtime_minor: int
    on_costs_minor: int
    per_head_minor: int
    overhead_minor: int


def component_amounts(amount_minor: Callable[[Component], int]) -> ComponentAmounts:
    """Ask for the amount of every component."""
    return ComponentAmounts(
        base_minor=amount_minor("base"),
        night_premium_minor=amount_minor("night_premium"),
        holiday_premium_minor=amount_minor("holiday_premium"),
        other_premium_minor=amount_minor("other_premium"),
        overtime_minor=amount_minor("overtime"),
        on_costs_minor=amount_minor("on_costs"),
        per_head_minor=amount_minor("per_head"),
        overhead_minor=amount_minor("overhead"),
    )


def by_component(lines: Iterable[PayLine]) -> ComponentAmounts:
    """Add lines up."""
    totals: dict[Component, int] = dict.fromkeys(COMPONENTS, 0)
    for line in lines:
        totals[line.component] += line.amount_minor
    return component_amounts(totals.__getitem__)
