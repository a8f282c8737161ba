"""Months worked by hand where dates, leave and terms meet; amounts as in a payroll sheet."""

import datetime as dt
from decimal import Decimal

from models.agent import Leave
from models.calendar import WorkCalendar
from models.contract import Contract
from models.employer_costs import OnCost
from models.overtime_terms import OvertimeTerms
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from tests.pay.test_hand_months_russia import HOURLY_400, NOVEMBER, ROTA, SALARY_500, date
from tests.pay.worksheet import RUSSIA_2026, SUMMED, Month, tiers, twelve_hour_days
from tests.pay.worlds import calendar_of

NEW_YEAR = dt.date(2027, 1, 1)
OVER_NEW_YEAR = WorkCalendar({**RUSSIA_2026.kinds, NEW_YEAR: "holiday"}, {})


def test_38_sick_in_the_middle_of_a_month_under_the_norm() -> None:
    """Sick from Saturday 7 to Friday 13 November; 255-FZ art. 3: three days are the employer's.

    paid are the 7th, 8th and 9th; unpaid Tuesday 10th to Friday 13th, 4 x 8 = 32 h
    salary   79,500 x (159 - 32) / 159      = 63,500.00
    norm     159 - 5 x 8 = 119 h; worked 10 x 11 = 110 h: no overtime
                                      total   63,500.00
    With an eleventh shift 121 h: 2 h x 1.5 x 500 = 1,500.00; where every day is paid, 79,500.00.
    """
    sick = {"leave": (Leave(first_date=date(11, 7), last_date=date(11, 13), kind="sick"),)}
    shifts = twelve_hour_days(11, 1, 2, 5, 6, 16, 17, 20, 21, 24, 25, 28)
    terms = SUMMED.model_copy(update={"sick_paid_days": 3})
    assert Month(SALARY_500, NOVEMBER, 30, shifts[:10], terms, sick).cost().total_minor == 6_350_000
    cost = Month(SALARY_500, NOVEMBER, 30, shifts, terms, sick).cost()
    assert (cost.base_minor, cost.overtime_minor) == (6_350_000, 150_000)
    assert Month(SALARY_500, NOVEMBER, 30, shifts[:10], SUMMED, sick).cost().total_minor == 7_950_000


def test_39_the_first_month_of_an_accounting_quarter() -> None:
    """17 x 11 = 187 h in October, whose norm is 176; the quarter has 176 + 159 + 183 = 518 h.

    Art. 104 and 152: overtime is what the quarter has beyond 518 h, and can be made good until
    December: 187 x 400 = 74,800.00.  Were October the whole accounting period, 11 h above:
    2 x 200 + 9 x 400 = 4,000.00 more.
    """
    october = twelve_hour_days(10, *range(1, 18))
    period = OvertimeTerms(per="period", last_date=date(12, 31), tiers=tiers(("2", "0.5"), (None, "1")))
    quarter = SUMMED.model_copy(update={"overtime": (period,)})
    assert Month(HOURLY_400, date(10, 1), 31, october, quarter).cost().total_minor == 7_480_000
    assert Month(HOURLY_400, date(10, 1), 31, october, SUMMED).cost().total_minor == 7_880_000


def test_40_the_second_month_of_a_quarter_already_beyond_its_norm() -> None:
    """516 h were worked before November of a quarter of 518: the one shift of 11 h is 9 h above.

    base 11 x 400 = 4,400; overtime 2 x 200 + 7 x 400 = 3,200; total 7,600.00
    """
    period = OvertimeTerms(
        per="period",
        first_date=date(10, 1),
        last_date=date(12, 31),
        tiers=tiers(("2", "0.5"), (None, "1")),
    )
    terms = SUMMED.model_copy(update={"overtime": (period,)})
    used = {"accounting_minutes": 516 * 60}
    cost = Month(HOURLY_400, NOVEMBER, 30, twelve_hour_days(11, 2), terms, used).cost()
    assert (cost.overtime_minor, cost.total_minor) == (320_000, 760_000)


def test_41_the_night_of_new_year_on_a_salary() -> None:
    """31 December 20:00 to 1 January 08:00, unpaid 01:00-02:00; 91,500 / 183 h = 500 an hour.

    salary of December                         91,500.00
    night    7 h x 500 x 0.20 (Decree 554)   =    700.00
    holiday  1 January 00-08 less the break, 7 h within the norm: 7 x 500 = 3,500.00
                                        total  95,700.00
    """
    contract = SALARY_500.model_copy(update={"monthly_salary": Decimal(91_500)})
    night = [(date(12, 31), 20, 12, 300)]
    cost = Month(contract, date(12, 1), 31, night, SUMMED, calendar=OVER_NEW_YEAR).cost()
    assert (cost.night_premium_minor, cost.holiday_premium_minor) == (70_000, 350_000)
    assert cost.total_minor == 9_570_000


def test_42_a_salary_and_its_contributions_over_new_year() -> None:
    """28 December to 10 January on 100,000; the cap of 2,979,000 was used up before.

    December  8 + 8 + 8 + 7 = 31 of 183 h: 16,939.8907 -> 16,939.89; 15.1 % = 2,557.92339 -> 2,557.92
    January   40 of 20 x 8 = 160 h: 25,000.00; a new year, 30 % = 7,500.00
                                                              total 51,997.81
    """
    fund = OnCost(
        name="fund", share=Decimal("0.3"), yearly_cap=Decimal(2_979_000), share_above_cap=Decimal("0.151")
    )
    contract = SALARY_500.model_copy(update={"monthly_salary": Decimal(100_000)})
    agent = {"paid_this_year": Decimal(2_979_000)}
    month = Month(contract, date(12, 28), 14, [], PayTerms(on_costs=(fund,)), agent, calendar=OVER_NEW_YEAR)
    cost = month.cost()
    assert [(line.label, line.amount_minor) for line in cost.lines] == [
        ("salary 2026-12", 1_693_989),
        ("salary 2027-01", 2_500_000),
        ("fund above the cap: salary 2026-12", 255_792),
        ("fund: salary 2027-01", 750_000),
    ]
    assert cost.total_minor == 5_199_781


def test_43_a_saturday_that_is_a_working_day() -> None:
    """Saturday 7 November works in exchange for another day; Saturday 14 is a day off, paid double.

    norm 20 x 8 - 1 + 8 = 167 h; salary 79,500 / 167 = 476.0479... an hour
    8 h on each: the 7th nothing more, the 14th 8 x 476.0479... = 3,808.3832... -> 3,808.38
                                                       total 83,308.38
    """
    calendar = WorkCalendar({**RUSSIA_2026.kinds, date(11, 7): "working"}, {})
    day_off = PayBand(name="day off", days=("weekend",), share=Decimal(1))
    shifts = [(date(11, 7), 9, 8, None), (date(11, 14), 9, 8, None)]
    terms = SUMMED.model_copy(update={"bands": (day_off,)})
    cost = Month(SALARY_500, NOVEMBER, 30, shifts, terms, calendar=calendar).cost()
    assert (cost.other_premium_minor, cost.total_minor) == (380_838, 8_330_838)


def test_44_the_hour_before_a_holiday() -> None:
    """20 days of 8 h, the 3rd of November not shortened: 160 h of 159, one hour of overtime (art. 95).

    base 160 x 400 = 64,000; 1 h x 0.5 x 400 = 200; total 64,200.00
    """
    working = [day for day in range(1, 31) if dt.date(2026, 11, day).weekday() < 5 and day != 4]
    shifts = [(date(11, day), 9, 8, None) for day in working]
    cost = Month(HOURLY_400, NOVEMBER, 30, shifts, SUMMED).cost()
    assert (cost.overtime_minor, cost.total_minor) == (20_000, 6_420_000)


def test_45_a_part_timer_above_the_own_week() -> None:
    """20 h a week at 400, 26 h worked: art. 99 counts from the hours set for the worker.

    base 26 x 400 = 10,400; 2 x 200 + 4 x 400 = 2,000; total 12,400.00
    Where premiums begin with the full week, as German agreements have it, 10,400.00.
    """
    part_time = HOURLY_400.model_copy(update={"weekly_minutes": 20 * 60})
    shifts = [(date(6, day), 9, hours, None) for day, hours in ((1, 8), (2, 8), (3, 10))]
    assert Month(part_time, date(6, 1), 30, shifts).cost().total_minor == 1_240_000
    full = PayTerms(overtime=(OvertimeTerms(per="week", after_minutes=2400, tiers=tiers((None, "0.25"))),))
    assert Month(part_time, date(6, 1), 30, shifts, full).cost().total_minor == 1_040_000


def test_46_the_short_night_of_spring_into_a_sunday() -> None:
    """Berlin, Saturday 28 March 22:00 to Sunday 06:00, 7 real hours at 20.00; both premiums stack.

    base 140.00; night 25 %: 7 x 5 = 35.00
    Sunday 50 % from midnight: 00-02 and 03-06, 5 real hours x 10 = 50.00; total 225.00
    """
    contract = Contract(name="crew", hourly_rate=Decimal(20), overtime_allowed=True)
    sunday = PayBand(name="Sunday", weekdays=("sun",), share=Decimal("0.5"))
    terms = PayTerms(night_premium=Decimal("0.25"), holiday_premium=Decimal(0), bands=(sunday,))
    night = [(date(3, 28), 22, 8, None)]
    month = Month(
        contract,
        date(3, 1),
        31,
        night,
        terms,
        zone="Europe/Berlin",
        currency="EUR",
        calendar=calendar_of(),
    )
    cost = month.cost()
    assert (cost.night_premium_minor, cost.other_premium_minor, cost.total_minor) == (3_500, 5_000, 22_500)


def test_47_a_night_into_the_republics_day_of_kazakhstan() -> None:
    """24 October 22:00 to 25 October 06:00 at 1,500; art. 109 and 110: half as much again, each.

    base 12,000; night 8 x 750 = 6,000; holiday 6 x 750 = 4,500; total 22,500.00
    """
    contract = Contract(name="crew", hourly_rate=Decimal(1500), overtime_allowed=True)
    terms = PayTerms(night_premium=Decimal("0.5"), holiday_premium=Decimal("0.5"))
    calendar = calendar_of(d1025="holiday")
    month = Month(
        contract,
        date(10, 1),
        31,
        [(date(10, 24), 22, 8, None)],
        terms,
        zone="Asia/Almaty",
        currency="KZT",
        calendar=calendar,
    )
    assert month.cost().total_minor == 2_250_000


def test_48_breaks_that_are_paid() -> None:
    """London, four nights 20:00-08:00 with an hour's break at 12.71, no premiums.

    paid 4 x 12 x 12.71 = 610.08; unpaid 4 x 11 x 12.71 = 559.24
    """
    contract = Contract(name="crew", hourly_rate=Decimal("12.71"), overtime_allowed=True)
    terms = PayTerms.model_validate(
        {"night_premium": 0, "holiday_premium": 0, "overtime_premium": 0, "overtime_later_premium": 0}
    )
    nights = [(date(6, day), 20, 12, 300) for day in (1, 2, 3, 4)]
    for is_paid, total in ((True, 61_008), (False, 55_924)):
        month = Month(
            contract,
            date(6, 1),
            30,
            nights,
            terms,
            zone="Europe/London",
            currency="GBP",
            calendar=calendar_of(),
            breaks_are_paid=is_paid,
        )
        assert month.cost().total_minor == total


def test_49_a_newcomer_beside_a_holiday_and_above_the_own_norm() -> None:
    """Joins Thursday 29 October in a period of October and November, hourly, summed over both.

    own norm 2 x 8 + 159 = 175 h; worked 16 x 11 = 176 h, 11 of them on 4 November
    holiday 11 x 400 = 4,400; the hour above the norm is a holiday hour, paid as such: no overtime
    base 176 x 400 = 70,400; total 74,800.00
    """
    shifts = [*twelve_hour_days(10, 29), *twelve_hour_days(11, 4, *ROTA[1:])]
    agent = {"first_day": date(10, 29)}
    cost = Month(HOURLY_400, date(10, 1), 61, shifts, SUMMED, agent).cost()
    assert (cost.holiday_premium_minor, cost.overtime_minor, cost.total_minor) == (440_000, 0, 7_480_000)


def test_50_a_clerk_works_the_holiday_beside_a_full_week() -> None:
    """A five-day week, accounted by the week: Wednesday 4 November is worked beside the other days.

    norm of the week 8 + 7 + 0 + 8 + 8 = 31 h; worked 8 + 7 + 8 + 8 + 8 = 39, 8 of them the holiday's
    salary 79,500; the holiday is above the norm, art. 153: 2 x 8 x 500 = 8,000; total 87,500.00
    Without Friday it is 31 h, within the norm: 8 x 500 = 4,000; total 83,500.00
    """
    terms = SUMMED.model_copy(
        update={"overtime": (OvertimeTerms(per="week", tiers=tiers(("2", "0.5"), (None, "1"))),)}
    )
    shifts = [(date(11, day), 9, 7 if day == 3 else 8, None) for day in range(2, 7)]
    cost = Month(SALARY_500, NOVEMBER, 30, shifts, terms).cost()
    assert (cost.overtime_minor, cost.total_minor) == (0, 8_750_000)
    assert Month(SALARY_500, NOVEMBER, 30, shifts[:4], terms).cost().total_minor == 8_350_000
    saturday = [*shifts[:2], *shifts[3:], (date(11, 7), 9, 8, None)]
    assert Month(SALARY_500, NOVEMBER, 30, saturday, terms).cost().overtime_minor == 2 * 75_000 + 6 * 100_000
