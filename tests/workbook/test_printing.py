"""How the sheets come out of a printer, as far as the file says it."""

import datetime as dt

import pytest

from tests.plans import sample_plan
from tests.workbook.opened import opened


def test_intervals_are_printed_a_row_per_day_and_say_what_the_list_says() -> None:
    plan = sample_plan(days=7)
    sheet = opened(plan)["Intervals"]
    assert sheet.print_area == "'Intervals'!$K$1:$BH$11"
    assert sheet.print_title_cols == "$K:$L"
    listed = {
        (row[0].date(), row[2]): row[7]
        for row in sheet.iter_rows(min_row=5, max_col=8, values_only=True)
        if row[0] is not None
    }
    heads = [cell.value for cell in sheet[4][12:60]]
    assert heads[:3] == ["00:00", "00:30", "01:00"]
    printed = {
        (row[0].date(), dt.time.fromisoformat(head)): value
        for row in sheet.iter_rows(min_row=5, max_row=11, min_col=11, max_col=60, values_only=True)
        for head, value in zip(heads, row[2:], strict=True)
    }
    assert len(printed) == plan.scenario.horizon.intervals
    assert printed == listed


@pytest.mark.parametrize(("days", "breaks"), [(31, []), (62, [33]), (92, [33, 64])])
def test_a_month_of_the_roster_stands_on_one_sheet_of_paper(days: int, breaks: list[int]) -> None:
    sheet = opened(sample_plan(days=days))["Roster"]
    assert [one.id for one in sheet.col_breaks.brk] == breaks
    assert sheet.page_setup.orientation == "landscape"
    if breaks:
        assert 40 <= sheet.page_setup.scale <= 100
    else:
        # found where Calibri's metrics are missing: a scale reckoned for it tears the sheet in wider fonts
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$4:$6", "$A:$B")


def test_costs_say_which_roster_they_are_of_and_follow_its_hours() -> None:
    plan = sample_plan(days=7)
    assert str(opened(plan)["Costs"]["A3"].value).startswith("Of the roster as planned: edits of the grid")
    formula = opened(plan, values=False)["Costs"]["A3"].value
    assert formula.startswith(
        "=IF(SUMPRODUCT(ABS(SUMIF('Roster'!$O$7:$O$15,N5:N13,'Roster'!$L$7:$L$15)-D5:D13))<0.001,"
    )
