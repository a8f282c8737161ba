from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.requirement import BacklogNeed, LiveNeed, Requirement
from planner.roster.late_work import work_off
from planner.roster.row_book import RowBook
from planner.roster.row_prices import RowPrices
from planner.roster.rows_backlog import add_backlog_rows
from tests.roster.brute_force import late_minute_by_minute
from tests.roster.desks import backlog
from tests.roster.forced import Person, solved

PRICES = RowPrices(short_interval=100, over_interval=0, short_minute=5, hard_interval=999)
ANYONE: frozenset[str] = frozenset()


def asked(needs: tuple[BacklogNeed, ...]) -> Requirement:
    return Requirement((True,) * len(needs[0].minutes_per_agent), (), needs)


def price_of(needs: tuple[BacklogNeed, ...], people: list[Person]) -> int:
    book = RowBook()
    add_backlog_rows(book, asked(needs), tuple(skills for skills, _ in people), PRICES)
    return solved(book, people).solution.objective


def late_of(needs: tuple[BacklogNeed, ...], people: list[Person]) -> int:
    intervals = len(needs[0].minutes_per_agent)
    present = tuple(Counter(s for s, there in people if i in there) for i in range(intervals))
    return work_off(present, asked(needs)).late_minutes


def test_work_is_done_between_its_arrival_and_its_deadline() -> None:
    need = backlog([0, 30, 0, 0], [0, 0, 30, 0], [40] * 4)
    for there, late in (([0], 30), ([1], 0), ([2], 0), ([3], 30), ([0, 3], 30)):
        assert price_of((need,), [(ANYONE, there)]) == 5 * late
        assert late_of((need,), [(ANYONE, there)]) == late


def test_work_due_after_the_period_is_left_for_later() -> None:
    need = backlog([0, 30, 0, 0], [0] * 4, [40] * 4)
    assert price_of((need,), [(ANYONE, [])]) == late_of((need,), [(ANYONE, [])]) == 0


def test_closed_intervals_do_nothing_and_the_deadline_in_them_is_the_last_open_one() -> None:
    need = backlog([30, 0, 0, 0], [0, 0, 30, 0], [40, 0, 0, 40])
    assert price_of((need,), [(ANYONE, [0])]) == 0
    assert price_of((need,), [(ANYONE, [1, 2, 3])]) == 5 * 30
    assert late_of((need,), [(ANYONE, [1, 2, 3])]) == 30


def test_work_from_before_the_first_hours_of_this_plan_is_due_when_it_can_first_be_done() -> None:
    need = backlog([30, 0, 0, 0], [0, 30, 0, 0], [0, 0, 40, 40])
    assert price_of((need,), [(ANYONE, [2])]) == late_of((need,), [(ANYONE, [2])]) == 0
    assert price_of((need,), [(ANYONE, [3])]) == 5 * 30
    assert late_of((need,), [(ANYONE, [3])]) == 30


def test_live_work_takes_its_minutes_first() -> None:
    need = backlog([30, 0], [0, 30], [40, 40], [25, 25])
    assert price_of((need,), [(ANYONE, [0, 1])]) == 0
    assert price_of((need,), [(ANYONE, [0])]) == 5 * (15 + 25)
    assert late_of((need,), [(ANYONE, [0])]) == 15


def test_nothing_is_late_where_only_live_work_is_left_undone() -> None:
    need = backlog([0, 0], [0, 0], [40, 40], [25, 25])
    assert price_of((need,), [(ANYONE, [])]) == late_of((need,), [(ANYONE, [])]) == 0
    some = backlog([1, 0], [0, 1], [40, 40], [0, 25])
    assert late_of((some,), [(ANYONE, [0])]) == 0


def test_two_channels_do_not_use_the_same_minutes_twice() -> None:
    mail = backlog([40, 0], [0, 40], [40, 40])
    forms = backlog([40, 0], [0, 40], [40, 40], channel="forms")
    assert price_of((mail, forms), [(ANYONE, [0])]) == 5 * 40
    assert price_of((mail, forms), [(ANYONE, [0, 1])]) == 0
    assert late_of((mail, forms), [(ANYONE, [0])]) == 40


def test_work_that_asks_for_a_skill_is_done_by_those_who_have_it() -> None:
    need = backlog([40, 0], [0, 40], [40, 40], skill="mail")
    people: list[Person] = [(ANYONE, [0, 1]), (frozenset({"mail"}), [])]
    assert price_of((need,), people) == 5 * 40
    people = [(ANYONE, []), (frozenset({"mail"}), [1])]
    assert price_of((need,), people) == late_of((need,), people) == 0


def test_one_persons_minutes_are_not_spent_on_two_skills_at_once() -> None:
    """Channels of different skills had capacity of their own from the same person."""
    mail = backlog([40, 0], [0, 40], [40, 40], skill="mail")
    forms = backlog([40, 0], [0, 40], [40, 40], channel="forms", skill="forms")
    both: Person = (frozenset({"mail", "forms"}), [0])
    assert price_of((mail, forms), [both]) == 5 * 40
    assert late_of((mail, forms), [both]) == 40
    assert price_of((mail, forms), [both, (frozenset({"forms"}), [1])]) == 0
    assert late_of((mail, forms), [both, (frozenset({"forms"}), [1])]) == 0


def test_live_work_of_another_skill_takes_its_minutes_from_whoever_has_both() -> None:
    mail = backlog([30, 0], [0, 30], [40, 40], [25, 0], skill="mail")
    calls = LiveNeed("calls", "phone", (1, 0), (0.8, 0.0))
    requirement = Requirement((True, True), (calls,), (mail,))
    both, caller = frozenset({"mail", "phone"}), frozenset({"phone"})
    for people, late in (([both], 15), ([both, caller], 0)):
        book = RowBook()
        add_backlog_rows(book, requirement, tuple(people), PRICES)
        assert solved(book, [(skills, [0]) for skills in people]).solution.objective == 5 * late
        present = (Counter(people), Counter[frozenset[str]]())
        assert work_off(present, requirement).late_minutes == late


def test_minutes_given_to_channels_add_up_to_what_people_have() -> None:
    mail = backlog([40, 0], [0, 40], [40, 40])
    forms = backlog([40, 0], [0, 40], [40, 40], channel="forms")
    given = work_off((Counter({ANYONE: 1}), Counter()), asked((mail, forms))).given
    assert sum(given["mail"]) + sum(given["forms"]) == 40


@st.composite
def situations(draw: st.DrawFn) -> tuple[tuple[BacklogNeed, ...], list[Person]]:
    intervals = draw(st.integers(1, 6))
    room = draw(st.lists(st.sampled_from((0, 10, 10)), min_size=intervals, max_size=intervals))
    taken = [draw(st.integers(0, 12)) if minutes else 0 for minutes in room]
    needs = []
    for channel in ("mail", "forms")[: draw(st.integers(1, 2))]:
        arrivals, dues = [0] * intervals, [0] * intervals
        wait = draw(st.integers(0, 3))
        for arrival in range(intervals):
            minutes = draw(st.integers(0, 15))
            arrivals[arrival] += minutes
            if arrival + wait < intervals:
                dues[arrival + wait] += minutes
        needs.append(backlog(arrivals, dues, room, taken, channel=channel))
    places = st.lists(st.integers(0, intervals - 1), unique=True)
    people: list[Person] = [(ANYONE, there) for there in draw(st.lists(places, min_size=1, max_size=3))]
    return tuple(needs), people


@given(situations())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_rows_price_what_the_earliest_deadline_first_leaves_late(
    situation: tuple[tuple[BacklogNeed, ...], list[Person]],
) -> None:
    needs, people = situation
    intervals = range(len(needs[0].minutes_per_agent))
    there = [sum(i in places for _, places in people) for i in intervals]
    room = [
        n * each - taken
        for n, each, taken in zip(
            there, needs[0].minutes_per_agent, needs[0].taken_minutes[0][1], strict=True
        )
    ]
    working = [need for need in needs if any(need.available_minutes)]
    late = late_minute_by_minute([max(0, minutes) for minutes in room], list(needs))
    assert late_of(needs, people) == late
    everything = late_minute_by_minute(room, working) if working else 0
    assert price_of(needs, people) == 5 * everything
    if min(room) >= 0:
        assert (price_of(needs, people) == 0) == (late == 0)
