from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.comparison import Difference, PlanFigures
from planner.compare import compare_figures, figures_of
from tests.plans import sample_plan

BASE = figures_of(sample_plan(gap_minor=0))
PRICES = st.integers(0, 10**9)


def interval(name: str, bound: int, objective: int, days: int = 28) -> PlanFigures:
    return replace(BASE, scenario=name, bound_minor=bound, objective_minor=objective, days=days)


def difference(a: PlanFigures, b: PlanFigures) -> Difference:
    return compare_figures([a, b]).differences[0]


def a_month(minor: int, days: int) -> Fraction:
    return Fraction(minor) * Fraction("30.4375") / days


@st.composite
def worlds(draw: st.DrawFn) -> tuple[PlanFigures, int]:
    """A plan's interval and the optimum hidden in it."""
    bound, optimum, objective = sorted(draw(st.tuples(PRICES, PRICES, PRICES)))
    days = draw(st.sampled_from([28, 30, 31]))
    return interval(draw(st.sampled_from("ab")), bound, objective, days), optimum


@given(worlds(), worlds())
def test_what_is_called_proven_holds_wherever_the_optima_lie(
    one: tuple[PlanFigures, int], two: tuple[PlanFigures, int]
) -> None:
    found = compare_figures([one[0], two[0]])
    item = found.differences[0]
    first, second = (one, two) if found.plans[0].label == item.dearer else (two, one)
    gap = a_month(first[1], first[0].days) - a_month(second[1], second[0].days)
    against_plan = a_month(first[1], first[0].days) - a_month(second[0].objective_minor, second[0].days)
    if item.proven_at_least_minor is not None:
        assert gap >= item.proven_at_least_minor > 0
        assert against_plan >= item.proven_at_least_minor
    assert item.proven_at_most_minor is not None
    assert gap <= item.proven_at_most_minor


@given(worlds(), worlds())
def test_a_proof_is_claimed_exactly_where_the_intervals_separate(
    one: tuple[PlanFigures, int], two: tuple[PlanFigures, int]
) -> None:
    low, high = sorted((one[0], two[0]), key=lambda figures: a_month(figures.objective_minor, figures.days))
    apart = a_month(high.bound_minor, high.days) - a_month(low.objective_minor, low.days)
    item = difference(one[0], two[0])
    assert (item.proven_at_least_minor is not None) == (apart >= 1)
    assert (item.finding == "separated") == (apart >= 1)


def test_the_sentence_names_both_sides_and_rounds_it_down() -> None:
    item = difference(interval("day", 100_000, 100_000), interval("night", 300_099, 310_000))
    assert (item.dearer, item.cheaper, item.finding) == ("night", "day", "separated")
    assert item.proven_at_least_minor == int(200_099 * 30.4375 / 28)
    assert item.sentence.en.startswith(
        "Proven: the plan of day is cheaper than any plan of night by at least 2,175.18 RUB"
    )
    assert item.sentence.ru.startswith(
        "Доказано: план day дешевле любого плана night не меньше чем на 2\u00a0175,18 ₽"
    )


def test_overlap_says_what_gap_would_prove_it() -> None:
    item = difference(interval("a", 80_000, 100_000), interval("b", 70_000, 90_000))
    assert item.finding == "overlap"
    assert item.proven_at_least_minor is None
    assert item.sentence.en.startswith("Not proven which of a and b is cheaper: the intervals overlap")
    assert "from 20.00% to below 10.00%" in item.sentence.en
    assert "с 20,00% до значения меньше 10,00%" in item.sentence.ru
    closed = difference(interval("a", 90_001, 100_000), interval("b", 70_000, 90_000))
    assert closed.finding == "separated", "a gap just below the one named must prove it"


def test_equal_optima_are_proven_equal_and_tied_finds_are_not() -> None:
    assert difference(interval("a", 5, 5), interval("b", 5, 5)).finding == "equal"
    tied = difference(interval("a", 4, 5), interval("b", 5, 5))
    assert tied.finding == "overlap"
    assert "equally dear" in tied.sentence.en


def test_pay_alone_is_called_found_not_proven() -> None:
    dear_pay = replace(
        interval("a", 10, 10), cost=replace(BASE.cost, base_minor=BASE.cost.base_minor + 28_000)
    )
    item = difference(dear_pay, interval("b", 20, 20))
    assert abs(item.found_cost_minor + 30_437.5) <= 1, "components are rounded one by one"
    assert (item.dearer, item.finding) == ("b", "separated")
    assert (
        "In pay alone the plans found differ by 304 RUB a month (b is lower); this is found, not proven."
        in item.sentence.en
    )
    assert "это найдено, но не доказано" in item.sentence.ru


def test_no_proof_without_legal_plans() -> None:
    cheap, dear = interval("cheap", 1, 1), interval("dear", 900, 1000)
    for broken in (replace(dear, hard_violations=1), replace(dear, status="infeasible")):
        item = difference(cheap, broken)
        assert item.proven_at_least_minor is None
        assert item.proven_at_most_minor is None
        assert item.finding == "no_legal_plan"
