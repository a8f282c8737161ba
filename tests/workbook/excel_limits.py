"""What Excel refuses or repairs in a workbook and other programs let pass, looked for in its parts.

Limits after "Excel specifications and limits" and ISO/IEC 29500-1 (SpreadsheetML): the order of
elements of a worksheet is that of ``CT_Worksheet``.  Nothing of the writers is used here.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

from tests.workbook.excel_drawings import drawing_complaints
from tests.workbook.excel_package import package_complaints

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# fmt: off
ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
    "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
    "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)
#: Functions known to every Excel since 2007, as far as the workbooks use them.
FUNCTIONS = {
    "ABS", "AND", "COUNT", "COUNTA", "COUNTIF", "DATE", "IF", "IFERROR", "INDEX", "INDIRECT", "ISNUMBER",
    "LEN", "MATCH", "MAX", "MIN", "NOT", "OR", "ROUND", "ROW", "ROWS", "SUM", "SUMIF", "SUMPRODUCT",
    "OFFSET", "COLUMN", "AVERAGE",
}
# fmt: on
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_NAME = re.compile(r"(?!(?:[A-Za-z]{1,3}\d+|[RrCc])$)[^\W\d][\w.\\]{0,254}$")


def complaints(book: bytes) -> list[str]:
    """Everything Excel would not take in a workbook; empty where it would open it as it is."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        twice = len(archive.namelist()) - len(parts)
    trees = {name: ET.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    found = ["a part is there twice"] if twice else []
    found += [*package_complaints(parts, trees), *_workbook(trees), *_styles(trees), *_tables(trees)]
    for name in sheet_parts(trees):
        for look in (_sheet, _around, _choices):
            found += [f"{name}: {one}" for one in look(trees[name], trees)]
        found += [f"{name}: {one}" for one in drawing_complaints(name, parts, trees)]
    return found


def sheet_parts(trees: dict[str, ET.Element]) -> list[str]:
    """Parts that are worksheets."""
    return [name for name in trees if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]


def _workbook(trees: dict[str, ET.Element]) -> Iterator[str]:
    """Names of sheets, and defined names."""
    book = trees["xl/workbook.xml"]
    names = [one.get("name", "") for one in book.iter(f"{MAIN}sheet")]
    if len({name.casefold() for name in names}) != len(names):
        yield "two sheets have one name"
    for name in names:
        if not 1 <= len(name) <= 31 or re.search(r"[\[\]:*?/\\]", name) or name[0] == "'" or name[-1] == "'":
            yield f"no name of a sheet: {name}"
    said = [(one.get("name", ""), one.get("localSheetId")) for one in book.iter(f"{MAIN}definedName")]
    said += [
        (tree.get("displayName", ""), None) for part, tree in trees.items() if part.startswith("xl/tables/")
    ]
    if len({(name.casefold(), scope) for name, scope in said}) != len(said):
        yield "a name is defined twice"
    for name, _ in said:
        if not name.startswith("_xlnm.") and not _NAME.match(name):
            yield f"no name of a range: {name}"
    for one in book.iter(f"{MAIN}definedName"):
        yield from _formula(one.text or "", names)


def _formula(formula: str, sheets: list[str]) -> Iterator[str]:
    """A formula's length, its texts, functions and sheets."""
    if formula[:1] == "=" or not formula.strip():
        yield f"a formula begins with = or is empty: {formula[:40]}"
    if len(formula) > 8192:
        yield f"a formula of {len(formula)} characters"
    if any(len(text.replace('""', '"')) > 255 for text in _LITERAL.findall(formula)):
        yield f"a text of more than 255 characters in a formula: {formula[:60]}"
    bare = _LITERAL.sub("", formula)
    for sheet in re.findall(r"'((?:[^']|'')+)'!", bare):
        if sheet.replace("''", "'") not in sheets:
            yield f"a formula asks for a sheet that is not there: {sheet}"
    bare = re.sub(r"'(?:[^']|'')+'!", "", bare)
    unknown = {name.upper() for name in re.findall(r"([A-Za-z_][\w.]*)\(", bare)} - FUNCTIONS
    if unknown:
        yield f"functions not known to every Excel: {sorted(unknown)}"
    if bare.count("(") != bare.count(")"):
        yield f"brackets do not match: {formula[:60]}"


def _styles(trees: dict[str, ET.Element]) -> Iterator[str]:
    """Numbers of looks, and what they refer to."""
    styles = trees["xl/styles.xml"]
    size = {kind: len(styles.find(f"{MAIN}{kind}s") or ()) for kind in ("font", "fill", "border")}
    looks = styles.findall(f"{MAIN}cellXfs/{MAIN}xf")
    named = styles.findall(f"{MAIN}cellStyleXfs/{MAIN}xf")
    if len(looks) > 64_000:
        yield f"{len(looks)} looks of cells"
    if size["font"] > 1024:
        yield f"{size['font']} fonts"
    for look in (*looks, *named):
        for kind, number in size.items():
            if int(look.get(f"{kind}Id", "0")) >= number:
                yield f"a look has {kind} {look.get(f'{kind}Id')} of {number}"
        if int(look.get("xfId", "0")) >= len(named):
            yield "a look is of a style that is not there"
    own = styles.findall(f"{MAIN}numFmts/{MAIN}numFmt")
    ids = [int(one.get("numFmtId", "0")) for one in own]
    if len(own) > 250 or len(set(ids)) != len(ids) or any(one < 164 for one in ids):
        yield "formats of numbers are too many, twice there or in the place of Excel's own"
    if any(len(one.get("formatCode", "")) > 255 for one in own):
        yield "a format of numbers is longer than 255 characters"
    used = {int(look.get("numFmtId", "0")) for look in looks}
    yield from (f"there is no format {one}" for one in used if one >= 164 and one not in ids)
    names = [one.get("name", "").casefold() for one in styles.iter(f"{MAIN}cellStyle")]
    if len(names) != len(set(names)):
        yield "a style is named twice"


def _sheet(sheet: ET.Element, trees: dict[str, ET.Element]) -> Iterator[str]:
    """Order of elements, rows and cells, and what stands in them."""
    kinds = [one.tag.removeprefix(MAIN) for one in sheet]
    places = [ORDER.index(kind) for kind in kinds]
    if places != sorted(places):
        yield f"elements out of order: {kinds}"
    once = [kind for kind in kinds if kind != "conditionalFormatting"]
    if len(once) != len(set(once)):
        yield f"an element is there twice: {kinds}"
    looks = len(trees["xl/styles.xml"].findall(f"{MAIN}cellXfs/{MAIN}xf"))
    shared = len(trees["xl/sharedStrings.xml"]) if "xl/sharedStrings.xml" in trees else 0
    sheets = [one.get("name", "") for one in trees["xl/workbook.xml"].iter(f"{MAIN}sheet")]
    rows = sheet.findall(f"{MAIN}sheetData/{MAIN}row")
    if any(int(one.get("r", "0")) >= int(two.get("r", "0")) for one, two in pairwise(rows)):
        yield "rows are not in order"
    for row in rows:
        if not 0 <= float(row.get("ht", "15")) <= 409.5:
            yield f"a row of {row.get('ht')} points"
        columns = [cell_place(cell.get("r", "")) for cell in row]
        if any(one >= two for one, two in pairwise(columns)) or any(
            place[0] != int(row.get("r", "0")) for place in columns
        ):
            yield f"cells of row {row.get('r')} are not in order"
        for cell in row:
            yield from (f"{cell.get('r')}: {one}" for one in _cell(cell, looks, shared, sheets))


def _cell(cell: ET.Element, looks: int, shared: int, sheets: list[str]) -> Iterator[str]:
    kind, value, formula = cell.get("t", "n"), cell.findtext(f"{MAIN}v"), cell.find(f"{MAIN}f")
    if int(cell.get("s", "0")) >= looks:
        yield "a look that is not there"
    if formula is not None and formula.text:
        yield from _formula(formula.text, sheets)
    if kind == "inlineStr" and len("".join(cell.itertext())) > 32_767:
        yield "a text of more than 32,767 characters"
    if kind == "s" and not 0 <= int(value or "-1") < shared:
        yield "a shared text that is not there"
    if kind in ("n", "b") and value is not None and not re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", value):
        yield f"no number: {value}"
    if kind not in ("n", "b", "s", "str", "inlineStr", "e"):
        yield f"no kind of cell: {kind}"


def cell_place(cell: str) -> tuple[int, int]:
    """Row and column of an address."""
    letters, row = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d+)", cell).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    assert int(row) <= 1_048_576
    assert column <= 16_384
    return int(row), column


def _box(cells: str) -> tuple[int, int, int, int]:
    first, _, last = cells.partition(":")
    return (*cell_place(first), *cell_place(last or first))


def _meet(one: str, other: str) -> bool:
    (top, left, bottom, right), (top2, left2, bottom2, right2) = _box(one), _box(other)
    return top <= bottom2 and top2 <= bottom and left <= right2 and left2 <= right


def _around(sheet: ET.Element, trees: dict[str, ET.Element]) -> Iterator[str]:
    """Merged cells, conditional formats, heads of printed pages, widths."""
    merged = [one.get("ref", "") for one in sheet.iter(f"{MAIN}mergeCell")]
    for place, one in enumerate(merged):
        if any(_meet(one, other) for other in merged[:place]) or ":" not in one:
            yield f"merged cells meet: {one}"
    sheets = [one.get("name", "") for one in trees["xl/workbook.xml"].iter(f"{MAIN}sheet")]
    dxfs = len(trees["xl/styles.xml"].findall(f"{MAIN}dxfs/{MAIN}dxf"))
    rules = list(sheet.iter(f"{MAIN}cfRule"))
    if len({rule.get("priority") for rule in rules}) != len(rules):
        yield "conditional formats share a priority"
    for rule in rules:
        if int(rule.get("dxfId", "0")) >= max(1, dxfs) or int(rule.get("priority", "0")) < 1:
            yield "a conditional format without its look"
        for formula in rule.findall(f"{MAIN}formula"):
            yield from _formula(formula.text or "", sheets)
    for part in sheet.findall(f"{MAIN}headerFooter/*"):
        if len(part.text or "") > 255:
            yield "a head or foot of pages is longer than 255 characters"
    for column in sheet.iter(f"{MAIN}col"):
        if not 0 <= float(column.get("width", "8")) <= 255:
            yield f"a column of {column.get('width')} characters"


def _choices(sheet: ET.Element, trees: dict[str, ET.Element]) -> Iterator[str]:
    """What may be entered into cells."""
    sheets = [one.get("name", "") for one in trees["xl/workbook.xml"].iter(f"{MAIN}sheet")]
    choices = sheet.find(f"{MAIN}dataValidations")
    if choices is not None and int(choices.get("count", "0")) != len(choices):
        yield "choices are miscounted"
    for choice in choices if choices is not None else ():
        for field, most in (("error", 255), ("prompt", 255), ("errorTitle", 32), ("promptTitle", 32)):
            if len(choice.get(field, "")) > most:
                yield f"{field} of a choice is longer than {most} characters"
        for one in choice.get("sqref", "").split():
            _box(one)
        formula = choice.findtext(f"{MAIN}formula1") or ""
        if formula.startswith('"') and choice.get("type") == "list":
            if len(formula) - 2 > 255:
                yield f"a list of {len(formula) - 2} characters"
        else:  # Excel is the one to take the sign of a formula away, and reads it with the sign as well
            yield from _formula(formula.removeprefix("="), sheets)


def _tables(trees: dict[str, ET.Element]) -> Iterator[str]:
    """Tables: their names, and heads that say what the cells say."""
    ids = [tree.get("id") for name, tree in trees.items() if name.startswith("xl/tables/")]
    if len(ids) != len(set(ids)):
        yield "two tables have one id"
    for name in sheet_parts(trees):
        relations = trees.get(f"xl/worksheets/_rels/{posixpath.basename(name)}.rels", ())
        targets = {one.get("Id"): one.get("Target", "").split("/")[-1] for one in relations}
        wanted = [targets[one.get(RELATION)] for one in trees[name].iter(f"{MAIN}tablePart")]
        tables = [trees[f"xl/tables/{one}"] for one in wanted]
        cells = {cell.get("r"): cell for cell in trees[name].iter(f"{MAIN}c")} if tables else {}
        merged = [one.get("ref", "") for one in trees[name].iter(f"{MAIN}mergeCell")]
        for place, table in enumerate(tables):
            ref = table.get("ref", "")
            others = [one.get("ref", "") for one in tables[:place]]
            if any(_meet(ref, one) for one in (*merged, *others)):
                yield f"{name}: the table {ref} meets another, or merged cells"
            yield from (f"{name}, table {ref}: {one}" for one in _heads(table, cells, trees))


def _heads(
    table: ET.Element, cells: dict[str | None, ET.Element], trees: dict[str, ET.Element]
) -> Iterator[str]:
    top, left, bottom, right = _box(table.get("ref", ""))
    columns = [one.get("name", "") for one in table.iter(f"{MAIN}tableColumn")]
    if len(columns) != right - left + 1 or bottom <= top:
        yield "its size is not that of its columns, or it has no row"
    if len({one.casefold() for one in columns}) != len(columns) or not all(
        1 <= len(one) <= 255 for one in columns
    ):
        yield "two columns have one name, or none"
    numbers = {
        cell_place(place)[1]: cell for place, cell in cells.items() if place and cell_place(place)[0] == top
    }
    for column, said in enumerate(columns, start=left):
        cell = numbers.get(column)
        kind = "" if cell is None else cell.get("t", "n")
        text = "" if cell is None else "".join(cell.itertext())
        if cell is not None and kind == "s":
            text = "".join(list(trees["xl/sharedStrings.xml"])[int(text)].itertext())
        # a line break within a name is written so in the part
        if kind not in ("s", "inlineStr") or text != said.replace("_x000a_", "\n"):
            yield f"column {column} is {said!r} in the table and {text!r} in its cell"
    filtered = table.find(f"{MAIN}autoFilter")
    if filtered is not None and filtered.get("ref") != table.get("ref"):
        yield "its filter is elsewhere"
