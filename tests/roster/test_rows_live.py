from collections import Counter
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.requirement import LiveNeed, Requirement
from models.staffing_terms import StaffingTerms
from planner.roster.row_book import RowBook
from planner.roster.row_prices import RowPrices
from planner.roster.rows_live import add_live_rows, is_pooled, total_required
from planner.roster.share_out import share_out
from tests.roster.brute_force import live_difference
from tests.roster.forced import Person, solved

PRICES = RowPrices(short_interval=100, over_interval=7, short_minute=5, hard_interval=999)
NO_OVER = RowPrices(short_interval=100, over_interval=0, short_minute=5, hard_interval=999)
SKILLS = [frozenset(chosen) for size in range(4) for chosen in combinations("abc", size)]


def need(pool: str, skill: str | None, *agents: int) -> LiveNeed:
    return LiveNeed(pool, skill, agents, tuple(n * 0.6 for n in agents))


def asked(*needs: LiveNeed) -> Requirement:
    return Requirement((True,) * len(needs[0].agents), needs, ())


def book_of(
    requirement: Requirement, least: int, people: list[Person], prices: RowPrices = NO_OVER
) -> RowBook:
    book = RowBook()
    terms = StaffingTerms(min_agents=least)
    add_live_rows(book, requirement, terms, tuple(dict.fromkeys(s for s, _ in people)), prices)
    return book


def test_people_who_can_serve_everything_need_one_row_an_interval() -> None:
    everyone: list[Person] = [(frozenset("ab"), [0, 1]), (frozenset("abc"), [0])]
    requirement = asked(need("x", "a", 1, 0), need("y", "b", 1, 3), need("z", None, 0, 0))
    assert is_pooled((frozenset("ab"), frozenset("abc")), requirement)
    book = book_of(requirement, 1, everyone)
    assert [row.name for row in book.rows] == ["live 0", "live 1"]
    assert not book.sides
    assert solved(book, everyone).solution.objective == 100 * (0 + 2)


def test_quiet_intervals_need_no_row_unless_too_many_have_a_price() -> None:
    people: list[Person] = [(frozenset(), [0, 1])]
    requirement = asked(need("x", None, 1, 0))
    assert [row.name for row in book_of(requirement, 0, people).rows] == ["live 0"]
    book = book_of(requirement, 0, people, PRICES)
    assert solved(book, people).solution.objective == 7


def test_nobody_is_counted_in_two_pools() -> None:
    both: list[Person] = [(frozenset("ab"), [0]), (frozenset("c"), [0])]
    requirement = asked(need("x", "a", 1), need("y", "b", 1))
    assert not is_pooled((frozenset("ab"), frozenset("c")), requirement)
    assert solved(book_of(requirement, 0, both), both).solution.objective == 100


def test_the_least_flexible_go_where_only_they_can() -> None:
    people: list[Person] = [(frozenset("ab"), [0]), (frozenset("a"), [0])]
    requirement = asked(need("x", "a", 1), need("y", "b", 1))
    assert solved(book_of(requirement, 0, people), people).solution.objective == 0


def test_somebody_missing_in_a_pool_and_from_the_minimum_is_priced_once() -> None:
    nobody: list[Person] = [(frozenset("a"), []), (frozenset("b"), [])]
    requirement = asked(need("x", "a", 2))
    assert solved(book_of(requirement, 2, nobody), nobody).solution.objective == 200
    assert solved(book_of(requirement, 3, nobody), nobody).solution.objective == 300


def test_the_minimum_holds_while_the_desk_is_open_only() -> None:
    requirement = Requirement((True, False), (need("x", None, 1, 0),), ())
    assert total_required(requirement, 2) == (2, 0)
    assert total_required(requirement, 0) == (1, 0)


@st.composite
def situations(draw: st.DrawFn) -> tuple[Requirement, int, list[Person]]:
    pools = draw(st.lists(st.sampled_from("xyz"), min_size=1, max_size=3, unique=True))
    skills = st.sampled_from((None, "a", "b", "c"))
    needs = [need(pool, draw(skills), draw(st.integers(0, 3))) for pool in pools]
    people = draw(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=6))
    return asked(*needs), draw(st.integers(0, 4)), [(one, [0]) for one in people]


@given(situations())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_missing_and_spare_people_are_those_of_the_best_way_to_share_them_out(
    situation: tuple[Requirement, int, list[Person]],
) -> None:
    requirement, least, people = situation
    missing, spare = live_difference(requirement, least, [skills for skills, _ in people], 0)
    book = book_of(requirement, least, people, PRICES)
    assert solved(book, people).solution.objective == 100 * missing + 7 * spare


@given(situations())
@settings(max_examples=300, deadline=None)
def test_sharing_out_leaves_as_few_missing_as_can_be(
    situation: tuple[Requirement, int, list[Person]],
) -> None:
    requirement, _, people = situation
    there = [skills for skills, _ in people]
    shared = share_out(Counter(there), requirement.live, 0)
    missing, _ = live_difference(requirement, 0, there, 0)
    able = sum(any(n.skill in (None, *skills) for n in requirement.live) for skills in there)
    assert shared.total() == able
    total_only = max(0, sum(n.agents[0] for n in requirement.live) - len(there))
    assert sum(max(0, n.agents[0] - shared[n.pool]) for n in requirement.live) == max(missing, total_only)


def test_a_chain_of_changes_is_found() -> None:
    """The first choice leaves a pool short that only moving two people fills."""
    needs = (
        LiveNeed("x", "a", (1,), (9.0,)),
        LiveNeed("y", "b", (1,), (5.0,)),
        LiveNeed("z", "c", (1,), (1.0,)),
    )
    there = Counter([frozenset("ab"), frozenset("ac"), frozenset("bc")])
    assert share_out(there, needs, 0) == {"x": 1, "y": 1, "z": 1}
    crowded = Counter({frozenset("ab"): 2, frozenset("ad"): 1})
    assert share_out(crowded, (needs[0], needs[1], LiveNeed("w", "d", (0,), (0.0,))), 0) == {
        "x": 2,
        "y": 1,
        "w": 0,
    }
