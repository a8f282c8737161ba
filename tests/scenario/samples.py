"""A small scenario without mistakes, and ways to spoil it."""

import datetime as dt
from pathlib import Path

from models.errors import InputProblem
from planner.scenario import check_scenario

GOOD = """
name = "small"

[desk]
name = "Small desk"
zone = "Europe/Moscow"
currency = "RUB"
interval_minutes = 30

[period]
first_date = 2026-11-02
weeks = 2

[opening]
hours = "mon-fri 09:00-18:00"

[[channels]]
name = "phone"
kind = "phone"
skill = "calls"
aht_seconds = 240
[channels.volume]
contacts_per_day = { mon = 40, tue = 40, wed = 40, thu = 40, fri = 40 }

[[shift_patterns]]
name = "day"
starts = ["09:00"]
length_minutes = "9h"
break = { minutes = 60, earliest_after_minutes = "3h", latest_after_minutes = "5h" }

[[contracts]]
name = "standard"
hourly_rate = 400

[[agents]]
id = "anna"
contract = "standard"
skills = ["calls"]

[[agents]]
id = "boris"
contract = "standard"

[[vacancies]]
name = "operator"
contract = "standard"
skills = ["calls"]
max_hires = 3

[[rules]]
kind = "min_rest"
minutes = "11h"
"""

#: Three weeks of calls before the period and those of the period, one row per half hour.
CALLS = "date,interval_start,contacts\n" + "".join(
    f"{dt.date(2026, 10, 12) + dt.timedelta(days=day)},{minute // 60:02d}:{minute % 60:02d},1\n"
    for day in range(35)
    for minute in range(0, 1440, 30)
)


def changed(*changes: tuple[str, str], text: str = GOOD) -> str:
    """Replace each text, which must stand there exactly once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def problems_of(folder: Path, text: str, name: str = "desk.toml") -> list[InputProblem]:
    """Mistakes found in a scenario written to a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    loaded, problems = check_scenario(path)
    assert (loaded is None) == bool(problems)
    return problems
