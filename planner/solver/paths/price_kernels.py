"""Compiled: what duties, label columns and groups of columns cost under prices."""

import numpy as np

from planner.solver.layers import Ints
from planner.solver.paths.compiled import compiled
from planner.solver.paths.network import Floats, Ints32


@compiled
def price_duties(
    duties: Ints, cover_start: Ints, cover_row: Ints, cover_amount: Ints, row_price: Ints, duty_price: Floats
) -> None:
    """What the rows charge for each of some duties."""
    for duty in duties:
        total = 0.0
        for entry in range(cover_start[duty], cover_start[duty + 1]):
            total += row_price[cover_row[entry]] * cover_amount[entry]
        duty_price[duty] = total


@compiled
def price_columns(
    duties: Ints,
    column_of_duty: Ints,
    duty_price: Floats,
    duty_cost: Floats,
    off_columns: Ints,
    first: int,
    last: int,
    column_price: Floats,
    column_duty: Ints,
) -> None:
    """Price and number of the cheapest duty of each label column; a day off costs nothing."""
    for column in range(first, last):
        column_price[column] = np.inf
        column_duty[column] = -1
    for column in off_columns:
        column_price[column] = 0.0
    for duty in duties:
        column = column_of_duty[duty]
        price = duty_price[duty] + duty_cost[duty]
        if price < column_price[column]:
            column_price[column] = price
            column_duty[column] = duty


@compiled
def price_groups(
    column_price: Floats,
    label_cost: Floats,
    group_of_column: Ints32,
    first: int,
    last: int,
    group_price: Floats,
    group_column: Ints,
) -> None:
    """Cheapest column of each group under column prices plus a profile's own costs."""
    for column in range(first, last):
        group_price[group_of_column[column]] = np.inf
        group_column[group_of_column[column]] = -1
    for column in range(first, last):
        group = group_of_column[column]
        price = column_price[column] + label_cost[column]
        if price < group_price[group]:
            group_price[group] = price
            group_column[group] = column
