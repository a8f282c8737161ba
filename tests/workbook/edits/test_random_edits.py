"""Two hundred random edits of a grid: what is read and found is what an oracle says.

The oracle shares nothing with the reader: it knows the shifts of the desk by heart, tries every
break there is, counts who is there minute by minute, and finds cells by counting columns.
"""

import datetime as dt
import io
import random
import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter

from models.plan import Plan
from models.shift import Shift
from models.tour import Roster
from planner.again import expect, recheck
from planner.calendar.scenario_calendar import scenario_calendar
from planner.cli.audit_workbook import WorkbookAudit, audit_workbook
from planner.pay.price import price
from planner.plan_file import ReadPlan
from planner.workbook import workbook_bytes
from planner.workbook.edits import read_edits
from tests.plans import sample_plan

#: Part of the package that holds the grid.
GRID = "xl/worksheets/sheet2.xml"
SHIFTS_PAID = {"Day": 660, "Night": 660, "Office": 480}
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
                near = range(48 * day, min(len(needed), 48 * (day + 2)))
                return sum(max(0, needed[i] - at_work(tried, 30 * i)) for i in near)

            best = min(choices(day, code), key=lambda shift: (missed(shift), shift.break_start_minute))
            roster = with_shift(roster, person, day, best)
    return roster, [f"Roster!{get_column_letter(3 + day)}{7 + person}" for person, day, _ in changed]


def broken(roster: Roster, first: dt.date) -> list[tuple[str, str, dt.date]]:
    """Rest of under 12 hours and nights in a row, read off the shifts as a person would."""
    found = []
    for tour in roster.tours:
        for earlier, later in pairwise((*tour.agent.history, *tour.worked)):
            date = first + dt.timedelta(days=later.day)
            if later.start_minute < earlier.end_minute + 12 * 60:
                found.append(("min_rest", tour.agent.agent, date))
            if later.pattern == earlier.pattern == "Night" and later.day == earlier.day + 1:
                found.append(("no_back_to_back_nights", tour.agent.agent, date))
    return sorted(found)


def with_cells(parts: dict[str, bytes], cells: Cells) -> bytes:
    """The workbook with texts typed into its grid, packed again."""
    sheet = parts[GRID]
    for (person, day), text in cells.items():
        place = f"{get_column_letter(3 + day)}{7 + person}".encode()
        said = (
            b"/>"
            if text is None
            else b' t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % text.encode()
        )
        form = rb'(<c r="%s"(?: s="\d+")?)(?: t="\w+")?(?: ?/>|>.*?</c>)' % place
        sheet, number = re.subn(form, lambda found, said=said: found[1] + said, sheet, count=1)  # type: ignore[misc]
        assert number == 1
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as package:
        for name, content in {**parts, GRID: sheet}.items():
            package.writestr(name, content)
    return result.getvalue()


@pytest.fixture(scope="module")
def read() -> ReadPlan:
    """A week of the sample desk, as read from a file; what is required is what the formulas ask for."""
    plan = sample_plan(days=7)
    made = ReadPlan(plan.scenario, plan.roster, {}, (), plan.demands)
    return replace(made, required=tuple(expect(made).coverage.required))


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """The parts of its workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(sample_plan(days=7)))) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("hundred", range(2))
def test_edits_are_read_and_audited_as_an_oracle_does(
    hundred: int, read: ReadPlan, parts: dict[str, bytes], tmp_path: Path
) -> None:
    """Two hundred workbooks, each edited by itself, in one to four cells."""
    scenario, path = read.scenario, tmp_path / "edited.xlsx"
    plan = replace(
        sample_plan(days=7), coverage=replace(sample_plan(days=7).coverage, required=read.required)
    )
    first, ids = scenario.period.first_date, [tour.agent.agent for tour in read.roster.tours]
    places = [(person, day) for person in range(len(ids)) for day in range(7)]
    calendar = scenario_calendar(scenario)
    for seed in range(100 * hundred, 100 * (hundred + 1)):
        draw = random.Random(seed)
        chosen = draw.sample(places, 1 + seed % 4)
        cells: Cells = {}
        for person, day in chosen:
            now = code_of(read.roster.tours[person].shifts[day])
            cells[person, day] = draw.choice(
                [text for text in ENTRIES if (text or "").strip().upper() != now]
            )
        path.write_bytes(with_cells(parts, cells))
        found = read_edits(path, scenario, read.roster, read.required)
        roster, changed = oracle(plan, cells)
        assert [edit.cell for edit in found.edits] == changed, seed
        assert found.roster == roster, seed
        findings, cost = recheck(scenario, found.roster, read.required, read.demands)
        ruled = ("min_rest", "no_back_to_back_nights")
        hard = sorted((one.rule, str(one.agent), one.date) for one in findings if one.rule in ruled)
        assert hard == broken(roster, first), seed
        assert cost == price(scenario, calendar, roster), seed
        for finding in findings:
            day = (finding.date - first).days
            row = 6 if finding.agent is None else 7 + ids.index(finding.agent)
            assert found.grid.cell(finding.agent, day) == f"Roster!{get_column_letter(3 + day)}{row}"
        if seed % 10 == 0:
            _compare_deltas(audit_workbook(read, found), roster, cost.total_minor)


def _compare_deltas(audited: WorkbookAudit, roster: Roster, cost_minor: int) -> None:
    """Hours, cost and coverage beside those planned, counted by hand."""
    planned = audited.read.roster
    assert audited.paid_minutes == tuple(
        sum(SHIFTS_PAID[shift.pattern] for _, shift in one.worked()) for one in (roster, planned)
    )
    assert audited.cost_minor == cost_minor
    now, then = (
        [at_work(one, 30 * interval) for interval in range(len(audited.read.required))]
        for one in (roster, planned)
    )
    assert list(audited.now.coverage.on_duty) == now
    assert list(audited.planned.coverage.on_duty) == then
    more = [
        max(0, need - there) - max(0, need - before)
        for need, there, before in zip(audited.read.required, now, then, strict=True)
    ]
    told = [0] * len(more)
    for gap in audited.gaps:
        for interval in range(gap.start_minute // 30, gap.end_minute // 30):
            told[interval] = gap.agents
    assert told == [max(0, one) for one in more]
