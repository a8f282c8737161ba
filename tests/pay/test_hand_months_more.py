"""Still more months worked by hand: the month's end, half-time, lieu days, leavers, vacation by the day."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from models.agent import Leave
from models.contract import Contract
from models.cost import RampUpCost
from models.employer_costs import OnCost
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from models.ramp_up import RampUpStep
from tests.pay.worksheet import SUMMED, Month, twelve_hour_days

HOURLY_400 = Contract(name="crew", hourly_rate=Decimal(400), overtime_allowed=True)
#: November 2026 has 20 working days, the 3rd an hour shorter: 20 x 8 - 1 = 159 h; 79,500 / 159 = 500.
SALARY_500 = Contract(name="crew", pay="salary", monthly_salary=Decimal(79_500), overtime_allowed=True)
OCTOBER, NOVEMBER = dt.date(2026, 10, 1), dt.date(2026, 11, 1)
FUND = OnCost(name="fund", share=Decimal("0.3"))


def date(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


def test_51_a_night_over_the_end_of_a_month_on_a_salary() -> None:
    """31 October 20:00 to 1 November 08:00, in a plan of 26 October to 8 November; 88,000 a month.

    October   22 days x 8 = 176 h, 88,000 / 176 = 500 an hour; 26th-30th 40 h  = 20,000.00
    November  159 h; 2nd 8, 3rd 7, 5th 8, 6th 8 = 31 h; 88,000 x 31 / 159       = 17,157.23
    night     8 h x 0.20 x 500, all at the rate of October, where it began      =    800.00
                                                                          total   37,957.23
    """
    contract = SALARY_500.model_copy(update={"monthly_salary": Decimal(88_000)})
    cost = Month(contract, date(10, 26), 14, [(date(10, 31), 20, 12, None)]).cost()
    assert [line.amount_minor for line in cost.lines if line.name.startswith("salary")] == [
        2_000_000,
        1_715_723,
    ]
    assert (cost.night_premium_minor, cost.total_minor) == (80_000, 3_795_723)


def test_52_a_holiday_worked_for_a_day_off_in_lieu() -> None:
    """Art. 153: works the 4th at single pay on top of the salary and takes the 5th off, the salary going on.

    worked   12 x 11 = 132 h, within the norm of 159 - 8 = 151
    salary   79,500.00; holiday 11 x 500 = 5,500.00; total 85,000.00
    """
    shifts = twelve_hour_days(11, 1, 4, 6, 9, 10, 13, 14, 17, 18, 21, 22, 25)
    leave = (Leave(first_date=date(11, 5), last_date=date(11, 5), kind="other"),)
    cost = Month(SALARY_500, NOVEMBER, 30, shifts, SUMMED, {"leave": leave}).cost()
    assert (cost.base_minor, cost.holiday_premium_minor, cost.overtime_minor) == (7_950_000, 550_000, 0)
    assert cost.total_minor == 8_500_000


def test_53_half_time_by_the_hour_above_the_own_norm() -> None:
    """20 h a week: 20 days x 4 h, the 3rd an hour shorter whatever the week: 79 h; 8 x 11 = 88 h, 9 above.

    base 88 x 400 = 35,200; 2 h x 0.5 x 400 + 7 h x 400 = 3,200; total 38,400.00
    """
    contract = HOURLY_400.model_copy(update={"weekly_minutes": 20 * 60})
    shifts = twelve_hour_days(11, 1, 2, 6, 9, 13, 17, 20, 24)
    cost = Month(contract, NOVEMBER, 30, shifts, SUMMED).cost()
    assert (cost.base_minor, cost.overtime_minor, cost.total_minor) == (3_520_000, 320_000, 3_840_000)


def test_54_half_a_salary_above_the_own_norm() -> None:
    """39,750 for 79 h: 503.164556... an hour; 9 h above: (2 x 1.5 + 7 x 2) x 503.164556... = 8,553.80."""
    contract = SALARY_500.model_copy(update={"monthly_salary": Decimal(39_750), "weekly_minutes": 20 * 60})
    shifts = twelve_hour_days(11, 1, 2, 6, 9, 13, 17, 20, 24)
    cost = Month(contract, NOVEMBER, 30, shifts, SUMMED).cost()
    assert (cost.base_minor, cost.overtime_minor, cost.total_minor) == (3_975_000, 855_380, 4_830_380)


def test_55_a_month_without_an_hour_of_work() -> None:
    """By the hour nothing; on a salary all of it, and the fund's 30 %: 79,500 + 23,850 = 103,350.00."""
    terms = PayTerms(on_costs=(FUND,))
    nothing = Month(HOURLY_400, NOVEMBER, 30, [], terms).cost()
    assert (nothing.total_minor, nothing.lines) == (0, ())
    assert Month(SALARY_500, NOVEMBER, 30, [], terms).cost().total_minor == 10_335_000


def test_56_a_coefficient_upon_a_sunday_upon_a_night() -> None:
    """Saturday 10 October 22:00 to Sunday 06:00, the coefficient on all of it.

    base 8 x 400 = 3,200; night 8 x 80 = 640; Sunday 00-06, 6 x 200 = 1,200
    coefficient 0.15 x (3,200 + 640 + 1,200) = 756; total 5,796.00
    """
    bands = (
        PayBand(name="Sunday", share=Decimal("0.5"), weekdays=("sun",)),
        PayBand(name="region", share=Decimal("0.15"), on="pay"),
    )
    cost = Month(HOURLY_400, OCTOBER, 31, [(date(10, 10), 22, 8, None)], PayTerms(bands=bands)).cost()
    assert (cost.night_premium_minor, cost.other_premium_minor) == (64_000, 195_600)
    assert cost.total_minor == 579_600


def test_57_a_leaver_by_the_hour_above_the_norm_until_then() -> None:
    """Last day 13 November: norm 8 + 7 + 8 + 8 + 40 = 71 h; 7 x 11 = 77 h, 6 above.

    base 77 x 400 = 30,800; 2 x 200 + 4 x 400 = 2,000; total 32,800.00
    """
    shifts = twelve_hour_days(11, 1, 2, 5, 6, 9, 10, 13)
    cost = Month(HOURLY_400, NOVEMBER, 30, shifts, SUMMED, {"last_day": date(11, 13)}).cost()
    assert (cost.base_minor, cost.overtime_minor, cost.total_minor) == (3_080_000, 200_000, 3_280_000)


def test_58_vacation_by_the_day_beside_hours() -> None:
    """Vacation 2 to 8 November, a public holiday in it: 6 days x 2,600.55 = 15,603.30 (art. 120 and 139).

    norm      159 - (8 + 7 + 8 + 8) = 128 h; worked 12 x 11 = 132 h, 4 above
    base      132 x 400 = 52,800; overtime 2 x 200 + 2 x 400 = 1,200
    fund      30 % of 15,603.30 = 4,680.99; of 54,000 = 16,200
                                                  total    90,484.29
    """
    away = Leave(first_date=date(11, 2), last_date=date(11, 8))
    agent = {"leave": (away,), "average_daily_pay": Decimal("2600.55")}
    shifts = twelve_hour_days(11, 9, 10, 13, 14, 17, 18, 21, 22, 25, 26, 29, 30)
    terms = SUMMED.model_copy(update={"on_costs": (FUND,)})
    cost = Month(HOURLY_400, NOVEMBER, 30, shifts, terms, agent).cost()
    (line,) = [one for one in cost.lines if one.name == "vacation 2026-11"]
    assert (line.amount_minor, line.share, line.component) == (1_560_330, Fraction(6), "base")
    assert (cost.base_minor, cost.overtime_minor) == (5_280_000 + 1_560_330, 120_000)
    assert cost.on_costs_minor == 468_099 + 1_620_000
    assert cost.total_minor == 9_048_429


def test_59_vacation_by_the_day_in_place_of_a_salary() -> None:
    """Vacation 16 to 20 November: 5 days x 2,700 = 13,500; salary 79,500 x 119 / 159 = 59,500; 73,000.00.

    Of a vacation that runs on into December only November's days belong to the plan: 16th to 30th,
    15 days x 2,700 = 40,500; salary 79,500 x (159 - 88) / 159 = 35,500; 76,000.00.
    """
    for last, owed in ((date(11, 20), 7_300_000), (date(12, 13), 7_600_000)):
        agent = {
            "leave": (Leave(first_date=date(11, 16), last_date=last),),
            "average_daily_pay": Decimal(2700),
        }
        assert Month(SALARY_500, NOVEMBER, 30, [], SUMMED, agent).cost().total_minor == owed
    unpriced = {"leave": (Leave(first_date=date(11, 16), last_date=date(11, 20)),)}
    assert Month(SALARY_500, NOVEMBER, 30, [], SUMMED, unpriced).cost().total_minor == 7_950_000
    assert Month(HOURLY_400, NOVEMBER, 30, [], SUMMED, unpriced).cost().total_minor == 0


def test_60_vacation_that_reaches_the_yearly_cap() -> None:
    """1,000 of the cap left; vacation is earned before the shift: 1,000 at 30 %, all else at 10 %.

    vacation 12 and 13 October, 2 x 1,500 = 3,000: 1,000 x 0.3 + 2,000 x 0.1 = 500
    shift    8 h x 400 = 3,200 x 0.1 = 320; total 3,000 + 3,200 + 820 = 7,020.00
    """
    fund = FUND.model_copy(update={"yearly_cap": Decimal(100_000), "share_above_cap": Decimal("0.1")})
    agent = {
        "leave": (Leave(first_date=date(10, 12), last_date=date(10, 13)),),
        "average_daily_pay": Decimal(1500),
        "paid_this_year": Decimal(99_000),
    }
    shifts = [(date(10, 6), 9, 8, None)]
    cost = Month(HOURLY_400, OCTOBER, 31, shifts, PayTerms(on_costs=(fund,)), agent).cost()
    assert (cost.on_costs_minor, cost.total_minor) == (82_000, 702_000)


def test_61_a_newcomers_overtime_is_learning_too() -> None:
    """Half done all month: of 44 h in a week of 40, half of the hours and of their pay.

    base 44 x 400 = 17,600; 2 x 200 + 2 x 400 = 1,200; half of 18,800 = 9,400.00 for 22 h
    """
    steps = (RampUpStep(weeks=8, productivity=Decimal("0.5")),)
    shifts = twelve_hour_days(10, 5, 6, 7, 8)
    newcomer = {"first_day": OCTOBER, "ramp_up": steps}
    cost = Month(HOURLY_400, OCTOBER, 31, shifts, agent=newcomer).cost()
    assert cost.total_minor == 1_880_000
    assert cost.ramp_up == (RampUpCost("ana", 22 * 60, 940_000),)
