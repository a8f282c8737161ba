import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.solver.convex import ConvexPrice, shortfall_price
from planner.solver.price_table import PriceTable

prices = st.builds(shortfall_price, st.integers(-5, 5), st.integers(0, 9), st.integers(0, 9))
sums = st.lists(prices, min_size=1, max_size=3).map(lambda parts: sum(parts[1:], parts[0]))


@given(st.lists(sums, min_size=1, max_size=4), st.lists(st.integers(-12, 12), min_size=1, max_size=9))
def test_the_table_prices_as_each_price_does(rows: list[ConvexPrice], levels: list[int]) -> None:
    table = PriceTable(rows)
    for number, price in enumerate(rows):
        there = table.at(np.full(len(levels), number), np.array(levels))
        assert there.tolist() == [price.at(level) for level in levels]


@given(st.lists(sums, min_size=1, max_size=4), st.integers(-40, 40), st.integers(1, 4))
def test_tilted_prices_are_lowest_at_a_break(rows: list[ConvexPrice], tilt: int, scale: int) -> None:
    table = PriceTable(rows)
    numbers = np.arange(len(rows))
    tilts = table.clip(numbers, np.full(len(rows), tilt), scale)
    lowest = table.lowest_tilted(numbers, tilts, scale)
    for number, price in enumerate(rows):
        own = int(tilts[number])
        assert scale * price.slopes[0] <= own <= scale * price.slopes[-1]
        assert own == tilt or own in (scale * price.slopes[0], scale * price.slopes[-1])
        assert lowest[number] == min(scale * price.at(level) - own * level for level in range(-30, 31))


@given(st.lists(sums, min_size=1, max_size=4), st.integers(-12, 12))
def test_between_whole_levels_prices_are_straight(rows: list[ConvexPrice], level: int) -> None:
    table = PriceTable(rows)
    half = table.between(np.full(len(rows), level + 0.5))
    assert half.tolist() == [(price.at(level) + price.at(level + 1)) / 2 for price in rows]
    assert table.between(np.full(len(rows), float(level))).tolist() == [price.at(level) for price in rows]
