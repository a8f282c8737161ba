"""Rules that reach the engine in ways of their own: breaks, prices, parts of the period."""

import datetime as dt
from decimal import Decimal

import pytest

from models.roster_answer import RosterAnswer
from models.rule import Rule
from models.scenario import Scenario
from models.tour import Tour
from models.violation import Violation
from planner.audit.roster_audit import audit
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.max_nights import MaxNights
from planner.rules.min_break import MinBreak
from planner.rules.min_rest import MinRest
from planner.rules.priced import unmet_wishes
from tests.roster.desks import DAY, MONDAY, NIGHT, asks, desk, live, opened, pattern, pause, rostered

LUNCH = pattern("Lunch", 8, 9, **{"break": pause(60, (180, 300))})
STRAIGHT = pattern("Straight", 8, 8)


def findings(scenario: Scenario, answer: RosterAnswer) -> tuple[Violation, ...]:
    return audit(scenario, answer.roster, opened(scenario))


def only_tour(answer: RosterAnswer) -> Tour:
    (tour,) = answer.roster.tours
    return tour


@pytest.mark.parametrize("latest", [None, "4h"])
def test_a_rule_about_where_breaks_lie_is_kept_by_the_roster(latest: str | None) -> None:
    rule = MinBreak.model_validate({"minutes": "30m", "after_minutes": "6h", "latest_after_minutes": latest})
    # nobody calls at 13, so the break is best then
    calls = [int(8 <= hour % 24 < 17 and hour % 24 != 13) for hour in range(48)]
    scenario = desk(days=2, shift_patterns=(LUNCH,), rules=(rule,))
    answer = rostered(scenario, asks(scenario, live(scenario, calls)))
    begun = [(shift.break_start_minute - shift.start_minute) // 60 for shift in only_tour(answer).worked]
    assert begun == ([5, 5] if latest is None else [3, 3])
    assert findings(scenario, answer) == ()


def test_every_rule_sees_how_long_a_break_is() -> None:
    rule = MinBreak.model_validate({"minutes": "30m", "after_minutes": "6h"})
    scenario = desk(days=1, shift_patterns=(LUNCH, STRAIGHT), rules=(rule,), hours="mon-sun 08:00-17:00")
    answer = rostered(scenario, asks(scenario, live(scenario, 1)))
    assert [shift.pattern for shift in only_tour(answer).worked] == ["Lunch"]
    long = MinBreak.model_validate({"minutes": "90m", "after_minutes": "8h"})
    other = scenario.model_copy(update={"rules": (long,)})
    answer = rostered(other, asks(other, live(other, 1)))
    assert [shift.pattern for shift in only_tour(answer).worked] == ["Straight"]


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        (MaxNights(nights=1, price=Decimal(100)), 2),
        (MaxConsecutiveDays(days=1, price=Decimal(100)), 2),
        (MinRest(minutes=24 * 60, price=Decimal(100)), 24),
    ],
)
def test_a_price_is_paid_where_breaking_the_rule_is_cheaper(rule: Rule, broken: int) -> None:
    scenario = desk(days=3, shift_patterns=(NIGHT,), rules=(rule,))
    nights = [int(hour % 24 >= 20 or hour % 24 < 8) for hour in range(72)]
    answer = rostered(scenario, asks(scenario, live(scenario, nights)))
    assert len(only_tour(answer).worked) == 3
    assert answer.proof.status == "optimal"
    paid = sum(found.penalty_minor for found in unmet_wishes(findings(scenario, answer)))
    assert paid == broken * 10_000
    free = rostered(scenario.model_copy(update={"rules": ()}), asks(scenario, live(scenario, nights)))
    assert answer.proof.objective_minor == free.proof.objective_minor + paid


def test_two_wishes_that_say_the_same_cost_twice() -> None:
    rules = (
        MaxNights(nights=1, price=Decimal(100)),
        MaxNights(nights=1, price=Decimal(100), agents=("ana",)),
    )
    scenario = desk(days=2, shift_patterns=(NIGHT,), rules=rules)
    nights = asks(scenario, live(scenario, [int(hour % 24 >= 20 or hour % 24 < 8) for hour in range(48)]))
    answer = rostered(scenario, nights)
    paid = sum(found.penalty_minor for found in unmet_wishes(findings(scenario, answer)))
    free = rostered(scenario.model_copy(update={"rules": ()}), nights)
    assert paid == answer.proof.objective_minor - free.proof.objective_minor == 20_000


def shifts_by_day(answer: RosterAnswer) -> list[bool]:
    return [shift is not None for shift in only_tour(answer).shifts]


def test_a_rule_for_a_part_of_the_period_binds_its_dates_alone() -> None:
    begins = MONDAY + dt.timedelta(days=3)
    scenario = desk(days=5, shift_patterns=(DAY,), hours="mon-sun 08:00-16:00")
    one = asks(scenario, live(scenario, 1))
    assert shifts_by_day(rostered(scenario, one)) == [True] * 5
    runs = MaxConsecutiveDays(days=2, valid_from=begins, valid_to=begins + dt.timedelta(days=1))
    limited = scenario.model_copy(update={"rules": (runs,)})
    answer = rostered(limited, one)
    assert answer.proof.status == "optimal"
    # whoever works up to Wednesday may not go on on Thursday
    assert shifts_by_day(answer).count(False) == 1
    assert findings(limited, answer) == ()
    (broken,) = findings(limited, rostered(scenario, one))
    assert (broken.rule, broken.date, broken.hard) == ("max_consecutive_days", begins, True)
