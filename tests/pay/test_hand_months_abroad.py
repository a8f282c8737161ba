"""Months worked by hand under other laws; amounts in minor units, arithmetic as in a payroll sheet."""

import datetime as dt
from decimal import Decimal

from models.contract import Contract
from models.overtime_terms import OvertimeTerms
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from tests.pay.worksheet import Month, tiers
from tests.pay.worlds import calendar_of

PLAIN = calendar_of()
EURO = Contract(name="crew", hourly_rate=Decimal("20.55"), overtime_allowed=True)
DOLLAR = Contract(name="crew", hourly_rate=Decimal(20), overtime_allowed=True)


def date(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


def test_22_the_night_of_seven_hours() -> None:
    """Berlin, 28 March 22:00 to 29 March 06:00: clocks go forward, 7 real hours, night 25 %.

    base 7 x 20.55 = 143.85; night 7 x 5.1375 = 35.9625 -> 35.96; total 179.81
    """
    terms = PayTerms(night_premium=Decimal("0.25"))
    night = [(date(3, 28), 22, 8, None)]
    month = Month(EURO, date(3, 1), 31, night, terms, zone="Europe/Berlin", currency="EUR", calendar=PLAIN)
    cost = month.cost()
    assert (cost.base_minor, cost.night_premium_minor, cost.total_minor) == (14_385, 3_596, 17_981)


def test_23_the_night_of_nine_hours() -> None:
    """Berlin, 24 October 22:00 to 25 October 06:00: clocks go back, 9 real hours.

    base 9 x 20.55 = 184.95; night 9 x 5.1375 = 46.2375 -> 46.24; total 231.19
    """
    terms = PayTerms(night_premium=Decimal("0.25"))
    night = [(date(10, 24), 22, 8, None)]
    month = Month(EURO, date(10, 1), 31, night, terms, zone="Europe/Berlin", currency="EUR", calendar=PLAIN)
    cost = month.cost()
    assert (cost.base_minor, cost.night_premium_minor, cost.total_minor) == (18_495, 4_624, 23_119)


def test_24_of_a_sunday_and_a_holiday_the_dearer_counts() -> None:
    """A holiday on Sunday 4 October, 10 h at 20.55: Sunday 50 %, holiday 125 %, never both.

    base 205.50; holiday 10 x 25.6875 = 256.875 -> 256.88; total 462.38
    """
    bands = (
        PayBand(name="Sunday", weekdays=("sun",), share=Decimal("0.5"), group="rest"),
        PayBand(
            name="public holiday", days=("holiday",), share=Decimal("1.25"), group="rest", column="holiday"
        ),
    )
    terms = PayTerms(holiday_premium=Decimal(0), bands=bands)
    calendar = calendar_of(d1004="holiday")
    shifts = [(date(10, 4), 8, 10, None)]
    cost = Month(EURO, date(10, 1), 31, shifts, terms, currency="EUR", calendar=calendar).cost()
    assert (cost.base_minor, cost.other_premium_minor, cost.holiday_premium_minor) == (20_550, 0, 25_688)
    assert cost.total_minor == 46_238


def test_25_california_days_week_and_seventh_day() -> None:
    """Labor Code 510, 20.00 an hour: Monday 13 h, Tuesday to Saturday 8 h, Sunday 10 h.

    base     63 h x 20                             = 1,260.00
    Monday   4 h x 10 (over 8) + 1 h x 20 (over 12) =   60.00
    week     straight hours 48 by Saturday, 8 over 40: 8 x 10 = 80.00
    Sunday   the seventh day: 8 h x 10 + 2 h x 20   =   120.00
                                            total    1,520.00
    """
    terms = PayTerms(
        overtime=(
            OvertimeTerms(per="day", after_minutes=480, tiers=tiers(("4", "0.5"), (None, "1"))),
            OvertimeTerms(per="seventh_day", tiers=tiers(("8", "0.5"), (None, "1"))),
            OvertimeTerms(per="week", after_minutes=2400, tiers=tiers((None, "0.5"))),
        )
    )
    hours = (13, 8, 8, 8, 8, 8, 10)
    shifts = [(date(6, 1 + n), 7, length, None) for n, length in enumerate(hours)]
    cost = Month(DOLLAR, date(6, 1), 30, shifts, terms, currency="USD", calendar=PLAIN).cost()
    assert [(line.name, line.amount_minor) for line in cost.lines if line.component == "overtime"] == [
        ("day", 4_000),
        ("day", 2_000),
        ("week", 8_000),
        ("seventh_day", 8_000),
        ("seventh_day", 4_000),
    ]
    assert cost.total_minor == 152_000


def test_26_fair_labor_standards_week() -> None:
    """Five days of 10 h at 15.15: base 757.50; 10 h x 0.5 x 15.15 = 75.75; total 833.25."""
    contract = Contract(name="crew", hourly_rate=Decimal("15.15"), overtime_allowed=True)
    terms = PayTerms(
        overtime=(OvertimeTerms(per="week", after_minutes=2400, tiers=tiers((None, "0.5"))),),
        week_starts="sun",
    )
    shifts = [(date(6, day), 8, 10, None) for day in range(1, 6)]
    cost = Month(contract, date(6, 1), 30, shifts, terms, currency="USD", calendar=PLAIN).cost()
    assert (cost.overtime_minor, cost.total_minor) == (7_575, 83_325)


def test_27_overtime_by_the_day_in_kazakhstan() -> None:
    """1,500 an hour: two days of 10 h, one night 22:00-06:00 at half as much again.

    base 28 x 1,500 = 42,000; day overtime 2 x 2 h x 750 = 3,000; night 8 x 750 = 6,000; total 51,000.00
    """
    contract = Contract(name="crew", hourly_rate=Decimal(1500), overtime_allowed=True)
    terms = PayTerms(
        night_premium=Decimal("0.5"), overtime=(OvertimeTerms(per="day", tiers=tiers((None, "0.5"))),)
    )
    shifts = [
        (date(6, 2), 8, 10, None),
        (date(6, 3), 8, 10, None),
        (date(6, 9), 22, 8, None),
    ]
    cost = Month(
        contract, date(6, 1), 30, shifts, terms, zone="Asia/Almaty", currency="KZT", calendar=PLAIN
    ).cost()
    assert (cost.overtime_minor, cost.night_premium_minor, cost.total_minor) == (300_000, 600_000, 5_100_000)


def test_28_a_salary_over_a_stated_month() -> None:
    """3,000 a month over 173 h 20 min (40 h x 52 weeks / 12): an hour is 17.3076923...

    45 h in a week: 5 h above, first 2 x 1.5, then 3 x 2: 9 x 17.3076923... = 155.7692... -> 155.77
    """
    contract = Contract(
        name="crew",
        pay="salary",
        monthly_salary=Decimal(3000),
        month_minutes=173 * 60 + 20,
        overtime_allowed=True,
    )
    shifts = [(date(6, day), 8, 9, None) for day in range(1, 6)]
    cost = Month(contract, date(6, 1), 30, shifts, currency="EUR", calendar=PLAIN).cost()
    assert (cost.overtime_minor, cost.total_minor) == (15_577, 315_577)
