"""Coverage at a glance: an average week as a chart, and the whole period as a heat map."""

from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from models.coverage_view import worst_hours
from planner.workbook.colours import CLOSED, EVEN, SHORT, SPARE
from planner.workbook.conditions import around_zero
from planner.workbook.page import Page
from planner.workbook.printing import set_up_printing
from planner.workbook.protection import protect
from planner.workbook.sheets.coverage_chart import draw_average_week
from planner.workbook.wording import note_text, weekday_text

_CHART_TITLE_ROW, _HEAT_TITLE_ROW = 5, 26
_FIRST_HOUR_COLUMN, _LAST_HOUR_COLUMN = 3, 26
_CENTRE = Alignment(horizontal="center", vertical="center")


def draw_coverage(page: Page) -> None:
    """Fill the coverage sheet."""
    sheet, coverage = page.sheet, page.plan.coverage
    page.title(page.word("coverage.title"), note_text(page))
    for column, key, hours in (
        (1, "hours.required", coverage.required_hours),
        (7, "hours.scheduled", coverage.scheduled_hours),
        (13, "hours.understaffed", coverage.understaffed_hours),
        (19, "hours.overstaffed", coverage.overstaffed_hours),
    ):
        page.text(3, column, f"{page.word(key)}: {_number(page, hours)}", "Smena note")
    page.section(_CHART_TITLE_ROW, page.word("coverage.chart"), _LAST_HOUR_COLUMN)
    draw_average_week(page, _CHART_TITLE_ROW + 1)
    last_row = _draw_heat_map(page)
    page.widths(13, 10)
    page.widths(*[5.2] * 24, first=_FIRST_HOUR_COLUMN)
    protect(page)
    set_up_printing(page)
    sheet.row_breaks.append(Break(id=_HEAT_TITLE_ROW - 1))
    sheet.print_area = f"A1:{get_column_letter(_LAST_HOUR_COLUMN)}{last_row}"


def _number(page: Page, hours: float) -> str:
    text = f"{hours:,.1f}".replace(",", "\u00a0")
    return text.replace(".", ",") if page.language == "ru" else text


def _draw_heat_map(page: Page) -> int:
    """Draw days by hours and return the last row used."""
    plan, first_row = page.plan, _HEAT_TITLE_ROW + 2
    horizon, worst = plan.scenario.horizon, worst_hours(page.plan)
    page.section(_HEAT_TITLE_ROW, page.word("coverage.heat"), _LAST_HOUR_COLUMN)
    page.heads(_HEAT_TITLE_ROW + 1, 1, ("date", "weekday"), height_points=18)
    for hour in range(24):
        page.text(_HEAT_TITLE_ROW + 1, _FIRST_HOUR_COLUMN + hour, f"{hour:02d}", "Smena head")
    for day in range(horizon.days):
        row, date = first_row + day, horizon.date_of(day)
        page.moment(row, 1, date, "Smena date")
        page.text(row, 2, weekday_text(date.weekday(), page.language)).alignment = _CENTRE
        for hour in range(24):
            cell = page.number(row, _FIRST_HOUR_COLUMN + hour, worst.get((day, hour)))
            cell.number_format = "+0;-0;0"
            cell.alignment = _CENTRE
            if (day, hour) not in worst:
                cell.fill = PatternFill("lightUp", fgColor=CLOSED)
    last_row = first_row + horizon.days - 1
    first, last = get_column_letter(_FIRST_HOUR_COLUMN), get_column_letter(_LAST_HOUR_COLUMN)
    reach = max([2, *(abs(value) for value in worst.values())])
    scale = around_zero(reach, SHORT, EVEN, SPARE)
    page.sheet.conditional_formatting.add(f"{first}{first_row}:{last}{last_row}", scale)
    if len(worst) < 24 * horizon.days:
        page.text(last_row + 1, 1, page.word("coverage.closed"), "Smena note")
        last_row += 1
    return last_row
