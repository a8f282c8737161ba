"""A month of work put before payroll and the search at once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from models.agent import Agent, Vacancy
from models.calendar import WorkCalendar
from models.contract import Contract
from models.cost import CostBreakdown
from models.overtime_terms import OvertimeTerms, OvertimeTier
from models.past_shifts import past_shifts
from models.pay_terms import PayTerms
from models.shift import Shift
from planner.pay import make_tariff, price
from tests.pay.searched import searched_minor
from tests.pay.worlds import calendar_of, roster_of, scenario_of, shift_of, tour_of

#: Date, start hour, hours by the clock, minutes until an hour of break.
Worked = tuple[dt.date, int, int, int | None]
#: Working days of 2026 in Russia, as far as the worksheets need them.
RUSSIA_2026 = calendar_of(
    d0309="weekend", d0611="short", d0612="holiday", d1103="short", d1104="holiday", d1231="short"
)


def tiers(*steps: tuple[str | None, str]) -> tuple[OvertimeTier, ...]:
    """Tiers as (hours, premium)."""
    return tuple(
        OvertimeTier(minutes=None if hours is None else int(hours) * 60, premium=Decimal(premium))
        for hours, premium in steps
    )


#: TK RF art. 152 to 154 under summed accounting: first two hours 1.5 times, then double, on pay
#: with allowances; holidays are not overtime.
SUMMED = PayTerms(
    overtime=(OvertimeTerms(per="period", tiers=tiers(("2", "0.5"), (None, "1.0"))),),
    overtime_base="with_allowances",
    overtime_on_holidays=False,
)


@dataclass(frozen=True)
class Month:
    """One person's month; shifts as (date, start hour, hours by the clock, minutes until a 1 h break)."""

    contract: Contract
    first_date: dt.date
    days: int
    shifts: Sequence[Worked] = field(default_factory=list)
    terms: PayTerms = field(default_factory=PayTerms)
    agent: dict[str, Any] = field(default_factory=dict)
    zone: str = "Europe/Moscow"
    currency: str = "RUB"
    calendar: WorkCalendar = RUSSIA_2026
    people: int = 1
    breaks_are_paid: bool = False
    vacancies: tuple[Vacancy, ...] = ()

    def cost(self) -> CostBreakdown:
        """What payroll makes of it; the search must come to the same, and the lines add up."""
        named = Agent(id="ana", contract="crew", **self.agent)
        scenario = scenario_of(
            self.contract,
            first_date=self.first_date,
            days=self.days,
            zone=self.zone,
            currency=self.currency,
            terms=self.terms,
            agents=(named,),
            vacancies=self.vacancies,
        )
        worked: dict[int, Shift] = {}
        for date, start, hours, pause in self.shifts:
            day = scenario.horizon.day_of(date)
            given = None if pause is None else (pause, 60)
            kind = "paid_pause" if self.breaks_are_paid else "pause"
            worked[day] = shift_of(scenario.horizon, day, start, hours, **{kind: given})
        vacancy = self.vacancies[0].name if self.vacancies else None
        past = past_shifts(scenario.horizon, scenario.night, named.worked_before)
        tours = [tour_of(scenario, worked, vacancy=vacancy, history=past)]
        tours += [tour_of(scenario, {}, agent=f"other-{n}") for n in range(1, self.people)]
        cost = price(scenario, self.calendar, roster_of(*tours))
        tariff = make_tariff(scenario, self.calendar)
        roles = tariff.role_costs_minor(self.people, self.people)[0]
        assert sum(searched_minor(scenario, tariff, tour) for tour in tours) + roles == cost.total_minor
        assert sum(line.amount_minor for line in cost.lines) == cost.total_minor
        return cost


def twelve_hour_days(month: int, *dates: int) -> list[Worked]:
    """Shifts 08:00 to 20:00 with an unpaid hour at 13:00: 11 paid hours each."""
    return [(dt.date(2026, month, date), 8, 12, 300) for date in dates]
