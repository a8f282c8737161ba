"""A desk with a dip at midday, where a split shift is what pays: planned, proven, audited, sent out."""

import csv
import json
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from planner.intake.on_shift import on_shift
from planner.intake.write import intake_files
from tests.cli.conftest import Smena, smena
from tests.planned_desk import planned

__all__ = ["smena"]

#: Two people; calls from 9 to 13 and from 17 to 21 need both of them, one is enough between.
DESK = """
name = "midday"
desk = { name = "Town", zone = "America/Los_Angeles", currency = "USD", interval_minutes = 60 }
period = { first_date = 2026-03-02, days = 2 }
prices = { understaffed_hour = 60 }

[opening.hours]
mon = ["09:00-21:00"]
tue = ["09:00-21:00"]

[[channels]]
name = "phone"
kind = "phone"
aht_seconds = 180
[channels.volume]
contacts_per_day = { mon = 48, tue = 48 }
hourly_share = [0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 12, 12, 12, 1, 1, 1, 1, 12, 12, 12, 12, 0, 0, 0]

[[shift_patterns]]
name = "long"
starts = ["09:00"]
length_minutes = "12h"

[[shift_patterns]]
name = "morning"
starts = ["09:00"]
length_minutes = "4h"

[[shift_patterns]]
name = "split"
starts = ["09:00"]
length_minutes = "12h"
break = { minutes = "4h", earliest_after_minutes = "3h", latest_after_minutes = "5h", step_minutes = "1h", split = true }

[[contracts]]
name = "full"
hourly_rate = 20
overtime_allowed = true

[[agents]]
id = "ann"
contract = "full"

[[agents]]
id = "ben"
contract = "full"

[pay]
night_premium = 0
holiday_premium = 0

[[pay.split_shifts]]
name = "pause"
amount_per_hour = 3
"""
#: Hours of the day each way of working covers, from 9 o'clock, and what it is paid.
_WAYS: dict[str, tuple[frozenset[int], int]] = {
    "off": (frozenset(), 0),
    "long": (frozenset(range(12)), 240),
    "morning": (frozenset(range(4)), 80),
    **{
        f"split after {after} h": (frozenset(range(12)) - frozenset(range(after, after + 4)), 160 + 4 * 3)
        for after in (3, 4, 5)
    },
}


def cheapest_day(required: list[int], *, most_splits: int = 2) -> int:
    """Try every pair of ways to work one day: pay, and 60 for each hour and person missing."""
    totals = []
    for pair in product(_WAYS, repeat=2):
        if sum(way.startswith("split") for way in pair) <= most_splits:
            there = [sum(hour in _WAYS[way][0] for way in pair) for hour in range(12)]
            missing = sum(max(0, need - here) for need, here in zip(required, there, strict=True))
            totals.append(sum(_WAYS[way][1] for way in pair) + 60 * missing)
    return min(totals)


def test_the_split_shift_is_what_pays_and_is_proven_so() -> None:
    plan = planned(DESK, seconds=20)
    required = list(plan.coverage.required[9:21])
    assert required == [2] * 4 + [1] * 4 + [2] * 4
    assert plan.proof.status == "optimal"
    assert plan.proof.objective_minor == plan.proof.bound_minor == 2 * 100 * cheapest_day(required)
    assert plan.proof.objective_minor == 2 * (24_000 + 16_000 + 1_200)
    splits = [shift for _, shift in plan.roster.worked() if shift.is_split]
    assert [(one.day, one.paid_minutes) for one in sorted(splits)] == [(0, 480), (1, 480)]
    assert not [found for found in plan.violations if found.hard]
    # nobody is on duty, or on shift, in the pause
    assert plan.coverage.on_duty[13:17] == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("rule", "most_splits"),
    [
        ('kind = "max_split_shifts"\nshifts = 0', 0),
        ('kind = "split_shape"\nmin_pause_minutes = "5h"', 0),
        ('kind = "split_shape"\nmax_spread_minutes = "12h"\nmax_spell_minutes = "5h"', 2),
    ],
)
def test_rules_about_split_shifts_bind_the_search(rule: str, most_splits: int) -> None:
    plan = planned(f"{DESK}\n[[rules]]\n{rule}\n", seconds=20)
    required = list(plan.coverage.required[9:21])
    assert plan.proof.status == "optimal"
    assert plan.proof.objective_minor == 2 * 100 * cheapest_day(required, most_splits=most_splits)


def test_a_minimum_on_shift_is_not_kept_by_who_is_away_in_the_pause() -> None:
    """With ``break_cover = 0`` people on a break count for ``min_agents``; those between two spells do not."""
    away = planned(f"{DESK}\n[staffing]\nmin_agents = 2\nbreak_cover = 0\n", seconds=20)
    assert not [shift for _, shift in away.roster.worked() if shift.is_split]
    assert away.proof.objective_minor == 2 * 2 * 24_000


def test_its_files_say_so_too(smena: Smena, tmp_path: Path) -> None:
    scenario, made = tmp_path / "desk.toml", tmp_path / "made"
    scenario.write_text(DESK, encoding="utf-8")
    assert smena("plan", scenario, "--out", made, "--time-limit", "20").code == 0
    plan = json.loads((made / "plan.json").read_text(encoding="utf-8"))
    audited = json.loads(smena("audit", made, "--json").out)
    assert (audited["violations"], audited["soft"], audited["cost"]) == ([], [], "824.00")
    verified = json.loads(smena("verify", made, "--json").out)
    assert verified["confirmed"]
    assert verified["cost"] == plan["objective"] == "824.00"
    rows = list(csv.DictReader((made / "cost.csv").read_text(encoding="utf-8-sig").splitlines()))
    pauses = [row for row in rows if row["item"] == "pause"]
    assert [(row["amount"], row["minutes"]) for row in pauses] == [("12.00", "240")] * 2
    assert sum(Decimal(row["amount"]) for row in rows) == Decimal("824.00")
    codes = load_workbook(made / "roster.xlsx")["Codes"]
    (row,) = (row for row in codes.iter_rows(values_only=True) if row[1] == "split")
    assert row[2:6] == ("09:00", "21:00", "240 min, splits the shift", 480)


def test_calendars_and_feeds_have_two_spells() -> None:
    plan = planned(DESK, seconds=20)
    horizon, feeds = plan.scenario.horizon, intake_files(plan, ".ics")
    name, split = next((person.agent, shift) for person, shift in plan.roster.worked() if shift.is_split)
    date = horizon.date_of(split.day).isoformat()
    events: Any = Calendar.from_ical(feeds[f"agent-{name}.ics"]).walk("VEVENT")
    mine = {str(one["uid"]): (one.start, one.end) for one in events if date in one["uid"]}
    assert sorted(mine.values()) == [tuple(map(horizon.local, spell)) for spell in split.spells]
    assert len(mine) == 2

    queue = Calendar.from_ical(feeds["queue-phone.ics"])
    counts = [str(event["summary"]) for event in queue.walk("VEVENT")]
    assert counts == ["phone: 2 on duty", "phone: 1 on duty", "phone: 2 on duty"] * 2

    def there(minute: int) -> dict[str, tuple[object, object]]:
        agents: Any = on_shift(plan, horizon.local(minute))["agents"]
        return {row["id"]: (row["activity"], row["end"]) for row in agents}

    assert there(split.start_minute)[name] == ("work", horizon.local(split.break_start_minute).isoformat())
    assert name not in there(split.break_start_minute)
    assert there(split.break_end_minute)[name] == ("work", horizon.local(split.end_minute).isoformat())
