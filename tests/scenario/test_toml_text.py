"""What is written as TOML is read as the same; hours of the week on one line mean the same."""

import datetime as dt
import tomllib
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.clock import WEEKDAYS
from models.opening import weekly_hours_from_text
from planner.scenario.hours_text import weekly_hours_text
from planner.scenario.toml_text import toml_text

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXT
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.decimals(-(10**6), 10**6, places=3)
    | st.dates(dt.date(1000, 1, 1)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(TEXT, VALUES, max_size=4))
def test_any_table_is_read_as_it_was(data: dict[str, Any]) -> None:
    assert tomllib.loads(toml_text(data), parse_float=Decimal) == data


def test_it_is_laid_out_as_people_do() -> None:
    data = {
        "name": "desk",
        "desk": {"zone": "UTC"},
        "agents": [{"id": "anna", "leave": [{"first_date": dt.date(2026, 11, 2)}]}],
    }
    assert toml_text(data) == (
        'name = "desk"\n\n[desk]\nzone = "UTC"\n\n[[agents]]\nid = "anna"\nleave = [{ first_date = 2026-11-02 }]\n'
    )


SPANS = st.lists(st.sampled_from(["09:00-18:00", "00:00-24:00", "22:00-06:00"]), unique=True, max_size=2)


@given(st.dictionaries(st.sampled_from(WEEKDAYS), SPANS))
def test_a_line_of_hours_means_the_same(hours: dict[str, list[str]]) -> None:
    line = weekly_hours_text(hours)
    if line is not None:
        read = weekly_hours_from_text(line)
        assert {day: [f"{s['start']}-{s['end']}" for s in spans] for day, spans in read.items()} == hours
    else:
        assert any(not spans for spans in hours.values())


def test_lines_of_hours() -> None:
    assert weekly_hours_text({day: ["00:00-24:00"] for day in WEEKDAYS}) == "24/7"
    assert weekly_hours_text({day: ["09:00-18:00"] for day in WEEKDAYS[:5]}) == "mon-fri 09:00-18:00"
    assert weekly_hours_text({**{day: ["09:00-18:00"] for day in WEEKDAYS[:5]}, "sat": ["10:00-14:00"]}) == (
        "mon-fri 09:00-18:00; sat 10:00-14:00"
    )
