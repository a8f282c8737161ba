import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from models.tour import Roster, Tour
from planner.intake import roster_version, write_intake
from planner.intake.exporter import EXPORTERS
from planner.intake.file_names import safe_names
from tests.plans import sample_plan


def test_every_exporter_writes_and_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    assert list(EXPORTERS) == ["agent_calendars", "business_hours", "capacity", "on_shift", "queue_calendars"]
    first = write_intake(sample_plan(), tmp_path / "one" / "deep")
    sample_plan.cache_clear()
    second = write_intake(sample_plan(), tmp_path / "two")
    assert [path.name for path in first] == [path.name for path in second]
    assert {"on-shift.json", "business-hours.json", "capacity.json", "queue.ics", "agent-anna.ics"} <= {
        path.name for path in first
    }
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@given(st.lists(st.text(min_size=1, max_size=12), max_size=8))
def test_file_names_are_safe_and_differ_without_case(identifiers: list[str]) -> None:
    names = safe_names("agent-", identifiers, ".ics")
    assert len({name.casefold() for name in names}) == len(identifiers)
    assert all(re.fullmatch(r"agent-[\w.-]+\.ics", name) for name in names)


def test_dots_and_case_do_no_harm() -> None:
    assert safe_names("agent-", ["..", "Ana", "ana", "a/../b"], ".ics") == [
        "agent-...ics",
        "agent-Ana.ics",
        "agent-ana-2.ics",
        "agent-a-..-b.ics",
    ]


def test_the_version_follows_the_roster_and_nothing_else() -> None:
    plan = sample_plan()
    version = roster_version(plan)
    assert re.fullmatch(r"[0-9a-f]{16}", version)
    assert roster_version(sample_plan(gap_minor=0)) == version
    first, *others = plan.roster.tours
    day_off = Tour(first.agent, (None, *first.shifts[1:]))
    assert roster_version(replace(plan, roster=Roster((day_off, *others)))) != version
