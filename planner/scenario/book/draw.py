"""Draw the tables of a sheet side by side, so that each may grow downwards."""

from dataclasses import dataclass, field

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from models.text import Language
from planner.scenario.book.book_rows import Row
from planner.scenario.book.cell_filling import fill_cell
from planner.scenario.book.cell_values import Content, number_format
from planner.scenario.book.drop_downs import REACH, DropDowns
from planner.scenario.book.found_tables import excel_name
from planner.scenario.book.headings import ANYTHING, Heading, columns_of, rows_of
from planner.scenario.book.leaves import Leaf
from planner.scenario.book.look import INPUT, TABLE_LOOK
from planner.scenario.book.notes import is_required, meaning, note, role_note
from planner.scenario.book.tables import all_tables
from planner.scenario.book.wording import title_of

HINT_ROW, TITLE_ROW, HEAD_ROW = 2, 4, 5
FIRST_ROW = HEAD_ROW + 1
#: Blank rows at the end of each table.
_SPARE_ROWS = 8
_GAP_WIDTH = 3
#: Width a letter of a title takes, in letters of a cell.
_TITLE_LETTER = 1.25
_WIDEST, _NARROWEST, _HOUR_WIDTH = 44, 9, 6.5
_SETTING_WIDTHS = (32, 30, 84)
_MORE_WIDTH = 46
_HEAD_HEIGHT, _LINE_HEIGHT, _LETTERS_A_LINE = 44, 13.5, 104
#: Width of columns that fits a page of paper at full size, and the width pages are shrunk for at least.
_FULL_SIZE_WIDTH, _LEAST_PAGE_WIDTH = 124, 140


@dataclass
class Page:
    """A sheet being drawn, its drop-downs, and the column the next table begins in."""

    sheet: Worksheet
    language: Language
    drop_downs: DropDowns
    column: int = 1
    widths: list[tuple[int, float]] = field(default_factory=list)

    def draw(self, key: str, rows: list[Row]) -> None:
        """Draw a table to the right of those there are."""
        columns = columns_of(key)
        is_settings = key != ANYTHING and all_tables()[key].is_settings
        self._heads(key, columns)
        spare = 0 if is_settings else _SPARE_ROWS
        last_row = FIRST_ROW + max(1, len(rows) + spare) - 1
        for offset, heading in enumerate(columns):
            self._cells(
                heading,
                self.column + offset,
                [row[offset] if offset < len(row) else None for row in rows],
                last_row,
            )
            self._width(heading, self.column + offset, key)
        if is_settings:
            self._settings(key, rows)
        else:
            for offset, heading in enumerate(columns):
                self._offer(heading, key, self.column + offset)
        self._room_for_title(key, len(columns))
        self.sheet.row_dimensions[HEAD_ROW].height = _HEAD_HEIGHT
        self._table(key, len(columns), last_row)
        letters = (get_column_letter(self.column + offset) for offset in range(len(columns)))
        self.widths.append(
            (self.column, sum(self.sheet.column_dimensions[letter].width for letter in letters))
        )
        self.column += len(columns) + 1
        self.sheet.column_dimensions[get_column_letter(self.column - 1)].width = _GAP_WIDTH

    def _heads(self, key: str, columns: tuple[Heading, ...]) -> None:
        title = self.sheet.cell(TITLE_ROW, self.column, title_of(key).in_language(self.language))
        title.style = "Smena table"
        for offset, heading in enumerate(columns):
            text = heading.text.in_language(self.language)
            leaf = heading.leaf
            starred = leaf is not None and is_required(leaf, is_settings=False)
            cell = self.sheet.cell(HEAD_ROW, self.column + offset, f"{text} *" if starred else text)
            cell.style = "Smena head"
            said = note(leaf, key, self.language) if leaf else role_note(heading, key, self.language)
            if said:
                cell.comment = _comment(said)

    def _cells(self, heading: Heading, column: int, contents: list[Content | None], last_row: int) -> None:
        usual = number_format(heading.leaf.kind, heading.leaf.name, self.language) if heading.leaf else "@"
        for row in range(FIRST_ROW, last_row + 1):
            content = contents[row - FIRST_ROW] if row - FIRST_ROW < len(contents) else None
            fill_cell(self.sheet, row, column, content, usual)

    def _settings(self, key: str, rows: list[Row]) -> None:
        leaves = [
            heading.leaf for heading in {h.leaf.path: h for h in rows_of(key).values() if h.leaf}.values()
        ]
        for row, leaf in enumerate(leaves, start=FIRST_ROW):
            if leaf is None:
                continue
            value = self.sheet.cell(row, self.column + 1)
            if rows[row - FIRST_ROW][1] is None:
                value.number_format = number_format(leaf.kind, leaf.name, self.language)
            value.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
            value.fill = PatternFill("solid", fgColor=INPUT)
            text = meaning(leaf, key, self.language, is_settings=True)
            fill_cell(self.sheet, row, self.column + 2, Content(text, "@"), "@")
            lines = 1 + len(text) // _LETTERS_A_LINE
            self.sheet.row_dimensions[row].height = _LINE_HEIGHT * lines + 2
            self._offer_cells(self.drop_downs.validation(leaf), self.column + 1, row, row)
            cell = self.sheet.cell(row, self.column)
            cell.comment = _comment(note(leaf, key, self.language))

    def _offer(self, heading: Heading, key: str, column: int) -> None:
        found: DataValidation | None = None
        if heading.role == "owner":
            table = all_tables()[key]
            found = self.drop_downs.of_names(table.main or table.parent)
        elif heading.leaf is not None and not _names_itself(key, heading.leaf):
            found = self.drop_downs.validation(heading.leaf)
        self._offer_cells(found, column, FIRST_ROW, FIRST_ROW + REACH)

    def _offer_cells(self, found: DataValidation | None, column: int, first: int, last: int) -> None:
        if found is not None:
            letter = get_column_letter(column)
            found.add(f"{letter}{first}:{letter}{last}")
            self.sheet.add_data_validation(found)

    def _width(self, heading: Heading, column: int, key: str) -> None:
        if heading.role in ("setting", "content", "remark"):
            width: float = _SETTING_WIDTHS[("setting", "content", "remark").index(heading.role)]
        elif heading.role == "more":
            width = _MORE_WIDTH
        elif heading.leaf is not None and isinstance(heading.leaf.part, int):
            width = _HOUR_WIDTH
        else:
            shown = (self.sheet.cell(row, column) for row in range(FIRST_ROW, self.sheet.max_row + 1))
            texts = [str(cell.value) for cell in shown if isinstance(cell.value, str)]
            head = str(self.sheet.cell(HEAD_ROW, column).value)
            longest = max(
                [len(line) for text in texts for line in text.split("\n")]
                + [len(head) * 0.62, max(map(len, head.split())) + 2]
            )
            width = min(_WIDEST, max(_NARROWEST, longest + 3))
            if heading.leaf is not None and heading.leaf.kind.base == "date":
                width = max(width, 12)
        self.sheet.column_dimensions[get_column_letter(column)].width = width

    def _room_for_title(self, key: str, columns: int) -> None:
        """Widen the last column where the title would run into that of the next table."""
        letters = [get_column_letter(self.column + offset) for offset in range(columns)]
        width = sum(self.sheet.column_dimensions[letter].width for letter in letters)
        title = len(title_of(key).in_language(self.language)) * _TITLE_LETTER
        if title > width:
            self.sheet.column_dimensions[letters[-1]].width += title - width

    def break_pages(self) -> None:
        """Print the tables as large as the widest allows, and on a page of its own what does not fit beside another."""
        page = max(_LEAST_PAGE_WIDTH, *(width for _, width in self.widths))
        self.sheet.page_setup.scale = int(100 * _FULL_SIZE_WIDTH / page)
        filled = 0.0
        for column, width in self.widths:
            if filled and filled + _GAP_WIDTH + width > page:
                self.sheet.col_breaks.append(Break(id=column - 1))
                filled = 0.0
            filled += width + (_GAP_WIDTH if filled else 0)
        hint, (_, first) = self.sheet.cell(HINT_ROW, 1), self.widths[0]
        lines = 1 + int(len(str(hint.value or "")) / first)
        if lines > 1:  # a hint longer than the first table would be cut where the page ends
            last = next((column for column, _ in self.widths[1:]), self.column) - 2
            self.sheet.merge_cells(start_row=HINT_ROW, end_row=HINT_ROW, start_column=1, end_column=last)
            hint.alignment = Alignment(vertical="top", wrap_text=True)
            self.sheet.row_dimensions[HINT_ROW].height = _LINE_HEIGHT * lines + 2

    def _table(self, key: str, columns: int, last_row: int) -> None:
        first, last = get_column_letter(self.column), get_column_letter(self.column + columns - 1)
        table = ExcelTable(displayName=excel_name(key), ref=f"{first}{HEAD_ROW}:{last}{last_row}")
        table.tableStyleInfo = TableStyleInfo(name=TABLE_LOOK, showRowStripes=True)
        self.sheet.add_table(table)


def _names_itself(key: str, leaf: Leaf) -> bool:
    """Whether a column names the rows of its own table, so that nothing is there to choose from."""
    return leaf.path == all_tables()[key].naming if key != ANYTHING else False


def _comment(text: str) -> Comment:
    comment = Comment(text, "Smena")
    comment.width, comment.height = 320, 40 + 18 * (text.count("\n") + len(text) // 42)
    return comment
