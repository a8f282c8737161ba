import datetime as dt
from decimal import Decimal

from models.agent import Agent, WorkedShift
from models.contract import Contract
from models.requirement import Requirement
from models.scenario import Scenario
from models.tour import RosterAgent
from planner.pay.tariff import make_tariff
from planner.roster.candidate_shifts import candidate_shifts, worked_intervals
from planner.roster.people import make_crews
from planner.roster.translate import Translation, translate
from planner.rules.max_nights import MaxNights
from planner.rules.period_minutes import PeriodMinutes
from planner.rules.weekends_off import WeekendsOff
from tests.roster.desks import (
    DAY,
    HOURLY,
    MONDAY,
    NIGHT,
    asks,
    backlog,
    calendar_of,
    desk,
    frame_of,
    live,
    pattern,
    pause,
    rostered,
)

SUNDAY_NIGHT = WorkedShift(date=MONDAY - dt.timedelta(days=1), start=20 * 60, length_minutes=12 * 60)


def translated(scenario: Scenario, requirement: Requirement) -> Translation:
    frame = frame_of(scenario, requirement)
    tariff = make_tariff(scenario, calendar_of(scenario))
    shifts = candidate_shifts(scenario, frame.open_intervals)
    crews = make_crews(scenario, frame, tariff)
    return translate(scenario, frame, shifts, requirement, tariff, crews)


def test_shifts_that_differ_in_their_break_share_a_label_but_not_what_they_cover() -> None:
    late = pattern("Day", 8, 9, **{"break": pause(60, (180, 300))})
    scenario = desk(days=1, shift_patterns=(late,))
    problem = translated(scenario, asks(scenario, live(scenario, 1))).problem
    assert len(problem.labels[0]) == 1
    assert [duty.label for duty in problem.duties] == [0, 0]
    first, second = (dict(covers) for covers in problem.trades[0].covers)
    assert len(first) == len(second) == 8
    assert {problem.rows[row].name for row in first.keys() ^ second.keys()} == {"live 11", "live 13"}


def test_duties_cover_the_intervals_worked_and_cost_what_the_shift_costs() -> None:
    scenario = desk(days=2)
    requirement = asks(scenario, live(scenario, 1))
    translation = translated(scenario, requirement)
    tariff = make_tariff(scenario, calendar_of(scenario))
    (trade,) = translation.problem.trades
    for shift, cost, covers in zip(translation.shifts, trade.costs, trade.covers, strict=True):
        assert cost == tariff.shift_cost_minor(RosterAgent("ana", "ana", "crew"), shift)
        rows = [f"live {i}" for i in worked_intervals(scenario.horizon, shift)]
        assert [translation.problem.rows[row].name for row, _ in covers] == rows
        assert {amount for _, amount in covers} == {1}


def test_people_of_one_contract_and_skill_share_a_trade() -> None:
    agents = (
        Agent(id="ana", contract="crew"),
        Agent(id="bob", contract="crew", worked_before=(SUNDAY_NIGHT,)),
        Agent(id="cleo", contract="crew", skills=("mail",)),
        Agent(id="dan", contract="part"),
    )
    part = Contract(name="part", hourly_rate=Decimal(100))
    scenario = desk(agents=agents, contracts=(HOURLY, part))
    problem = translated(scenario, asks(scenario, live(scenario, 1, skill="mail"))).problem
    assert [profile.trade for profile in problem.profiles] == [0, 0, 1, 2]
    assert len(problem.trades) == 3


def test_shifts_carried_in_from_the_eve_lower_the_rows() -> None:
    """What Ana's known night gives is taken off, also before 04:00, when the first own shift begins."""
    ana = Agent(id="ana", contract="crew", skills=("mail",), worked_before=(SUNDAY_NIGHT,))
    patterns = (DAY, NIGHT, pattern("Early", 4, 8))
    scenario = desk(days=1, agents=(ana,), shift_patterns=patterns)
    work = backlog([0] * 24, [0] * 24, [50] * 24, [30] * 24, skill="mail")
    some = backlog([9] + [0] * 23, [0] * 24, [50] * 24, [30] * 24, skill="mail")
    requirement = asks(scenario, live(scenario, 2), work, some)
    rows = {row.name: row.price for row in translated(scenario, requirement).problem.rows}
    assert [rows[f"live {hour}"].breaks for hour in (3, 4, 7, 8)] == [(1,), (1,), (1,), (2,)]
    assert [rows[f"spare {hour}"].breaks for hour in (4, 7, 8)] == [(-20,), (-20,), (30,)]


def test_whoever_worked_the_eve_spares_someone_the_first_morning() -> None:
    patterns = (NIGHT, pattern("Early", 4, 8))
    wanted = [1 if 4 <= hour < 8 else 0 for hour in range(24)]
    rested = (Agent(id="ana", contract="crew"), Agent(id="bob", contract="crew"))
    tired = (rested[0], rested[1].model_copy(update={"worked_before": (SUNDAY_NIGHT,)}))
    for agents, worked in ((rested, 1), (tired, 0)):
        scenario = desk(days=1, agents=agents, shift_patterns=patterns)
        answer = rostered(scenario, asks(scenario, live(scenario, wanted)))
        assert len(answer.roster.worked()) == worked
        assert answer.parts.understaffing_minor == 0


def test_minutes_are_counted_in_the_unit_of_all_shifts_bounds_rounded_inwards() -> None:
    rules = (PeriodMinutes(min_minutes=500, max_minutes=1430), MaxNights(nights=1))
    scenario = desk(rules=rules, shift_patterns=(DAY, NIGHT))
    (profile,) = translated(scenario, asks(scenario, live(scenario, 1))).problem.profiles
    minutes, nights = profile.counters
    labels = translated(scenario, asks(scenario, live(scenario, 1))).problem.labels[0]
    # 8 and 12 hours are 2 and 3 times 4
    assert sorted(minutes.step(minutes.start(), 0, label)[1] for label in labels) == [2, 3]
    assert minutes.step(minutes.start(), 0, None)[1] == 0
    assert (minutes.lower, minutes.upper) == (3, 5)
    assert sorted(nights.step(nights.start(), 0, label)[1] for label in labels) == [0, 1]
    assert (nights.lower, nights.upper) == (0, 1)


def test_totals_bind_the_roster() -> None:
    """One night of two wanted, and neither more nor less than the minutes of two shifts."""
    rules = (PeriodMinutes(min_minutes=17 * 60, max_minutes=21 * 60), MaxNights(nights=1))
    scenario = desk(rules=rules, shift_patterns=(DAY, NIGHT))
    answer = rostered(scenario, asks(scenario, live(scenario, 1)))
    assert answer.proof.status == "optimal"
    assert sorted(shift.pattern for _, shift in answer.roster.worked()) == ["Day", "Night"]


def test_a_total_nobody_can_keep_is_told() -> None:
    """The Saturday before was worked, and the only weekend of the period must be off."""
    sunday = MONDAY - dt.timedelta(days=1)
    saturday = WorkedShift(date=sunday - dt.timedelta(days=1), start=8 * 60, length_minutes=8 * 60)
    ana = Agent(id="ana", contract="crew", worked_before=(saturday,))
    scenario = desk(first_date=sunday, days=2, agents=(ana,), rules=(WeekendsOff(min_off=1),))
    answer = rostered(scenario, asks(scenario, live(scenario, 1)))
    assert answer.proof.status == "infeasible"
    assert answer.reasons
