"""Coverage as a reader wants it: an average week, and the worst interval of each hour."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.plan import Plan


@dataclass(frozen=True)
class WeekSlot:
    """One slot of the average week.

    Parameters
    ----------
    weekday, clock_minute
        Monday is 0; minutes after local midnight at which the slot starts.
    open_share
        Share of the slot's intervals in the period in which the desk is open.
    required, on_duty
        Mean numbers of agents over the period; who does less or more than others counts by that.
    """

    weekday: int
    clock_minute: int
    open_share: Fraction
    required: Fraction
    on_duty: Fraction


def _rows(plan: Plan) -> Iterator[tuple[int, bool, int, int | Decimal]]:
    """(start minute, open, required, on duty) of every interval."""
    return zip(
        plan.scenario.horizon.interval_starts,
        plan.requirement.open_intervals,
        plan.coverage.required,
        plan.coverage.counted,
        strict=True,
    )


def average_week(plan: Plan, slot_minutes: int) -> list[WeekSlot]:
    """Slots of ``slot_minutes`` (a divisor of 60), Monday 00:00 first; those not in the period are left out."""
    sums: dict[tuple[int, int], list[Fraction]] = {}
    for start, is_open, required, on_duty in _rows(plan):
        local = plan.scenario.horizon.local(start)
        minute = local.hour * 60 + local.minute // slot_minutes * slot_minutes
        entry = sums.setdefault((local.weekday(), minute), [Fraction(0)] * 4)
        for place, amount in enumerate((1, int(is_open), required, on_duty)):
            entry[place] += Fraction(amount)
    return [
        WeekSlot(
            weekday,
            minute,
            open_share=opened / count,
            required=required / count,
            on_duty=on_duty / count,
        )
        for (weekday, minute), (count, opened, required, on_duty) in sorted(sums.items())
    ]


def worst_hours(plan: Plan) -> dict[tuple[int, int], int]:
    """Smallest difference (on duty less required) by (day, local hour); hours never open are left out.

    Rounded down to whole agents: short by part of one is short.
    """
    horizon = plan.scenario.horizon
    worst: dict[tuple[int, int], int] = {}
    for start, is_open, required, on_duty in _rows(plan):
        if is_open:
            local = horizon.local(start)
            key, spare = (horizon.day_of(local.date()), local.hour), math.floor(on_duty - required)
            worst[key] = min(worst.get(key, spare), spare)
    return worst
