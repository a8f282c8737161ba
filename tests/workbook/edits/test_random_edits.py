"""Two hundred random edits of a grid: what is read and found is what an oracle says.

The oracle shares nothing with the reader: it knows the shifts of the desk by heart, tries every
break there is, counts who is there minute by minute, and finds cells by counting columns.
"""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from models.plan import Plan
from models.shift import Shift
from models.tour import Roster
from planner.audit import audit
from planner.calendar.scenario_calendar import scenario_calendar
from planner.pay.price import price
from planner.workbook import write_workbook
from planner.workbook.edits import read_edits
from tests.plans import sample_plan

DAY = 24 * 60
#: Start, length and first break of every shift by its code, in hours.
SHIFTS = {
    "D": ("Day", 8, 12, 4),
    "N": ("Night", 20, 12, 4),
    "O9": ("Office", 9, 9, 3),
    "O10": ("Office", 10, 9, 3),
}
ENTRIES = (*SHIFTS, "V", "S", None, " n ", "o10", "d")
Cells = dict[tuple[int, int], str | None]


def choices(day: int, code: str) -> list[Shift]:
    """The shift of a code with each of its three breaks."""
    name, start, length, after = SHIFTS[code]
    begin, night = day * DAY + start * 60, name == "Night"
    return [
        Shift(
            day,
            begin,
            begin + length * 60,
            name,
            (length - 1) * 60,
            begin + pause,
            begin + pause + 60,
            is_night=night,
        )
        for pause in (after * 60, after * 60 + 30, after * 60 + 60)
    ]


def code_of(shift: Shift | None) -> str:
    """What the grid says of a shift as planned."""
    if shift is None:
        return ""
    hour = shift.start_minute // 60 % 24
    return {"Day": "D", "Night": "N"}.get(shift.pattern, f"O{hour}")


def at_work(roster: Roster, minute: int) -> int:
    """People in their shift and not in their break for a whole half hour."""
    return sum(
        any(
            shift.start_minute <= minute
            and minute + 30 <= shift.end_minute
            and (minute + 30 <= shift.break_start_minute or shift.break_end_minute <= minute)
            for shift in (*tour.agent.history, *tour.worked)
        )
        for tour in roster.tours
    )


def with_shift(roster: Roster, person: int, day: int, shift: Shift | None) -> Roster:
    tours = list(roster.tours)
    shifts = list(tours[person].shifts)
    shifts[day] = shift
    tours[person] = replace(tours[person], shifts=tuple(shifts))
    return Roster(tuple(tours))


def oracle(plan: Plan, cells: Cells) -> tuple[Roster, list[str]]:
    """The roster after edits, and the cells that changed."""
    typed = {place: (text or "").strip().upper() for place, text in cells.items()}
    changed = [
        (person, day, code)
        for (person, day), code in sorted(typed.items())
        if code != code_of(plan.roster.tours[person].shifts[day])
    ]
    roster = plan.roster
    for person, day, _ in changed:
        roster = with_shift(roster, person, day, None)
    for person, day, code in changed:
        if code in SHIFTS:

            def missed(shift: Shift, person: int = person, day: int = day, now: Roster = roster) -> int:
                tried = with_shift(now, person, day, shift)
                needed = plan.coverage.required
                return sum(max(0, need - at_work(tried, 30 * i)) for i, need in enumerate(needed))

            best = min(choices(day, code), key=lambda shift: (missed(shift), shift.break_start_minute))
            roster = with_shift(roster, person, day, best)
    return roster, [f"Roster!{get_column_letter(3 + day)}{7 + person}" for person, day, _ in changed]


@pytest.fixture(scope="module")
def small() -> Plan:
    """A week of the sample desk, audited and paid by the stages themselves."""
    return sample_plan(days=7)


@pytest.fixture(scope="module")
def book(small: Plan, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("books") / "roster.xlsx"
    write_workbook(small, path)
    return load_workbook(path)


@pytest.mark.parametrize("seed", range(40))
def test_five_edits_are_read_and_audited_as_an_oracle_does(
    seed: int, small: Plan, book: Workbook, tmp_path: Path
) -> None:
    """Forty times five edits."""
    draw = random.Random(seed)
    people, days = len(small.roster.tours), small.scenario.period.days
    places = draw.sample([(person, day) for person in range(people) for day in range(days)], 5)
    cells: Cells = {place: draw.choice(ENTRIES) for place in places}
    sheet: Any = book["Roster"]
    before = {place: sheet.cell(7 + place[0], 3 + place[1]).value for place in cells}
    for (person, day), text in cells.items():
        sheet.cell(7 + person, 3 + day).value = text
    path = tmp_path / "edited.xlsx"
    book.save(path)
    for (person, day), text in before.items():
        sheet.cell(7 + person, 3 + day).value = text
    found = read_edits(path, small.scenario, small.roster, small.coverage.required)
    roster, changed = oracle(small, cells)
    assert [edit.cell for edit in found.edits] == changed
    assert found.roster == roster
    calendar = scenario_calendar(small.scenario)
    opened = small.requirement.open_intervals
    ours, theirs = (
        audit(small.scenario, one, opened, small.coverage.required) for one in (found.roster, roster)
    )
    assert ours == theirs
    assert price(small.scenario, calendar, found.roster) == price(small.scenario, calendar, roster)
    for finding in ours:
        day = small.scenario.horizon.day_of(finding.date)
        row = 6
        if finding.agent is not None:
            row = 7 + [tour.agent.agent for tour in roster.tours].index(finding.agent)
        expected = f"edited.xlsx: Roster!{get_column_letter(3 + day)}{row}"
        assert found.grid.place(finding.agent, day) == expected
