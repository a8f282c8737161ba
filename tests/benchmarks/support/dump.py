"""A tour problem as JSON that any solver can read.

The document is one object; every number is an integer.

``format``
    ``"tour-problem 1"``.
``days``
    Number of days, counted from 0.
``labels``
    Per day, the shifts that rules tell apart: ``{"name", "start_minute", "end_minute"}``,
    minutes from the first midnight.  Breaks are left out: they concern duties.
``duties``
    ``[day, label]`` each.  Somebody does at most one duty a day; nothing is a day off.
``rows``
    ``{"name", "breaks", "slopes", "base"}``: the price of the row's level is convex and
    piecewise linear, ``base`` at ``breaks[0]``, with ``slopes[i]`` left of ``breaks[i]`` and the
    last slope right of the last break.
``trades``
    ``{"costs", "covers"}``: per duty its cost, and the ``[row, amount]`` pairs one tour with it
    adds to the levels.
``side_columns``
    ``{"name", "lower", "upper", "cost", "covers"}``: numbers to choose beside the tours, with
    ``[row, amount]`` pairs per unit.
``automata``, ``counters``
    ``{"successors", "costs", "end_costs"}``.  ``successors[day][state][column]`` is the state of
    the next day, -1 where forbidden; column 0 is the day off, column ``1 + i`` is label ``i``.
    ``costs`` has the same shape, or is ``null`` for a day on which all are 0; for counters
    these are the amounts counted.  ``end_costs[state]`` is paid after the last day.
``profiles``
    ``{"name", "trade", "lower", "upper", "head_cost", "automata", "counters"}``: between
    ``lower`` and ``upper`` tours are taken, each pays ``head_cost``, is accepted by every
    automaton ``[number, start state]`` and pays its transitions and its end, and keeps every
    counter ``[number, start state, lower, upper]``: the sum of the amounts lies within.  A start
    state of -1 has no legal tour.

The objective, to be minimised, is the sum of the prices of all rows, the costs of duties,
transitions, ends and heads, and the costs of side columns.
"""

import json
from collections.abc import Hashable
from pathlib import Path
from typing import Any

from models.shift import Shift
from planner.solver.problem import Label, Profile, TourProblem
from tests.benchmarks.support.load_dump import FORMAT, DumpedLabel
from tests.benchmarks.support.problem_tables import ProblemTables, tables_of
from tests.benchmarks.support.tables import Table


def write_dump(problem: TourProblem, path: Path) -> None:
    """Write a problem to a file."""
    path.write_text(json.dumps(dump_document(problem), separators=(",", ":")) + "\n", encoding="utf-8")


def dump_document(problem: TourProblem) -> dict[str, Any]:
    """Return the document; see the module for what it holds."""
    tables = tables_of(problem)
    automata = {key: number for number, key in enumerate(tables.automata)}
    counters = {key: number for number, key in enumerate(tables.counters)}
    return {
        "format": FORMAT,
        "days": problem.days,
        "labels": [[_label(label) for label in labels] for labels in problem.labels],
        "duties": [[duty.day, duty.label] for duty in problem.duties],
        "rows": [
            {"name": row.name, "breaks": row.price.breaks, "slopes": row.price.slopes, "base": row.price.base}
            for row in problem.rows
        ],
        "trades": [{"costs": trade.costs, "covers": trade.covers} for trade in problem.trades],
        "side_columns": [
            {
                "name": side.name,
                "lower": side.lower,
                "upper": side.upper,
                "cost": side.cost,
                "covers": side.covers,
            }
            for side in problem.side_columns
        ],
        "automata": [_table(table) for table in tables.automata.values()],
        "counters": [_table(table) for table in tables.counters.values()],
        "profiles": [_profile(profile, tables, automata, counters) for profile in problem.profiles],
    }


def _label(label: Label) -> dict[str, Any]:
    if isinstance(label, Shift):
        return {"name": label.pattern, "start_minute": label.start_minute, "end_minute": label.end_minute}
    if isinstance(label, DumpedLabel):
        return {"name": label.name, "start_minute": label.start_minute, "end_minute": label.end_minute}
    raise TypeError(f"labels are shifts, found {label!r}")


def _table(table: Table) -> dict[str, Any]:
    costs = [day if any(any(row) for row in day) else None for day in table.costs]
    return {"successors": table.successors, "costs": costs, "end_costs": table.end_costs}


def _profile(
    profile: Profile, tables: ProblemTables, automata: dict[Hashable, int], counters: dict[Hashable, int]
) -> dict[str, Any]:
    return {
        "name": profile.name,
        "trade": profile.trade,
        "lower": profile.lower,
        "upper": profile.upper,
        "head_cost": profile.head_cost,
        "automata": [
            [automata[one.key], tables.automata[one.key].starts[one.start()]] for one in profile.automata
        ],
        "counters": [
            [counters[one.key], tables.counters[one.key].starts[one.start()], one.lower, one.upper]
            for one in profile.counters
        ],
    }
