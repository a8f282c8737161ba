"""A small desk planned by every stage, for the tests of whole plans."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from models.plan import Plan
from planner.pipeline import make_plan, write_everything
from planner.roster.solve import SearchLimits
from planner.scenario.loading import load_scenario

#: A week round the clock: calls, tickets, two people with their wishes and pasts, and hires.
DESK = """
name = "small"
desk = { name = "Small desk", zone = "Europe/Berlin", currency = "EUR", interval_minutes = 60 }
period = { first_date = 2026-06-01, weeks = 1 }
opening = "24/7"
staffing = { min_agents = 1 }
prices = { understaffed_hour = 120 }

[[channels]]
name = "phone"
kind = "phone"
aht_seconds = 240
patience_seconds = 180
[channels.volume]
contacts_per_day = { mon = 60, tue = 60, wed = 60, thu = 60, fri = 60, sat = 30, sun = 30 }
hourly_share = [1, 1, 1, 1, 1, 1, 2, 3, 6, 8, 8, 8, 7, 7, 7, 7, 6, 5, 4, 4, 3, 3, 2, 1]

[[channels]]
name = "tickets"
kind = "deferred"
aht_seconds = 480
deadline_minutes = "8h"
skill = "mail"
volume = { contacts_per_day = { mon = 30, tue = 30, wed = 30, thu = 30, fri = 30 } }

[[shift_patterns]]
name = "day"
starts = ["08:00", "09:00"]
length_minutes = "9h"
break = { minutes = 60, earliest_after_minutes = "3h", latest_after_minutes = "5h", step_minutes = 60 }

[[shift_patterns]]
name = "long"
starts = ["08:00"]
length_minutes = "12h"

[[shift_patterns]]
name = "night"
starts = ["20:00"]
length_minutes = "12h"

[[contracts]]
name = "standard"
hourly_rate = 20

[[agents]]
id = "anna"
name = "Anna Orlova"
contract = "standard"
requests = [{ date = 2026-06-05, wish = "off", price = 50 }]

[[agents]]
id = "boris"
contract = "standard"
skills = ["mail"]
leave = [{ first_date = 2026-06-03, last_date = 2026-06-04 }]
worked_before = [{ date = 2026-05-31, start = "20:00", length_minutes = "12h", pattern = "night" }]

[[vacancies]]
name = "operator"
contract = "standard"
skills = ["mail"]
max_hires = 5
cost_per_head = 100

[[rules]]
kind = "min_rest"
minutes = "11h"

[[rules]]
kind = "no_back_to_back_nights"
"""
NO_DATES = {
    'requests = [{ date = 2026-06-05, wish = "off", price = 50 }]\n': "",
    "leave = [{ first_date = 2026-06-03, last_date = 2026-06-04 }]\n": "",
    'worked_before = [{ date = 2026-05-31, start = "20:00", length_minutes = "12h", pattern = "night" }]\n': "",
}


def changed(changes: dict[str, str]) -> str:
    text = DESK
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def planned(text: str, *, seconds: float = 60.0) -> Plan:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.toml"
        path.write_text(text, encoding="utf-8")
        return make_plan(load_scenario(path), SearchLimits(seconds=seconds, seed=3))


@cache
def small_plan() -> Plan:
    return planned(DESK)


def document(plan: Plan, folder: Path) -> Any:
    write_everything(plan, folder)
    return json.loads((folder / "plan.json").read_text(encoding="utf-8"))
