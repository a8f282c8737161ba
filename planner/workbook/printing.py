"""How the sheets come out of a printer."""

from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from planner.workbook.page import Page

#: Width of A4 landscape between the margins, and of a character and the padding of a column, in points.
_PRINTED_POINTS, _CHARACTER_POINTS, _PADDING_POINTS = 842 - 0.8 * 72, 5.25, 3.75


def set_up_printing(
    page: Page,
    *,
    title_rows: str = "",
    title_columns: str = "",
    landscape_percent: int = 0,
) -> None:
    """A4 landscape, fitted to the width, with repeated titles, a header and a footer.

    Parameters
    ----------
    page
        The sheet.
    title_rows, title_columns
        Rows (``"1:6"``) and columns (``"A:B"``) repeated on every sheet of paper.
    landscape_percent
        Scale of a form that breaks its pages itself, which sheets fitted to the width cannot.
    """
    sheet = page.sheet
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    if landscape_percent:
        sheet.page_setup.scale = landscape_percent
    else:
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=not landscape_percent)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.25
    if title_rows:
        sheet.print_title_rows = title_rows
    if title_columns:
        sheet.print_title_cols = title_columns
    desk = page.plan.scenario.desk.name.replace("&", "&&")
    numbering = f"{page.word('page')} &P {page.word('of')} &N"
    sheet.HeaderFooter = HeaderFooter(
        oddHeader=HeaderFooterItem(left=_HeaderFooterPart(text=desk), right=_HeaderFooterPart(text="&A")),
        oddFooter=HeaderFooterItem(center=_HeaderFooterPart(text=numbering)),
    )


def landscape_scale(widths_in_characters: tuple[float, ...]) -> int:
    """Scale in percent at which columns of these widths fill an A4 page in landscape."""
    points = sum(width * _CHARACTER_POINTS + _PADDING_POINTS for width in widths_in_characters)
    return max(10, min(100, int(97 * _PRINTED_POINTS / points)))
