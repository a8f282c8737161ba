"""Rules about several people at once: the proven objective against every roster there is."""

import datetime as dt
from decimal import Decimal

from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from models.agent import Agent, Leave, Vacancy, WorkedShift
from models.contract import Contract
from models.fairness_ledger import FairnessLedger, LedgerEntry
from models.pay_terms import Prices
from models.published import PublishedRoster, PublishedShift, PublishedTour
from models.rule import Rule
from planner.audit import audit
from planner.pay.price import price
from planner.rules.always_together import AlwaysTogether
from planner.rules.fairness import Fairness
from planner.rules.fairness_spread import FairnessSpread
from planner.rules.grade_mix import GradeMix
from planner.rules.max_seats import MaxSeats
from planner.rules.mentor_on_duty import MentorOnDuty
from planner.rules.min_staff import MinStaff
from planner.rules.never_together import NeverTogether
from tests.roster.brute_force import cheapest, missing_minor
from tests.roster.desks import MONDAY, Case, asks, calendar_of, desk, frame_of, live, pattern, pause, rostered

PAIR = ("ana", "bob")
RULES: tuple[Rule, ...] = (
    MaxSeats(seats=1),
    MaxSeats(seats=1, hours="10:00-16:00", price=Decimal("210.50"), count_breaks=False),
    GradeMix(grades=("lead",), hours="20:00-22:00", price=Decimal("512.34")),
    GradeMix(grades=("lead", "newcomer"), of_every=2, price=Decimal(99)),
    GradeMix(grades=("lead",), hours="09:00-10:00"),
    NeverTogether(agents=PAIR),
    NeverTogether(agents=PAIR, price=Decimal("77.70")),
    AlwaysTogether(agents=PAIR),
    AlwaysTogether(agents=PAIR, price=Decimal(120)),
    AlwaysTogether(agents=PAIR, scope="same_start", price=Decimal(801)),
    MentorOnDuty(agents=("ana",), mentors=("bob",)),
    MentorOnDuty(agents=("ana",), mentors=("bob", "hire"), price=Decimal(250)),
    MentorOnDuty(
        newcomer_grades=("newcomer",), mentor_grades=("lead",), scope="same_start", price=Decimal(900)
    ),
    MentorOnDuty(newcomer_grades=("newcomer",), mentor_grades=("lead",), newcomers_per_mentor=1),
    Fairness(price=Decimal(700), expected=1),
    Fairness(price=Decimal(700), expected=3, tolerance=1),
    Fairness(counted="patterns", patterns=("Day",), burden="days", price=Decimal(350), expected=2),
    Fairness(counted="holidays", price=Decimal(3000), expected=0),
    Fairness(counted="weekends", weekdays=("mon",), price=Decimal(123), expected=1, leave_counts=False),
    FairnessSpread(price=Decimal("512.50"), expected=2, tolerance=Decimal(0)),
    FairnessSpread(expected=1, tolerance=Decimal("1.5")),
    FairnessSpread(counted="patterns", patterns=("Day",), burden="days", price=Decimal(900), expected=1),
    # of some people only
    MinStaff(minimum=1, contracts=("part",), hours="10:00-14:00", price=Decimal("310.10")),
    MinStaff(minimum=1, agents=("bob", "hire"), hours="12:00-13:00"),
    MaxSeats(seats=0, agents=("ana",), hours="06:00-10:00"),
    MaxSeats(seats=0, contracts=("part",), hours="20:00-08:00", price=Decimal(95)),
    GradeMix(grades=("lead",), of_every=2, contracts=("crew",), price=Decimal("88.80")),
    # from the second day on, and on the first alone
    NeverTogether(agents=PAIR, valid_from=MONDAY + dt.timedelta(days=1)),
    MaxSeats(seats=1, price=Decimal(300), valid_to=MONDAY),
    Fairness(price=Decimal(800), expected=0, valid_from=MONDAY + dt.timedelta(days=1)),
)
PATTERNS = (
    pattern("Day", 8, 9, **{"break": pause(60, (180, 300))}),
    pattern("Early", 6, 8),
    pattern("Night", 20, 12),
)
BALANCES = (Decimal("-1.25"), Decimal(0), Decimal("0.5"), Decimal(2))
DATES = tuple(MONDAY + dt.timedelta(days=number) for number in range(2))
PATIENT = settings(
    max_examples=60,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Ana and Bob for two days (one beside a hire), with one to three of the rules."""
    contracts = (
        Contract(name="crew", hourly_rate=Decimal("401.50")),
        Contract(name="part", hourly_rate=Decimal(300), weekly_minutes=20 * 60),
    )
    grade = st.sampled_from((None, "newcomer", "lead"))
    first = draw(st.sampled_from((MONDAY, dt.date(2026, 6, 11))))
    agents = []
    for name in PAIR:
        more: dict[str, object] = {}
        if draw(st.integers(0, 3)) == 0:
            more["leave"] = (Leave(first_date=first, last_date=first),)
        if draw(st.integers(0, 2)) == 0:
            before = first - dt.timedelta(days=1)
            more["worked_before"] = (WorkedShift(date=before, start=20 * 60, length_minutes=12 * 60),)
        contract = draw(st.sampled_from(("crew", "crew", "part")))
        agents.append(Agent.model_validate({"id": name, "contract": contract, "grade": draw(grade), **more}))
    hires = draw(st.integers(0, 1))
    days = 2 if not hires else 1
    hire = Vacancy(name="hire", contract="crew", max_hires=1, grade=draw(grade), cost_per_head=Decimal(500))
    burdens = st.sampled_from(("nights", "days", "holidays"))
    entries = [
        LedgerEntry(agent=name, burden=draw(burdens), balance=draw(st.sampled_from(BALANCES)))
        for name in PAIR
        if draw(st.booleans())
    ]
    scenario = desk(
        first_date=first,
        days=days,
        shift_patterns=tuple(draw(st.permutations(PATTERNS)))[:2],
        contracts=contracts,
        agents=tuple(agents),
        vacancies=(hire,) * hires,
        rules=tuple(draw(st.lists(st.sampled_from(RULES), min_size=1, max_size=3, unique_by=str))),
        fairness_ledger=FairnessLedger(entries=tuple(entries)),
        published=draw(_published(first)),
        prices=Prices(understaffed_hour=draw(st.sampled_from((Decimal(333), Decimal(3000))))),
    )
    wanted = [draw(st.integers(0, 2)) for _ in range(4)]
    return Case(scenario, asks(scenario, live(scenario, [wanted[i // 6 % 4] for i in range(24 * days)])))


@st.composite
def _published(draw: st.DrawFn, first: dt.date) -> PublishedRoster:
    if draw(st.booleans()):
        return PublishedRoster()
    shifts = (PublishedShift(date=first, pattern=draw(st.sampled_from(("Day", "Night")))),)
    return PublishedRoster(
        notice_days=draw(st.integers(0, 2)),
        price=draw(st.sampled_from((None, Decimal(450)))),
        later_price=draw(st.sampled_from((None, Decimal("60.25")))),
        tours=(PublishedTour(agent="bob", shifts=draw(st.sampled_from(((), shifts)))),),
    )


@given(cases())
@PATIENT
def test_the_proven_objective_is_the_cheapest_of_all_rosters(case: Case) -> None:
    answer = rostered(case.scenario, case.requirement)
    best = cheapest(case.scenario, case.requirement)
    event(f"{answer.proof.status} {sorted(rule.kind for rule in case.scenario.rules)}")
    if best is None:
        assert answer.proof.status == "infeasible"
        assert answer.conflicts
    else:
        assert answer.proof.status == "optimal"
        assert answer.proof.objective_minor == answer.proof.bound_minor == best


@given(cases())
@PATIENT
def test_objective_is_pay_wishes_and_parts_and_the_audit_agrees(case: Case) -> None:
    answer = rostered(case.scenario, case.requirement)
    if answer.proof.status == "infeasible":
        return
    frame = frame_of(case.scenario, case.requirement)
    findings = audit(case.scenario, answer.roster, case.requirement.open_intervals, holidays=frame.holidays)
    assert not [found for found in findings if found.hard]
    changed = sum(found.penalty_minor for found in findings if found.rule == "notice")
    pay = price(case.scenario, calendar_of(case.scenario), answer.roster).total_minor
    assert answer.proof.objective_minor == pay + changed + answer.parts.total_minor
    assert answer.parts.total_minor == missing_minor(case.scenario, case.requirement, answer.roster)
