"""The shift schedule and the timesheet: what HR prints and signs."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from models.agent import Leave
from models.plan import Plan
from models.text import Language
from planner.calendar.scenario_calendar import scenario_calendar
from planner.packs.russia import Russia
from planner.pay.price import price
from planner.workbook.texts import TEXTS
from tests.planned_desk import planned
from tests.plans import sample_plan
from tests.test_split_shifts import DESK as MIDDAY
from tests.workbook.opened import opened

#: Places of the columns of the timesheet beside the days: half, days, hours, night, holiday, overtime.
HALF, DAYS, HOURS, NIGHT, HOLIDAY, OVERTIME = range(19, 25)
_MINUTES = ("paid_minutes", "night_minutes", "holiday_minutes")


def priced(*, language: Language = "en", days: int = 28, zone: str = "Europe/Moscow") -> Plan:
    """The sample plan, paid by :mod:`planner.pay`; Vera is on vacation in its second week."""
    first = dt.date(2026, 3, 2) if zone != "Europe/Moscow" else dt.date(2026, 2, 2)
    plan = sample_plan(language=language, days=days, zone=zone, first_date=first)
    away = Leave(first_date=first + dt.timedelta(days=7), last_date=first + dt.timedelta(days=13))
    agents = tuple(
        agent.model_copy(update={"leave": (away,)}) if agent.id == "vera" else agent
        for agent in plan.scenario.agents
    )
    scenario = plan.scenario.model_copy(update={"agents": agents})
    tours = tuple(
        replace(tour, shifts=(*tour.shifts[:7], *[None] * 7, *tour.shifts[14:]))
        if tour.agent.agent == "vera"
        else tour
        for tour in plan.roster.tours
    )
    roster = replace(plan.roster, tours=tours)
    calendar = scenario_calendar(scenario)
    cost = price(scenario, calendar, roster)
    return replace(plan, scenario=scenario, roster=roster, calendar=calendar, cost=cost)


def people_lines(sheet: Any) -> dict[str, list[list[Any]]]:
    """The four lines of everybody, by identifier."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=10, max_col=29)]
    return {rows[at][2]: rows[at : at + 4] for at in range(0, len(rows), 4) if isinstance(rows[at][0], int)}


@pytest.mark.parametrize(("days", "zone"), [(28, "Europe/Moscow"), (62, "Europe/Berlin")])
def test_the_timesheets_totals_are_those_of_pay(days: int, zone: str) -> None:
    """Days, hours, night, holiday and overtime of everybody, over all months of the period."""
    plan = priced(days=days, zone=zone)
    book = opened(plan)
    found: dict[str, list[float]] = {}
    for sheet in book:
        if sheet.title.startswith("Timesheet"):
            for agent, lines in people_lines(sheet).items():
                own = [float(lines[0][column]) for column in (DAYS, HOURS, NIGHT, HOLIDAY, OVERTIME)]
                known = found.setdefault(agent, [0.0] * 5)
                found[agent] = [one + other for one, other in zip(known, own, strict=True)]
    overtime = dict(plan.cost.overtime_minutes_by_agent)
    assert any(overtime.values())
    assert any(line.holiday_minutes for line in plan.cost.shifts)
    for tour in plan.roster.tours:
        agent = tour.agent.agent
        lines_of = [line for line in plan.cost.shifts if line.agent == agent]
        expected = [
            len(lines_of),
            sum(line.paid_minutes for line in lines_of) / 60,
            sum(line.night_minutes for line in lines_of) / 60,
            sum(line.holiday_minutes for line in lines_of) / 60,
            overtime.get(agent, 0) / 60,
        ]
        assert found[agent] == pytest.approx(expected), agent


def test_split_shifts_count_in_the_timesheet_as_they_are_paid() -> None:
    """Hours of both spells stand on the day, those of the pause between them nowhere."""
    plan = planned(MIDDAY, seconds=20)
    assert any(shift.is_split for _, shift in plan.roster.worked())
    lines = people_lines(opened(plan)["Timesheet T-13 2026-03"])
    for agent, own in lines.items():
        paid = [line for line in plan.cost.shifts if line.agent == agent]
        expected = [len(paid), *(sum(getattr(line, kind) for line in paid) / 60 for kind in _MINUTES)]
        assert [float(own[0][at]) for at in (DAYS, HOURS, NIGHT, HOLIDAY)] == pytest.approx(expected), agent
    assert sum(float(own[0][DAYS]) for own in lines.values()) == len(plan.cost.shifts)


def test_a_name_too_long_for_the_timesheet_is_smaller_there_not_cut() -> None:
    sheet = opened(priced())["Timesheet T-13 2026-02"]
    for row, number in ((10, 2), (10, 3), (11, 2)):
        assert sheet.cell(row, number).alignment.shrink_to_fit


def test_codes_and_hours_of_a_day_add_up_and_a_night_has_two() -> None:
    lines = people_lines(opened(priced())["Timesheet T-13 2026-02"])
    for own in lines.values():
        for line, half in ((0, own[1][HALF]), (2, own[3][HALF])):
            codes, hours = own[line][3:19], own[line + 1][3:19]
            worked = [str(text).split("/") for text in hours if text is not None]
            assert sum(Decimal(one) for pair in worked for one in pair) == Decimal(str(half))
            pairs = [(code, text) for code, text in zip(codes, hours, strict=True) if text is not None]
            assert all(str(code).count("/") == str(text).count("/") for code, text in pairs)
    anna = lines["anna"]
    assert (anna[0][3 + 2], anna[1][3 + 2]) == ("W/N", "4/7")
    assert anna[0][3 + 3] == "-"
    assert anna[0][3] is None
    assert anna[0][3 + 15] == anna[2][3 + 14] == "×"


def test_leave_stands_by_its_code_with_days_and_the_norms_hours() -> None:
    lines = people_lines(opened(priced(language="ru"))["Табель Т-13 2026-02"])
    vera = lines["vera"]
    assert vera[0][3 + 8 : 3 + 15] == ["ОТ"] * 7
    absences = {line[25]: line[26] for line in vera if line[25]}
    assert absences["ОТ"] == "7 (40)"
    assert set(absences) == {"В", "ОТ"}


@pytest.mark.parametrize(
    ("told", "today", "cell", "says"),
    [
        (dt.date(2026, 1, 2), None, dt.date(2026, 1, 2), "in time"),
        (dt.date(2026, 1, 3), None, dt.date(2026, 1, 3), "late"),
        (dt.date(2026, 1, 2), dt.date(2026, 2, 5), dt.date(2026, 1, 2), "in time"),
        (None, dt.date(2026, 1, 30), dt.date(2026, 1, 30), "late"),
    ],
)
def test_the_schedule_says_when_it_was_made_known_where_that_is_known(
    told: dt.date | None, today: dt.date | None, cell: dt.date, says: str
) -> None:
    plan = priced()
    known = {
        "law_packs": (Russia(published_on=told),),
        "published": plan.scenario.published.model_copy(update={"today": today}),
    }
    plan = replace(plan, scenario=plan.scenario.model_copy(update=known))
    sheet = opened(plan)["Shift schedule 2026-02"]
    assert sheet["C4"].value.date() == cell
    key = {"in time": "schedule.in_time", "late": "schedule.late"}[says]
    words = {"latest": "January 2, 2026", "first": "February 2, 2026"}
    assert sheet["D4"].value == TEXTS["en"][key].format(**words)


def test_the_schedule_says_by_when_it_must_be_known_and_follows_the_grid() -> None:
    plan = priced()
    values, formulas = opened(plan), opened(plan, values=False)
    sheet = values["Shift schedule 2026-02"]
    assert sheet["D4"].value == (
        "To be made known by January 2, 2026: a month before it takes effect on February 2, 2026."
    )
    assert not sheet["C4"].protection.locked
    formula = formulas["Shift schedule 2026-02"]["D4"].value
    assert "C4>DATE(2026,1,2)" in formula
    people = len(plan.roster.tours)
    place = f"MATCH(\"{plan.roster.tours[0].agent.agent}\",'Roster'!$AJ$7:$AJ${6 + people},0)"
    formula = formulas["Shift schedule 2026-03"]["D8"].value
    assert formula == f"=INDEX('Roster'!$AD$7:$AD${6 + people},{place})&\"\""
    for row, tour in enumerate(plan.roster.tours, start=8):
        for day in range(27):
            grid = values["Roster"].cell(row - 1, 3 + day).value
            assert (sheet.cell(row, 4 + day).value or None) == grid
        assert sheet.cell(row, 3).value == tour.agent.agent
        paid = sum(shift.paid_minutes for shift in tour.shifts[:27] if shift)
        assert sheet.cell(row, 31).value == pytest.approx(paid / 60)


def test_requests_say_whether_they_were_granted_and_why() -> None:
    rows = list(opened(priced())["Requests"].iter_rows(min_row=5, max_col=7, values_only=True))
    (anna, vera) = rows
    assert anna[3:6] == ("a day off", 2000, "no")
    assert str(anna[6]).startswith("Works the shift Day")
    assert "2,000.00 RUB" in str(anna[6])
    assert vera[3:] == ("Vacation", None, "yes", "Leave is always kept.")
