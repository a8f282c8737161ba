"""Weeks worked by hand on the regular rate: 29 CFR part 778 and Labor Code 510 of California.

Overtime is written down as payroll does: at the bare rate shift by shift, and at the end of the
workweek the premium on what the week's differentials come to by the hour.
"""

import datetime as dt
from decimal import Decimal

from models.agent import WorkedShift
from models.clock import ClockSpan
from models.contract import Contract
from models.cost import CostBreakdown
from models.overtime_terms import OvertimeTerms
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from tests.pay.worksheet import Month, Worked, tiers
from tests.pay.worlds import calendar_of

PLAIN = calendar_of()
WEEKLY = (OvertimeTerms(per="week", after_minutes=2400, tiers=tiers((None, "0.5"))),)
CALIFORNIA = (
    OvertimeTerms(per="day", after_minutes=480, tiers=tiers(("4", "0.5"), (None, "1"))),
    OvertimeTerms(per="seventh_day", tiers=tiers(("8", "0.5"), (None, "1"))),
    *WEEKLY,
)
NIGHTS = PayBand(
    name="graveyard", clock=ClockSpan(start=22 * 60, end=6 * 60), amount_per_hour=Decimal("1.50")
)


def dollars(rate: str) -> Contract:
    return Contract(name="crew", hourly_rate=Decimal(rate), overtime_allowed=True)


def terms_of(overtime: tuple[OvertimeTerms, ...], *bands: PayBand, week_starts: str = "mon") -> PayTerms:
    return PayTerms.model_validate(
        {
            "night_premium": 0,
            "holiday_premium": 0,
            "bands": [band.model_dump() for band in bands],
            "overtime": [one.model_dump() for one in overtime],
            "overtime_base": "regular_rate",
            "week_starts": week_starts,
        }
    )


def june(contract: Contract, terms: PayTerms, shifts: list[Worked], **more: object) -> CostBreakdown:
    """June 2026 begins on a Monday."""
    month = {"first_date": dt.date(2026, 6, 1), "days": 30, **more}
    return Month(contract, shifts=shifts, terms=terms, currency="USD", calendar=PLAIN, **month).cost()  # type: ignore[arg-type]


def days(*hours: tuple[int, int, int]) -> list[Worked]:
    """Shifts of June as (day, start hour, hours)."""
    return [(dt.date(2026, 6, day), start, length, None) for day, start, length in hours]


def overtime(cost: CostBreakdown) -> list[tuple[int | None, str, int]]:
    return [(line.day, line.name, line.amount_minor) for line in cost.lines if line.component == "overtime"]


def test_30_the_example_of_the_regulation() -> None:
    """29 CFR 778.110(b): 46 h at $6 and $9.20 more for the week: regular rate $6.20, $303.80 in all.

    The $9.20 are here 46 h x $0.20.  base 276.00; extra 9.20; 6 h x 0.5 x 6 = 18.00;
    and 9.20 x (0.5 x 6) / 46 = 0.60; 276 + 9.20 + 18.00 + 0.60 = 303.80 = 285.20 + 6 x 3.10
    """
    bonus = PayBand(name="bonus", amount_per_hour=Decimal("0.20"))
    shifts = days(*((day, 8, 9) for day in range(1, 5)), (5, 8, 10))
    cost = june(dollars("6"), terms_of(WEEKLY, bonus), shifts)
    assert overtime(cost) == [(4, "week", 1_800), (6, "regular rate", 60)]
    assert cost.total_minor == 30_380


def test_31_nights_early_in_the_week_raise_overtime_by_day() -> None:
    """Two nights of 8 h with $1.50 by the hour, then four days of 8 h, 48 h at $20.

    base 960.00; nights 16 x 1.50 = 24.00; regular rate (960 + 24) / 48 = 20.50
    overtime 8 h x 0.5 x 20.50 = 82.00 = 80.00 at the bare rate + 2.00
    All of it falls on Saturday, a day shift: by its own minutes it would have been 80.00 (reading
    of "with_allowances").                                                    total 1,066.00
    """
    shifts = days((1, 22, 8), (2, 22, 8), (3, 14, 8), (4, 8, 8), (5, 8, 8), (6, 8, 8))
    cost = june(dollars("20"), terms_of(WEEKLY, NIGHTS), shifts)
    assert overtime(cost) == [(5, "week", 8_000), (6, "regular rate", 200)]
    assert cost.total_minor == 106_600


def test_32_a_premium_of_half_for_sundays_is_no_part_of_the_regular_rate() -> None:
    """29 CFR 778.203: time and a half for Sundays is left out, a tenth more for Saturdays is not.

    Sunday to Thursday of 10 h, the week begins on Sunday: 50 h at $20, Sunday 10 x 10.00 = 100.00;
    the rate stays 20: 10 h x 0.5 x 20 = 100.00, and no line at the end of the week.
    With Saturday for Sunday at a tenth: 10 x 2.00 = 20.00, regular rate 1,020 / 50 = 20.40,
    overtime 10 x 0.5 x 20.40 = 102.00.
    """
    sunday = PayBand(name="Sunday", weekdays=("sun",), share=Decimal("0.5"))
    shifts = days(*((day, 8, 10) for day in range(7, 12)))
    cost = june(dollars("20"), terms_of(WEEKLY, sunday, week_starts="sun"), shifts)
    assert (cost.other_premium_minor, overtime(cost)) == (10_000, [(10, "week", 10_000)])
    saturday = PayBand(name="Saturday", weekdays=("sat",), share=Decimal("0.1"))
    shifts = days(*((day, 8, 10) for day in range(9, 14)))
    cost = june(dollars("20"), terms_of(WEEKLY, saturday, week_starts="sun"), shifts)
    assert overtime(cost) == [(12, "week", 10_000), (12, "regular rate", 200)]


def test_33_california_days_double_time_and_the_week() -> None:
    """$20 with $1.50 at night. Monday 13 h by day; Tuesday and Wednesday nights of 8 h; Fri, Sat 9 h.

    paid 13 + 8 + 8 + 9 + 9 = 47 h; base 940.00; nights 16 x 1.50 = 24.00
    Monday   4 h x 10 = 40.00 and 1 h x 20 = 20.00
    Friday   1 h x 10 = 10.00; Saturday 1 h x 10 = 10.00
    week     straight hours 8 x 5 = 40, none above 40
    rate     24.00 x (0.5 x 4 + 1 x 1 + 0.5 + 0.5) / 47 = 24 x 4 / 47 = 2.0425... -> 2.04
                                                      total 1,046.04
    """
    shifts = days((1, 6, 13), (2, 22, 8), (3, 22, 8), (5, 9, 9), (6, 9, 9))
    cost = june(dollars("20"), terms_of(CALIFORNIA, NIGHTS), shifts)
    assert overtime(cost) == [
        (0, "day", 4_000),
        (0, "day", 2_000),
        (4, "day", 1_000),
        (5, "day", 1_000),
        (6, "regular rate", 204),
    ]
    assert cost.total_minor == 104_604


def test_34_california_seventh_day_at_night() -> None:
    """Seven days of 8 h from 14:00, the last one 10 h, 16:00 to 02:00 with 4 h at $1.50.

    base 58 x 20 = 1,160.00; night 4 x 1.50 = 6.00
    Saturday: straight hours 48, 8 above 40: 80.00
    Sunday, the seventh day: 8 x 10 = 80.00; 2 x 20 = 40.00
    rate   6.00 x (0.5 x 8 + 0.5 x 8 + 1 x 2) / 58 = 60 / 58 = 1.0344... -> 1.03
                                                   total 1,367.03
    """
    shifts = days(*((day, 14, 8) for day in range(1, 7)), (7, 16, 10))
    cost = june(dollars("20"), terms_of(CALIFORNIA, NIGHTS), shifts)
    assert overtime(cost) == [
        (5, "week", 8_000),
        (6, "seventh_day", 8_000),
        (6, "seventh_day", 4_000),
        (6, "regular rate", 103),
    ]
    assert cost.total_minor == 136_703


def test_35_a_salaried_clerk_who_is_not_exempt() -> None:
    """$3,466.67 a month for 173 h 20 min: $20.0000192 an hour (29 CFR 778.113: 12/52 of it for 40 h).

    A week of 5 x 9 h, no differential; hours above 40 were not paid by the salary:
    5 h x 1.5 x 20.0000192 = 150.000144 -> 150.00; total 3,616.67
    """
    contract = Contract(
        name="crew",
        pay="salary",
        monthly_salary=Decimal("3466.67"),
        month_minutes=10_400,
        overtime_allowed=True,
    )
    cost = june(contract, terms_of(WEEKLY), days(*((day, 8, 9) for day in range(1, 6))))
    assert (cost.overtime_minor, cost.total_minor) == (15_000, 361_667)


def test_36_an_exempt_lead_has_no_overtime() -> None:
    """29 USC 213(a)(1): a contract for which no overtime is written: 5 x 12 h, the salary and nothing else."""
    contract = Contract(name="crew", pay="salary", monthly_salary=Decimal(6000), overtime_allowed=True)
    others = (OvertimeTerms(per="week", tiers=tiers((None, "0.5")), contracts=("clerks",)),)
    cost = june(contract, terms_of(others), days(*((day, 8, 12) for day in range(1, 6))))
    assert cost.total_minor == 600_000


def test_37_a_week_begun_before_the_period() -> None:
    """The period begins on Thursday 4 June; Monday to Wednesday 10 h a day were worked, 30 h, by day.

    Thursday and Friday nights of 10 h, 22:00-08:00: base 400.00; 2 x 8 h x 1.50 = 24.00
    Friday is above 40: 10 h x 0.5 x 20 = 100.00
    rate   24.00 x (0.5 x 10) / 50 = 2.40, over all 50 h of the week; total 526.40
    """
    before = [
        WorkedShift(date=dt.date(2026, 6, day), start=8 * 60, length_minutes=600) for day in range(1, 4)
    ]
    shifts = days((4, 22, 10), (5, 22, 10))
    cost = june(
        dollars("20"),
        terms_of(WEEKLY, NIGHTS),
        shifts,
        first_date=dt.date(2026, 6, 4),
        agent={"worked_before": before},
    )
    assert overtime(cost) == [(1, "week", 10_000), (3, "regular rate", 240)]
    assert cost.total_minor == 52_640
