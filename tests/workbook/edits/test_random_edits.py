"""Two hundred random edits of a grid: what is read and found is what an oracle says.

The oracle shares nothing with the reader: it knows the shifts of the desk by heart, tries every
break there is, counts who is there minute by minute, and finds cells by counting columns.
"""

import datetime as dt
import io
import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter

from models.expectation import Expectation
from models.plan import Plan
from models.shift import Shift
from models.tour import Roster
from planner.again import expect
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


def broken(roster: Roster, first: dt.date) -> list[tuple[str, str, dt.date, bool, int]]:
    """Every rule of the desk, read off the shifts as a person would: rule, person, date, hard, price."""
    found = []
    for tour in roster.tours:
        agent = tour.agent.agent
        if tour.agent.history:  # which the scenario of the sample desk does not know of
            found.append(("other_history", agent, first, True, 0))
        for earlier, later in pairwise((*tour.agent.history, *tour.worked)):
            date = first + dt.timedelta(days=later.day)
            if later.start_minute < earlier.end_minute:
                found.append(("shift_overlap", agent, date, True, 0))
            if later.start_minute < earlier.end_minute + 12 * 60:
                found.append(("min_rest", agent, date, True, 0))
            if later.pattern == earlier.pattern == "Night" and later.day == earlier.day + 1:
                found.append(("no_back_to_back_nights", agent, date, True, 0))
        if sum(SHIFTS_PAID[shift.pattern] for shift in tour.worked) > 40 * 60:  # a week, and no more
            last = first + dt.timedelta(days=tour.worked[-1].day)
            found.append(("max_weekly_minutes", agent, last, True, 0))
        for shift in tour.worked:
            date = first + dt.timedelta(days=shift.day)
            if shift.pattern == "Office" and date.weekday() >= 5:
                found.append(("pattern_weekday", agent, date, True, 0))
            if agent == "anna" and date == first:  # who asked to be off, for 2,000
                found.append(("shift_request", agent, date, False, 2_000_00))
    return sorted([*found, *nobody_there(roster, first)])


def nobody_there(roster: Roster, first: dt.date) -> Iterator[tuple[str, str, dt.date, bool, int]]:
    """Every stretch in which the one person asked for at the least is missing, at 3,000 an hour."""
    stretch = 0
    for interval in range(7 * 48 + 1):
        if interval < 7 * 48 and not at_work(roster, 30 * interval):
            stretch += 1
        elif stretch:
            date = first + dt.timedelta(days=(interval - stretch) // 48)
            yield "min_staff", "None", date, False, stretch * 1_500_00
            stretch = 0


def pay_minor(roster: Roster) -> int:
    """Pay at 400 an hour, a fifth more for the seven hours of a night between 22 and 6.

    Two hours above the forty of the week are paid half as much again, any more twice.
    """
    total = 0
    for tour in roster.tours:
        hours = [SHIFTS_PAID[shift.pattern] // 60 for shift in tour.worked]
        nights = sum(shift.pattern == "Night" for shift in tour.worked)
        over = max(0, sum(hours) - 40)
        total += 400_00 * (sum(hours) + max(0, over - 2)) + 200_00 * min(2, over) + nights * 7 * 80_00
    return total


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


@pytest.fixture(scope="module")
def planned(read: ReadPlan) -> Expectation:
    """What the formulas expect of the plan itself."""
    return expect(read)


@pytest.mark.parametrize("fifty", range(4))
def test_edits_are_read_and_audited_as_an_oracle_does(
    fifty: int, read: ReadPlan, planned: Expectation, parts: dict[str, bytes], tmp_path: Path
) -> None:
    """Two hundred workbooks, each edited by itself, in one to four cells."""
    scenario, path = read.scenario, tmp_path / "edited.xlsx"
    plan = replace(
        sample_plan(days=7), coverage=replace(sample_plan(days=7).coverage, required=read.required)
    )
    first, ids = scenario.period.first_date, [tour.agent.agent for tour in read.roster.tours]
    places = [(person, day) for person in range(len(ids)) for day in range(7)]
    calendar = scenario_calendar(scenario)
    for seed in range(50 * fifty, 50 * (fifty + 1)):
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
        audited = audit_workbook(read, found, planned)
        said = sorted(
            (one.rule, str(one.agent), one.date, one.hard, one.penalty_minor) for one in audited.findings
        )
        assert said == broken(roster, first), seed
        assert audited.cost_minor == price(scenario, calendar, roster).total_minor, seed
        for finding in audited.findings:
            day = (finding.date - first).days
            row = 6 if finding.agent is None else 7 + ids.index(finding.agent)
            assert audited.cell_of(finding) == f"Roster!{get_column_letter(3 + day)}{row}"
        _compare_deltas(audited, roster)


def _compare_deltas(audited: WorkbookAudit, roster: Roster) -> None:
    """Hours, cost and coverage beside those planned, counted by hand."""
    planned = audited.read.roster
    assert audited.paid_minutes == tuple(
        sum(SHIFTS_PAID[shift.pattern] for _, shift in one.worked()) for one in (roster, planned)
    )
    assert audited.cost_minor - audited.planned_cost_minor == pay_minor(roster) - pay_minor(planned)
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
