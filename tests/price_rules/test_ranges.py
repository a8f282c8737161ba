"""Whatever the searches found and proved, the true difference lies in the range."""

from hypothesis import given
from hypothesis import strategies as st

from planner.price_rules.ranges import Interval, difference_range, learnt, narrowed
from planner.price_rules.variant import Relation

MONTH_DAYS = 30.4375
COSTS = st.integers(-10_000, 1_000_000)


def around(cost: int, below: int, above: int) -> Interval:
    return Interval(cost - below, cost + above)


@given(
    base=COSTS,
    saved=st.integers(0, 50_000),
    added=st.integers(0, 50_000),
    slack=st.lists(st.integers(0, 20_000), min_size=6, max_size=6),
    days=st.integers(1, 90),
)
def test_the_true_difference_lies_in_the_range(
    base: int, saved: int, added: int, slack: list[int], days: int
) -> None:
    as_it_is = around(base, slack[0], slack[1])
    looser = around(base - saved, slack[2], slack[3])
    tighter = around(base + added, slack[4], slack[5])
    pairs: list[tuple[Relation, Interval]] = [("looser", looser), ("tighter", tighter)]
    narrow = learnt(as_it_is, pairs)
    assert as_it_is.bound_minor <= narrow.bound_minor <= base <= narrow.objective_minor
    assert narrow.objective_minor <= as_it_is.objective_minor
    without = narrowed("looser", looser, narrow)
    having = narrowed("tighter", tighter, narrow)
    for pair, truth in (
        ((narrow, without), saved),
        ((having, narrow), added),
        ((having, without), saved + added),
    ):
        least, most = difference_range(*pair, days, never_negative=True)
        assert 0 <= least <= truth * MONTH_DAYS / days + 1e-6
        assert truth * MONTH_DAYS / days <= most + 1e-6


@given(one=COSTS, other=COSTS, slack=st.lists(st.integers(0, 9_000), min_size=4, max_size=4))
def test_a_difference_may_be_negative_where_neither_is_tighter(
    one: int, other: int, slack: list[int]
) -> None:
    least, most = difference_range(
        around(one, slack[0], slack[1]), around(other, slack[2], slack[3]), 30, never_negative=False
    )
    truth = (one - other) * MONTH_DAYS / 30
    assert least <= truth + 1e-6
    assert truth <= most + 1e-6
    assert narrowed("other", Interval(1, 5), Interval(2, 3)) == Interval(1, 5)
