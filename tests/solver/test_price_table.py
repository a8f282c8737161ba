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
