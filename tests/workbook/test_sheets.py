import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from models.cost import PayLine
from models.money_text import money_text
from models.plan import Status
from models.staffing_terms import StaffingTerms
from models.text import Language
from planner.workbook import workbook_bytes
from planner.workbook.texts import TEXTS
from tests.plans import sample_plan
from tests.workbook.opened import column, opened


@pytest.mark.parametrize("language", ["en", "ru"])
def test_sheets_stand_in_order_with_names_of_the_language(language: Language) -> None:
    book = opened(sample_plan(language=language))
    words = TEXTS[language]
    monthly = [
        f"{words[key]} {month}"
        for key in ("sheet.schedule", "sheet.timesheet")
        for month in ("2026-02", "2026-03")
    ]
    rest = ("costs", "coverage", "intervals", "requests", "codes", "data")
    first = [words[f"sheet.{key}"] for key in ("summary", "roster")]
    assert book.sheetnames == [*first, *monthly, *(words[f"sheet.{key}"] for key in rest), "smena"]
    assert [sheet.title for sheet in book if sheet.sheet_state != "visible"] == ["smena"]
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_the_workbook_may_speak_another_language_than_the_desk() -> None:
    plan = sample_plan()
    assert workbook_bytes(plan, "ru") != workbook_bytes(plan) == workbook_bytes(plan, "en")
    book = load_workbook(io.BytesIO(workbook_bytes(plan, "ru")))
    assert book.sheetnames[:2] == ["Итоги", "График"]


def test_every_sheet_is_protected_and_only_the_grid_may_be_edited() -> None:
    book = opened(sample_plan())
    assert all(sheet.protection.sheet for sheet in book)
    grid = book["Roster"]
    open_cells = {cell.coordinate for row in grid.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {cell.coordinate for row in grid["C7:AD15"] for cell in row}
    (choice,) = grid.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("C7:AD15", "='Codes'!$A$5:$A$13")
    listed = [book["Codes"].cell(row, 1).value for row in range(5, 14)]
    assert listed == ["D", "N", "O9", "O10", "V", "S", "TR", "U", "A"]


def test_summary_says_what_was_asked_and_what_came_out() -> None:
    plan = sample_plan()
    book = opened(plan)
    lines = dict(book["Summary"].iter_rows(min_row=4, max_col=2, values_only=True))
    assert lines["Opening hours"] == "around the clock, every day"
    assert lines["People on the roster"] == "9, of whom hired: 1"
    assert lines["Understaffed hours"] == plan.coverage.understaffed_hours
    assert lines["No legal roster is below"] == money_text(plan.proof.bound_minor, "RUB", "en")
    assert "at most 2,500.00 RUB (0.29%) above the cheapest possible" in str(lines["How good it is"])
    assert lines["February 2, 2026"] == (
        "Anna Orlova asked to be off on 02.02.2026 and works. (counted at 2,000.00 RUB)"
    )
    assert Decimal(str(lines["Night premium"])) == Decimal(plan.cost.night_premium_minor) / 100
    assert lines["Rules kept"].startswith(plan.scenario.rules[0].explain().en)
    shares = {row[0]: row[2] for row in book["Summary"].iter_rows(max_col=3, values_only=True)}
    assert shares["phone"] == pytest.approx(plan.promises[0].service_level)


def test_summary_says_how_many_cover_breaks_where_that_is_asked() -> None:
    plan = sample_plan()
    terms = StaffingTerms(min_agents=2, break_cover=1)
    scenario = plan.scenario.model_copy(update={"staffing": terms})
    (lines, plain) = (
        dict(opened(one)["Summary"].iter_rows(min_row=4, max_col=2, values_only=True))
        for one in (replace(plan, scenario=scenario), plan)
    )
    assert (lines["At least on shift"], lines["Of them at work during breaks"]) == ("2", "1")
    assert "Of them at work during breaks" not in plain


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("optimal", "Optimal: it is proven"),
        ("feasible", "at most 2,500.00 RUB"),
        ("infeasible", "There is no legal roster"),
    ],
)
def test_summary_claims_no_more_than_is_proven(status: Status, words: str) -> None:
    plan = sample_plan()
    proof = replace(plan.proof, status=status)
    book = opened(replace(plan, proof=proof, reasons=("nobody may work nights",)))
    texts = column(book, "Summary", 2)
    assert any(words in str(text) for text in texts)
    assert "nobody may work nights" in texts


def test_the_grid_shows_every_shift_and_nothing_else() -> None:
    plan = sample_plan()
    sheet = opened(plan)["Roster"]
    names = {("Day", 8): "D", ("Night", 20): "N", ("Office", 9): "O9", ("Office", 10): "O10"}
    for row, tour in enumerate(plan.roster.tours, start=7):
        assert sheet.cell(row, 1).value == tour.agent.name
        for day, shift in enumerate(tour.shifts):
            start = shift and plan.scenario.horizon.local(shift.start_minute).hour
            expected = names[shift.pattern, start] if shift and start else None
            assert sheet.cell(row, 3 + day).value == expected
        shifts, nights, hours, off = (sheet.cell(row, column).value for column in range(31, 35))
        worked = tour.worked
        assert (shifts, off) == (len(worked), 28 - len(worked))
        assert nights == sum(shift.is_night for shift in worked)
        assert hours == pytest.approx(sum(shift.paid_minutes for shift in worked) / 60)
    assert [sheet.cell(6, 3 + day).value.day for day in (0, 26, 27)] == [2, 28, 1]
    assert sheet.freeze_panes == "C7"
    assert sheet.print_title_rows == "$4:$6"


def test_weekends_and_holidays_are_shaded() -> None:
    sheet = opened(sample_plan())["Roster"]
    monday, saturday, holiday = (sheet.cell(6, 3 + day).fill.fgColor.rgb for day in (0, 5, 21))
    assert len({monday, saturday, holiday}) == 3


def test_every_code_has_a_colour_rule_and_nights_are_dark() -> None:
    rules = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb
        for ranges in opened(sample_plan())["Roster"].conditional_formatting
        for rule in ranges.rules
    }
    leave = {'"V"', '"S"', '"TR"', '"U"', '"A"'}
    assert set(rules) == {'"D"', '"N"', '"O9"', '"O10"'} | leave
    assert sum(int(rules['"N"'][place : place + 2], 16) for place in (2, 4, 6)) < 3 * 110
    assert rules['"O9"'] == rules['"O10"'] != rules['"D"']


def test_costs_add_up_to_the_plans_cost_by_person_and_component() -> None:
    plan = sample_plan()
    sheet = opened(plan)["Costs"]
    people = {row[0]: row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0]}
    total = people.pop("Total")
    cost = plan.cost
    expected = (
        cost.base_minor,
        cost.night_premium_minor,
        cost.holiday_premium_minor,
        cost.overtime_minor,
        cost.per_head_minor,
        cost.total_minor,
    )
    assert tuple(round(float(value) * 100) for value in total[7:-1]) == expected
    assert round(float(people["Gleb Titov"][10]) * 100) == 60_000
    assert people["Gleb Titov"][6] == 1
    assert people["evening-1"][11] == 10500.5
    for row in people.values():
        assert round(float(row[12]) * 100) == sum(round(float(value) * 100) for value in row[7:12])


def test_what_is_not_split_by_person_has_a_row_of_its_own() -> None:
    plan = sample_plan()
    sheet = opened(replace(plan, cost=replace(plan.cost, agents=())))["Costs"]
    rows = {row[0]: row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0]}
    assert rows["Not split by person"][10:13] == (600, 22504.5, 23104.5)
    assert round(float(rows["Total"][12]) * 100) == plan.cost.total_minor


def test_intervals_and_heat_map_repeat_the_plans_coverage() -> None:
    plan = sample_plan(opening="mon-fri 09:00-18:00")
    book = opened(plan)
    rows = list(book["Intervals"].iter_rows(min_row=5, max_col=8, values_only=True))
    assert len(rows) == plan.scenario.horizon.intervals
    assert tuple(row[5] for row in rows) == plan.coverage.required
    assert tuple(row[6] for row in rows) == plan.coverage.on_duty
    assert [row[7] for row in rows] == [row[6] - row[5] for row in rows]
    assert rows[18][:5] == (
        dt.datetime.fromisoformat("2026-02-02"),
        "Mon",
        dt.time(9, 0),
        dt.time(9, 30),
        "yes",
    )
    heat = book["Coverage"]
    assert heat.cell(28, 3 + 12).value == -1
    assert heat.cell(28, 3 + 8).value is None
    assert len(heat._charts) == 1


def test_data_has_one_row_per_shift_with_its_cost() -> None:
    plan = sample_plan()
    rows = list(opened(plan)["Data"].iter_rows(min_row=5, values_only=True))
    assert len(rows) == len(plan.cost.shifts)
    assert rows[0][:5] == ("anna", "Anna Orlova", dt.datetime.fromisoformat("2026-02-02"), "Mon", "Day")
    assert rows[0][5].isoformat() == "2026-02-02T08:00:00"
    assert rows[0][7:9] == (dt.time(12, 0), dt.time(13, 0))
    assert rows[0][9] == 660
    assert sum(row[10] for row in rows) == sum(line.night_minutes for line in plan.cost.shifts)
    paid = sum(round(float(row[12]) * 100) for row in rows)
    assert paid == plan.cost.total_minor - plan.cost.overtime_minor - plan.cost.per_head_minor


def test_long_periods_and_clock_changes_are_drawn() -> None:
    plan = sample_plan(days=62, zone="Europe/Berlin", first_date=dt.date(2026, 3, 2))
    sheet = opened(plan)["Roster"]
    assert [one.id for one in sheet.col_breaks.brk] == [2 + 31]
    total = get_column_letter(3 + 62 + 2)
    for row, tour in enumerate(plan.roster.tours, start=7):
        hours = sum(shift.paid_minutes for shift in tour.worked) / 60
        assert sheet[f"{total}{row}"].value == pytest.approx(hours)
    grid = opened(plan, values=False)["Roster"]
    formulas = [grid[f"{total}{row}"].value for row in range(7, 15)]
    assert sum("-60" in str(formula) for formula in formulas) == 2


def test_an_empty_roster_is_still_a_workbook() -> None:
    plan = sample_plan()
    nobody = replace(
        plan, roster=replace(plan.roster, tours=()), cost=replace(plan.cost, shifts=(), agents=())
    )
    assert opened(nobody).sheetnames[0] == "Summary"


def test_on_costs_and_roles_have_columns_where_there_are_any() -> None:
    """Roles are nobody's: they stand in the row of what is not split by person."""
    plan = sample_plan()
    people = tuple(replace(person, on_costs_minor=1000 + n) for n, person in enumerate(plan.cost.agents))
    charged = sum(person.on_costs_minor for person in people)
    cost = replace(plan.cost, agents=people, on_costs_minor=charged, overhead_minor=777)
    sheet = opened(replace(plan, cost=cost))["Costs"]
    heads = [cell.value for cell in sheet[4]]
    assert heads[7:-1] == [
        "Base pay",
        "Night premium",
        "Holiday premium",
        "Overtime",
        "On-costs",
        "Hiring and equipment",
        "Leads and other roles",
        "Total",
    ]
    rows = {row[0]: row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0]}
    assert rows["Not split by person"][7:-1] == (0, 0, 0, 0, 0, 0, 7.77, 7.77)
    total = tuple(round(float(value) * 100) for value in rows["Total"][7:-1])
    assert total == (*(cost.of(component) for component in cost.shown), cost.total_minor)


def test_costs_say_what_hires_funds_and_roles_are_made_of() -> None:
    """Item by item below the people, each component adding up live; a role even where it is alone."""
    plan = sample_plan()
    hires = (PayLine("a", None, "per_head", "hiring", 1_200), PayLine("a", None, "per_head", "training", 34))
    lines = (*hires, PayLine("", None, "overhead", "2 x lead", 500), PayLine("a", 0, "on_costs", "fund", 9))
    book = replace(plan, cost=replace(plan.cost, lines=lines))
    rows = list(opened(book)["Costs"].iter_rows(max_col=8, values_only=True))
    (begins,) = [number for number, row in enumerate(rows) if row[0] == "What they are made of"]
    assert [(row[0], row[1], row[7]) for row in rows[begins + 1 :]] == [
        ("Hiring and equipment", "hiring", 12),
        ("Hiring and equipment", "training", 0.34),
        ("Total", None, 12.34),
        ("Leads and other roles", "2 x lead", 5),
        ("Total", None, 5),
    ]
    formulas = [row[7].value for row in opened(book, values=False)["Costs"].iter_rows(min_row=begins + 2)]
    assert [text for text in formulas if str(text).startswith("=SUM")] == [
        f"=SUM(H{begins + 2}:H{begins + 3})",
        f"=SUM(H{begins + 5}:H{begins + 5})",
    ]
