"""The chart of an average week, and the table it is drawn from."""

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, MultiLevelStrRef
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from models.coverage_view import average_week
from planner.workbook.colours import LINE, SHORT, SPARE
from planner.workbook.page import Page
from planner.workbook.wording import weekday_text

#: The table stands right of what is printed.
TABLE_COLUMN, TABLE_ROW = 29, 4


def draw_average_week(page: Page, row: int) -> None:
    """Write the table, and anchor the chart at ``row`` of the first column."""
    page.text(TABLE_ROW - 1, TABLE_COLUMN, page.word("average_week"), "Smena section")
    page.heads(TABLE_ROW, TABLE_COLUMN, ("weekday", "start", "required", "on_duty"), height_points=18)
    rows = average_week(page.plan, slot_minutes=60)
    named: set[int] = set()
    for line, slot in enumerate(rows, start=TABLE_ROW + 1):
        if slot.weekday not in named:  # the chart groups hours below one name per day
            page.text(line, TABLE_COLUMN, weekday_text(slot.weekday, page.language))
            named.add(slot.weekday)
        page.text(line, TABLE_COLUMN + 1, f"{slot.clock_minute // 60:02d}")
        page.number(line, TABLE_COLUMN + 2, round(float(slot.required), 4), "Smena hours")
        page.number(line, TABLE_COLUMN + 3, round(float(slot.on_duty), 4), "Smena hours")
    page.widths(12, 12, 12, 12, first=TABLE_COLUMN)
    page.sheet.add_chart(_chart(page, TABLE_ROW + len(rows)), f"A{row}")


def _chart(page: Page, last_row: int) -> BarChart:
    """On duty as touching columns, required as a line over them."""
    labels = Reference(
        page.sheet,
        min_col=TABLE_COLUMN,
        max_col=TABLE_COLUMN + 1,
        min_row=TABLE_ROW + 1,
        max_row=last_row,
    )
    columns, line = BarChart(), LineChart()
    columns.gapWidth = 0
    for chart, column in ((columns, TABLE_COLUMN + 3), (line, TABLE_COLUMN + 2)):
        values = Reference(page.sheet, min_col=column, min_row=TABLE_ROW, max_row=last_row)
        chart.add_data(values, titles_from_data=True)
        chart.series[0].cat = AxDataSource(multiLvlStrRef=MultiLevelStrRef(f=str(labels)))
    columns.series[0].graphicalProperties = GraphicalProperties(solidFill=SPARE[2:])
    columns.series[0].graphicalProperties.line = LineProperties(solidFill=SPARE[2:])
    line.series[0].graphicalProperties = GraphicalProperties()
    line.series[0].graphicalProperties.line = LineProperties(solidFill=SHORT[2:], w=28_575)
    line.series[0].smooth = False
    columns.title = None
    columns.legend.position = "t"
    columns.y_axis.title = page.word("coverage.agents")
    columns.y_axis.number_format = "0"
    columns.y_axis.majorGridlines = ChartLines(
        spPr=GraphicalProperties(ln=LineProperties(solidFill=LINE[2:]))
    )
    columns.y_axis.scaling.min = 0
    columns.y_axis.delete = columns.x_axis.delete = False
    columns.x_axis.tickLblSkip = columns.x_axis.tickMarkSkip = 6
    columns.x_axis.noMultiLvlLbl = False
    columns.width, columns.height = 29, 10.0
    columns.layout = Layout(manualLayout=ManualLayout(x=0.05, y=0.1, w=0.93, h=0.68))
    columns += line
    return columns
