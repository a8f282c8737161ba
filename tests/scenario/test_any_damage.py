"""Whatever is done to a scenario, checking it answers in places and words, never with a crash."""

import copy
import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.scenario.cross_checks import cross_check, notices
from planner.scenario.draft import draft_of
from planner.scenario.merge import Spots, take
from planner.scenario.origins import KeyPath, Origins, Spot, child_of
from planner.scenario.schema import scenario_model
from planner.scenario.structure import number_problems, structure_problems, with_wild_numbers_tamed
from tests.scenario.samples import GOOD

RICH = (
    GOOD
    + """
valid_from = 2026-01-01
agents = ["anna"]
[[rules]]
kind = "shift_request"
date = 2026-11-05
wish = "off"
price = 5
[staffing]
min_agents = 1
[holidays]
overrides = [{ date = 2026-11-05, kind = "holiday" }]
[[agents]]
id = "vera"
contract = "standard"
availability = { mon = ["09:00-18:00"] }
leave = [{ first_date = 2026-11-03, last_date = 2026-11-04 }]
fixed_shifts = [{ date = 2026-11-05, pattern = "day", start = "09:00" }]
requests = [{ date = 2026-11-06, wish = "off", price = 10 }]
worked_before = [{ date = 2026-10-30, start = "09:00", length_minutes = "9h" }]
"""
)
DATA = tomllib.loads(RICH, parse_float=Decimal)


def _paths(value: Any, at: KeyPath = ()) -> list[KeyPath]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(path for key, item in inner for path in _paths(item, (*at, key)))]


PATHS = _paths(DATA)[1:]
SCALARS = (
    st.none().map(lambda _: "")
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**4000, -(10**30)])
    | st.text(max_size=6)
    | st.sampled_from(
        ["24/7", "anna", "day", "12h", "09:00", "09:00-18:00", "Europe/Berlin", "2026-11-02", "mon"]
    )
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.decimals()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["name", "kind", "id", "date", "minutes", "hours", "mon", "x"]), inner, max_size=2
        )
    ),
    max_leaves=4,
)
DAMAGE = st.lists(st.tuples(st.sampled_from(PATHS), VALUES | st.just(...)), min_size=1, max_size=4)


def _damaged(damage: list[tuple[KeyPath, Any]]) -> dict[str, Any]:
    data = copy.deepcopy(DATA)
    for path, value in damage:
        container: Any = data
        for key in path[:-1]:
            container = child_of(container, key)
        last = path[-1]
        if isinstance(container, dict) and value is ...:
            container.pop(last, None)
        elif isinstance(container, dict):
            container[last] = value
        elif isinstance(container, list) and isinstance(last, int) and last < len(container):
            container[last] = [] if value is ... else value
    return data


@settings(max_examples=400, deadline=None)
@given(DAMAGE)
def test_any_damage_is_answered_in_words(damage: list[tuple[KeyPath, Any]]) -> None:
    model, data = scenario_model(), _damaged(damage)
    spots: Spots = {}
    origins = Origins("desk.toml", take(data, (), Spot("desk.toml", ()), spots), spots)
    wild = list(number_problems(data, origins))
    data = with_wild_numbers_tamed(data)
    structural = structure_problems(model, data, origins)
    draft = draft_of(model, data, origins, Path())
    found = wild + structural + cross_check(draft) + notices(draft)
    assert all(problem.place.en.startswith("desk.toml: ") and problem.message.en for problem in found)
    if not structural:
        model.model_validate(data)
        assert draft.whole(*model.model_fields)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PATHS), VALUES)
def test_one_broken_agent_does_not_hide_another(path: KeyPath, value: Any) -> None:
    data = _damaged([(path, value)] if path[0] == "agents" and len(path) > 1 and path[1] == 2 else [])
    data["agents"][1]["contract"] = "standrd"
    origins = Origins("desk.toml", data)
    found = cross_check(draft_of(scenario_model(), data, origins, Path()))
    assert "desk.toml: agents[2] (boris).contract" in {problem.place.en for problem in found}


def test_the_undamaged_scenario_has_no_mistake() -> None:
    model, origins = scenario_model(), Origins("desk.toml", DATA)
    draft = draft_of(model, DATA, origins, Path())
    assert structure_problems(model, DATA, origins) == []
    assert cross_check(draft) == []
    assert not draft.damaged
    assert isinstance(draft.dates[0], dt.date)
