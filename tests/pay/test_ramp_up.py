"""What newcomers' ramp-up costs, worked by hand; it is a part of the total, never added to it."""

import datetime as dt
from decimal import Decimal

from models.agent import Vacancy
from models.contract import Contract
from models.cost import RampUpCost
from models.employer_costs import OnCost
from models.pay_terms import PayTerms
from models.ramp_up import RampUpStep
from tests.pay.worksheet import Month

OCTOBER, NOVEMBER = dt.date(2026, 10, 1), dt.date(2026, 11, 1)
HOURLY_400 = Contract(name="crew", hourly_rate=Decimal(400), overtime_allowed=True)
STEPS = (
    RampUpStep(weeks=1, productivity=Decimal("0.5")),
    RampUpStep(weeks=1, productivity=Decimal("0.75")),
)
FUND = PayTerms(on_costs=(OnCost(name="fund", share=Decimal("0.3")),))


def october(*dates: int, start: int = 9) -> list[tuple[dt.date, int, int, int | None]]:
    return [(dt.date(2026, 10, date), start, 8, None) for date in dates]


def test_hours_half_and_three_quarters_done() -> None:
    """From the 5th half is done for a week, then three quarters for one, then all.

    6th and 9th   8 h x 1/2 = 4 h each, 12th 8 h x 1/4 = 2 h, 19th none:  10 h lost
    their pay     10 h x 400 = 4,000.00, with 30 % of fund                 5,200.00
    """
    newcomer = {"first_day": dt.date(2026, 10, 5), "ramp_up": STEPS}
    cost = Month(HOURLY_400, OCTOBER, 31, october(6, 9, 12, 19), FUND, newcomer).cost()
    assert cost.total_minor == 4 * 8 * 40_000 * 13 // 10
    assert cost.ramp_up == (RampUpCost("ana", 600, 520_000),)


def test_premiums_of_a_night_are_lost_with_its_hours() -> None:
    """A night 22-06 half done: 4 h x (400 + 20 %) = 1,920.00."""
    newcomer = {"first_day": OCTOBER, "ramp_up": STEPS}
    cost = Month(HOURLY_400, OCTOBER, 31, october(6, start=22), agent=newcomer).cost()
    assert cost.ramp_up == (RampUpCost("ana", 240, 192_000),)


def test_it_is_measured_against_what_the_person_will_do() -> None:
    """Four tenths on the way to eight: half of 8 h is lost, not six tenths."""
    steps = (RampUpStep(weeks=8, productivity=Decimal("0.4")),)
    newcomer = {"first_day": OCTOBER, "ramp_up": steps, "productivity": Decimal("0.8")}
    assert Month(HOURLY_400, OCTOBER, 31, october(6), agent=newcomer).cost().ramp_up_minutes == 240


def test_a_step_above_what_lasts_loses_nothing_and_neither_does_a_slow_hand() -> None:
    steps = (RampUpStep(weeks=8, productivity=Decimal("0.9")),)
    slower = {"first_day": OCTOBER, "ramp_up": steps, "productivity": Decimal("0.8")}
    assert Month(HOURLY_400, OCTOBER, 31, october(6), agent=slower).cost().ramp_up == ()
    always = {"productivity": Decimal("0.8")}
    assert Month(HOURLY_400, OCTOBER, 31, october(6), agent=always).cost().ramp_up == ()


def test_a_salary_is_lost_by_the_norm_of_its_days() -> None:
    """Joins on 16 November; norm 159 h of the month, 88 h of theirs; 79,500 a month is 500 an hour.

    16th-20th  40 h x 1/2 = 20 h, 23rd-27th 40 h x 1/4 = 10 h: 30 h x 500 = 15,000.00, however few shifts
    shift      17th, 8 h x 1/2 = 4 h
    """
    contract = Contract(name="crew", pay="salary", monthly_salary=Decimal(79_500))
    newcomer = {"first_day": dt.date(2026, 11, 16), "ramp_up": STEPS}
    shifts = [(dt.date(2026, 11, 17), 9, 8, None)]
    cost = Month(contract, NOVEMBER, 30, shifts, FUND, newcomer).cost()
    assert cost.base_minor == 4_400_000
    assert cost.ramp_up == (RampUpCost("ana", 240, 1_500_000 * 13 // 10),)


def test_hiring_and_training_stay_out_of_it() -> None:
    """A hire at half speed: 4 h x 400; the 7,000 of training have a line of their own."""
    hire = Vacancy(
        name="op", contract="crew", max_hires=1, training_cost=Decimal(7000), ramp_up=STEPS, first_day=OCTOBER
    )
    cost = Month(HOURLY_400, OCTOBER, 31, october(6), vacancies=(hire,)).cost()
    assert cost.per_head_minor == 700_000
    assert cost.ramp_up == (RampUpCost("ana", 240, 160_000),)
    assert cost.total_minor == 700_000 + 320_000
