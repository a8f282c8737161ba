"""Months worked by hand under the Russian code; amounts in kopecks, arithmetic as in a payroll sheet."""

import datetime as dt
from decimal import Decimal

from models.agent import Leave, Vacancy
from models.contract import Contract
from models.employer_costs import OnCost, Overhead
from models.overtime_terms import OvertimeTerms
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from tests.pay.worksheet import SUMMED, Month, tiers, twelve_hour_days

HOURLY_400 = Contract(name="crew", hourly_rate=Decimal(400), overtime_allowed=True)
#: November 2026 has 20 working days, the 3rd an hour shorter: 20 x 8 - 1 = 159 h; 79,500 / 159 = 500.
SALARY_500 = Contract(name="crew", pay="salary", monthly_salary=Decimal(79_500), overtime_allowed=True)
JUNE, OCTOBER, NOVEMBER = dt.date(2026, 6, 1), dt.date(2026, 10, 1), dt.date(2026, 11, 1)
#: Fifteen dates of a 2/2 rota in November, without and with the 4th, a public holiday.
ROTA = (1, 2, 5, 6, 9, 10, 13, 14, 17, 18, 21, 22, 25, 26, 29)
ROTA_WITH_4TH = (1, 4, *ROTA[2:])


def date(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


def test_01_a_night_into_a_holiday() -> None:
    """11 June 20:00 to 12 June 08:00, unpaid 01:00-02:00.

    base     12 - 1 = 11 h x 400.00            = 4,400.00
    night    22-06, 8 - 1 = 7 h x 400 x 0.20   =   560.00
    holiday  12 June 00-08, 8 - 1 = 7 h x 400  = 2,800.00
                                        total    7,760.00
    """
    cost = Month(HOURLY_400, JUNE, 30, [(date(6, 11), 20, 12, 300)]).cost()
    assert (cost.base_minor, cost.night_premium_minor, cost.holiday_premium_minor) == (
        440_000,
        56_000,
        280_000,
    )
    assert cost.total_minor == 776_000


def test_02_a_night_out_of_a_holiday() -> None:
    """12 June 20:00 to 13 June 08:00, no break.

    base 12 x 400 = 4,800; night 8 x 80 = 640; holiday 20-24, 4 x 400 = 1,600; total 7,040.00
    """
    cost = Month(HOURLY_400, JUNE, 30, [(date(6, 12), 20, 12, None)]).cost()
    assert cost.holiday_premium_minor == 160_000
    assert cost.total_minor == 704_000


def test_03_overtime_of_a_week() -> None:
    """Five days of 9 h at 333.33: each line by itself, the week's overtime rounded once.

    base      9 x 333.33 = 2,999.97, five times       = 14,999.85
    overtime  2 h x 0.5 x 333.33 + 3 h x 333.33
              = 333.33 + 999.99                       =  1,333.32
                                              total     16,333.17
    """
    contract = Contract(name="crew", hourly_rate=Decimal("333.33"), overtime_allowed=True)
    shifts = [(date(6, day), 8, 9, None) for day in range(1, 6)]
    cost = Month(contract, JUNE, 30, shifts).cost()
    assert (cost.base_minor, cost.overtime_minor, cost.total_minor) == (1_499_985, 133_332, 1_633_317)


def test_04_summed_accounting_above_the_norm() -> None:
    """15 shifts x 11 h = 165 h; norm 159 h; 6 h above.

    base 165 x 400 = 66,000; 2 h x 0.5 x 400 = 400; 4 h x 1 x 400 = 1,600; total 68,000.00
    """
    cost = Month(HOURLY_400, NOVEMBER, 30, twelve_hour_days(11, *ROTA), SUMMED).cost()
    assert (cost.base_minor, cost.overtime_minor, cost.total_minor) == (6_600_000, 200_000, 6_800_000)
    assert cost.overtime_minutes_by_agent == (("ana", 360),)


def test_05_summed_accounting_under_the_norm() -> None:
    """14 shifts x 11 h = 154 h of 159: base 61,600.00 and nothing else."""
    cost = Month(HOURLY_400, NOVEMBER, 30, twelve_hour_days(11, *ROTA[:14]), SUMMED).cost()
    assert (cost.overtime_minor, cost.total_minor) == (0, 6_160_000)


def test_06_holiday_hours_are_not_overtime_too() -> None:
    """165 h of 159, 11 of them on 4 November: the 6 h above are holiday hours, paid double as such.

    base 66,000 + holiday 11 x 400 = 4,400; overtime 0; total 70,400.00
    """
    cost = Month(HOURLY_400, NOVEMBER, 30, twelve_hour_days(11, *ROTA_WITH_4TH), SUMMED).cost()
    assert (cost.holiday_premium_minor, cost.overtime_minor, cost.total_minor) == (440_000, 0, 7_040_000)


def test_07_salary_with_holiday_hours_on_both_sides_of_the_norm() -> None:
    """The same month on a salary of 79,500 (500 an hour): art. 153, +1x within the norm, +2x above.

    salary                          79,500.00
    holiday within   5 h x 500     = 2,500.00
    holiday above    6 h x 2 x 500 = 6,000.00
                             total  88,000.00
    """
    cost = Month(SALARY_500, NOVEMBER, 30, twelve_hour_days(11, *ROTA_WITH_4TH), SUMMED).cost()
    assert (cost.base_minor, cost.holiday_premium_minor, cost.overtime_minor) == (7_950_000, 850_000, 0)
    assert cost.total_minor == 8_800_000


def test_08_salary_above_the_norm() -> None:
    """165 h of 159 without a holiday: 2 h x 1.5 x 500 = 1,500; 4 h x 2 x 500 = 4,000; total 85,000.00."""
    cost = Month(SALARY_500, NOVEMBER, 30, twelve_hour_days(11, *ROTA), SUMMED).cost()
    assert (cost.base_minor, cost.overtime_minor, cost.total_minor) == (7_950_000, 550_000, 8_500_000)


def test_09_salary_under_the_norm() -> None:
    """13 x 11 = 143 h, 11 of them on the 4th: salary in full, holiday 11 x 500 = 5,500; total 85,000.00."""
    cost = Month(SALARY_500, NOVEMBER, 30, twelve_hour_days(11, *ROTA_WITH_4TH[:13]), SUMMED).cost()
    assert (cost.base_minor, cost.holiday_premium_minor, cost.total_minor) == (7_950_000, 550_000, 8_500_000)


def test_10_a_newcomer_mid_month() -> None:
    """Joins on Monday 16 November: 11 working days, 88 h of the norm, all of them also the own norm.

    salary    79,500 x 88 / 159                       = 44,000.00
    worked    9 x 11 = 99 h, 11 above:
              2 h x 1.5 x 500 + 9 h x 2 x 500         = 10,500.00
                                              total     54,500.00
    """
    shifts = twelve_hour_days(11, 16, 17, 20, 21, 22, 25, 26, 29, 30)
    cost = Month(SALARY_500, NOVEMBER, 30, shifts, SUMMED, {"first_day": date(11, 16)}).cost()
    assert (cost.base_minor, cost.overtime_minor, cost.total_minor) == (4_400_000, 1_050_000, 5_450_000)


def test_11_a_leaver_mid_month() -> None:
    """Last day 13 November: 2nd 8, 3rd 7, 5th 8, 6th 8, 9th-13th 40 = 71 h; 79,500 x 71 / 159 = 35,500.00."""
    cost = Month(SALARY_500, NOVEMBER, 30, [], SUMMED, {"last_day": date(11, 13)}).cost()
    assert cost.total_minor == 3_550_000


def test_12_unpaid_leave_and_vacation() -> None:
    """Unpaid 9-13 November (40 h) and vacation 16-20 (40 h): the norm falls to 79 h, the salary by 40 h.

    salary    79,500 x (159 - 40) / 159  = 59,500.00
    worked    8 x 11 = 88 h, 9 above 79:
              2 x 1.5 x 500 + 7 x 2 x 500 = 8,500.00
                                    total  68,000.00
    """
    leave = (
        Leave(first_date=date(11, 9), last_date=date(11, 13), kind="unpaid"),
        Leave(first_date=date(11, 16), last_date=date(11, 20)),
    )
    shifts = twelve_hour_days(11, 1, 2, 5, 6, 23, 24, 27, 28)
    cost = Month(SALARY_500, NOVEMBER, 30, shifts, SUMMED, {"leave": leave}).cost()
    assert (cost.base_minor, cost.overtime_minor, cost.total_minor) == (5_950_000, 850_000, 6_800_000)


def test_13_the_hourly_rate_of_a_salary_is_not_rounded() -> None:
    """50,000 in June (21 days, one short: 167 h): 299.401197... an hour; two nights 22:00-06:00.

    night  8 h x 299.401197... x 0.20 = 479.0419... -> 479.04, twice; total 50,958.08
    """
    contract = Contract(name="crew", pay="salary", monthly_salary=Decimal(50_000), overtime_allowed=True)
    nights = [(date(6, day), 22, 8, None) for day in (2, 16)]
    cost = Month(contract, JUNE, 30, nights).cost()
    assert (cost.night_premium_minor, cost.total_minor) == (95_808, 5_095_808)


def test_14_overtime_on_pay_with_allowances() -> None:
    """A skill allowance of 20 % on every hour; 45 h in a week (art. 152 since 1 September 2024).

    base 45 x 400 = 18,000; allowance 45 x 80 = 3,600
    overtime  2 h x 0.5 x 480 + 3 h x 480 = 480 + 1,440 = 1,920; total 23,520.00
    """
    skill = PayBand(name="skill", share=Decimal("0.2"))
    terms = PayTerms(bands=(skill,), overtime_base="with_allowances")
    shifts = [(date(6, day), 8, 9, None) for day in range(1, 6)]
    cost = Month(HOURLY_400, JUNE, 30, shifts, terms).cost()
    assert (cost.other_premium_minor, cost.overtime_minor, cost.total_minor) == (360_000, 192_000, 2_352_000)


def test_15_overtime_that_falls_at_night() -> None:
    """A night 20:00-08:00 with 8 h of norm left: overtime is 04-08, of which 04-06 is night.

    base 12 x 400 = 4,800; night 8 x 80 = 640
    overtime  2 h x 0.5 x 480 + 2 h x 1 x 400 = 480 + 800 = 1,280; total 6,720.00
    """
    period = OvertimeTerms(per="period", after_minutes=480, tiers=tiers(("2", "0.5"), (None, "1")))
    terms = SUMMED.model_copy(update={"overtime": (period,)})
    cost = Month(HOURLY_400, OCTOBER, 31, [(date(10, 6), 20, 12, None)], terms).cost()
    assert (cost.overtime_minor, cost.total_minor) == (128_000, 672_000)


def test_16_a_regional_coefficient_on_pay_with_premiums() -> None:
    """22:00-06:00 with a coefficient of 1.15: 3,200 + night 640 + 0.15 x 3,840 = 576; total 4,416.00."""
    terms = PayTerms(bands=(PayBand(name="region", share=Decimal("0.15"), on="pay"),))
    cost = Month(HOURLY_400, OCTOBER, 31, [(date(10, 6), 22, 8, None)], terms).cost()
    assert (cost.other_premium_minor, cost.total_minor) == (57_600, 441_600)


def test_17_an_accounting_quarter_with_hours_used_before() -> None:
    """October 176 + November 159 + December 23 x 8 - 1 = 183: norm 518 h; 330 h were used.

    18 shifts in December: 198 h, 528 in all, 10 above: 2 x 200 + 8 x 400 = 3,600
    base 198 x 400 = 79,200; total 82,800.00; with 17 shifts 517 h and no overtime
    """
    period = OvertimeTerms(per="period", first_date=OCTOBER, tiers=tiers(("2", "0.5"), (None, "1")))
    terms = SUMMED.model_copy(update={"overtime": (period,)})
    shifts = twelve_hour_days(12, *range(1, 19))
    used = {"accounting_minutes": 330 * 60}
    cost = Month(HOURLY_400, date(12, 1), 31, shifts, terms, used).cost()
    assert (cost.overtime_minor, cost.total_minor) == (360_000, 8_280_000)
    fewer = Month(HOURLY_400, date(12, 1), 31, shifts[:17], terms, used).cost()
    assert fewer.total_minor == 17 * 11 * 40_000


def test_18_contributions_across_the_yearly_cap() -> None:
    """Salary 100,000 in October; 2,900,000 were paid this year; cap 2,979,000.

    insurance  79,000 x 0.30 = 23,700; 21,000 x 0.151 = 3,171; together 26,871.00
    accidents  100,000 x 0.002 = 200.00; total 127,071.00
    """
    insurance = OnCost(
        name="insurance",
        share=Decimal("0.30"),
        yearly_cap=Decimal(2_979_000),
        share_above_cap=Decimal("0.151"),
    )
    terms = PayTerms(on_costs=(insurance, OnCost(name="accidents", share=Decimal("0.002"))))
    contract = Contract(name="crew", pay="salary", monthly_salary=Decimal(100_000))
    cost = Month(contract, OCTOBER, 31, [], terms, {"paid_this_year": Decimal(2_900_000)}).cost()
    assert (cost.on_costs_minor, cost.total_minor) == (2_707_100, 12_707_100)


def test_19_contributions_reach_the_cap_within_a_week() -> None:
    """Three days of 8 h at 400, 5,000 of the cap left, 30 % up to it and 10 % above.

    3,200 x 0.3 = 960; the second day in two lines, 1,800 x 0.3 = 540 and 1,400 x 0.1 = 140;
    3,200 x 0.1 = 320: 1,960; total 11,560.00
    """
    fund = OnCost(
        name="fund", share=Decimal("0.3"), yearly_cap=Decimal(100_000), share_above_cap=Decimal("0.1")
    )
    shifts = [(date(10, day), 9, 8, None) for day in (6, 7, 8)]
    agent = {"paid_this_year": Decimal(95_000)}
    cost = Month(HOURLY_400, OCTOBER, 31, shifts, PayTerms(on_costs=(fund,)), agent).cost()
    assert [line.amount_minor for line in cost.lines if line.component == "on_costs"] == [
        96_000,
        54_000,
        14_000,
        32_000,
    ]
    assert cost.total_minor == 1_156_000


def test_20_leads_and_a_scheduler_for_thirteen_people() -> None:
    """A lead per 12 people begun: 2 x 95,000; a scheduler from 10 people: 80,000; a trainer from 20: none."""
    roles = (
        Overhead(name="lead", monthly_cost=Decimal(95_000), per_agents=12),
        Overhead(name="scheduler", monthly_cost=Decimal(80_000), from_agents=10),
        Overhead(name="trainer", monthly_cost=Decimal(85_000), from_agents=20),
    )
    cost = Month(HOURLY_400, OCTOBER, 31, [], PayTerms(overhead=roles), people=13).cost()
    assert cost.overhead_minor == cost.total_minor == 19_000_000 + 8_000_000


def test_21_hiring_and_training_a_newcomer() -> None:
    """Desk 1,500; agency 12,000 + advert 5,000.50; training 7,000; 8 h at 400 = 3,200; total 28,700.50."""
    contract = HOURLY_400.model_copy(update={"cost_per_head": Decimal(1500)})
    hire = Vacancy(
        name="op",
        contract="crew",
        max_hires=1,
        cost_per_head=Decimal(12_000),
        hiring_cost=Decimal("5000.50"),
        training_cost=Decimal(7000),
    )
    cost = Month(contract, OCTOBER, 31, [(date(10, 6), 9, 8, None)], vacancies=(hire,)).cost()
    assert [(line.name, line.amount_minor) for line in cost.lines if line.component == "per_head"] == [
        ("per head", 150_000),
        ("hiring", 1_700_050),
        ("training", 700_000),
    ]
    assert cost.total_minor == 2_870_050


def test_29_the_cap_begins_anew_with_the_year() -> None:
    """The cap was used up in 2026: 31 December is charged nothing, 1 January 3,200 x 0.3 = 960.00."""
    fund = OnCost(name="fund", share=Decimal("0.3"), yearly_cap=Decimal(100_000))
    shifts = [(date(12, 31), 9, 8, None), (dt.date(2027, 1, 1), 9, 8, None)]
    agent = {"paid_this_year": Decimal(100_000)}
    month = Month(HOURLY_400, date(12, 28), 7, shifts, PayTerms(on_costs=(fund,)), agent)
    charged = [(line.day, line.amount_minor) for line in month.cost().lines if line.component == "on_costs"]
    assert charged == [(4, 96_000)]
