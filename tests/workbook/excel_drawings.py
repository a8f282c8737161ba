"""What Excel refuses or repairs in notes on cells and in drawings: parts, places, shapes, anchors.

Notes after ISO/IEC 29500-1 (``CT_Comments``) and the VML that goes with them (ISO/IEC 29500-4);
anchors after ``CT_OneCellAnchor`` and ``CT_TwoCellAnchor``.  Nothing of the writers is used here.
"""

import posixpath
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROWS, _COLUMNS = 1_048_576, 16_384
#: The most a length on paper can be, in English metric units.
_LONGEST = 27_273_042_316_900


def drawing_complaints(sheet: str, parts: dict[str, bytes], trees: dict[str, ET.Element]) -> Iterator[str]:
    """Everything Excel would not take in the notes and the drawings of a sheet."""
    tree = trees[sheet]
    targets = {
        one.get("Id"): (one.get("Type", "").rpartition("/")[2], _part(sheet, one.get("Target", "")))
        for one in trees.get(_relations(sheet), ())
    }
    notes = [part for kind, part in targets.values() if kind == "comments"]
    shown = [targets.get(one.get(RELATION), ("", ""))[1] for one in tree.iter(f"{MAIN}legacyDrawing")]
    if len(notes) != len(shown) or len(notes) > 1 or any(one not in parts for one in (*notes, *shown)):
        yield f"notes {notes} are drawn by {shown}"
    else:
        for note, drawn in zip(notes, shown, strict=True):
            yield from _notes(trees[note], parts[drawn])
    for one in tree.iter(f"{MAIN}drawing"):
        kind, part = targets.get(one.get(RELATION), ("", ""))
        if kind != "drawing" or part not in trees:
            yield f"a drawing leads to {part}"
        else:
            yield from _anchors(part, trees)


def _relations(part: str) -> str:
    return f"{posixpath.dirname(part)}/_rels/{posixpath.basename(part)}.rels"


def _part(source: str, target: str) -> str:
    folder = posixpath.dirname(source)
    return target[1:] if target[:1] == "/" else posixpath.normpath(posixpath.join(folder, target))


def _notes(notes: ET.Element, drawn: bytes) -> Iterator[str]:
    """One note to a cell, each with its author and its own shape."""
    authors = len(notes.findall(f"{MAIN}authors/{MAIN}author"))
    places = []
    for note in notes.iter(f"{MAIN}comment"):
        cell = re.fullmatch(r"([A-Z]{1,3})([1-9]\d{0,6})", note.get("ref", ""))
        if cell is None or not 0 <= int(note.get("authorId", "-1")) < authors:
            yield f"a note at {note.get('ref')} has no cell or no author"
            continue
        column = 0
        for letter in cell[1]:
            column = 26 * column + ord(letter) - 64
        places.append((int(cell[2]) - 1, column - 1))
        if len("".join(note.itertext())) > 32_767:
            yield f"the note at {cell[0]} is too long"
    if len(places) != len(set(places)):
        yield "a cell has two notes"
    shapes = [one for one in ET.fromstring(drawn).iter() if one.tag.endswith("}shape")]
    ids = [one.get("id") for one in shapes]
    if len(ids) != len(set(ids)) or None in ids:
        yield "two shapes of notes have one id, or none"
    found = {kind: [_number(one, kind) for one in shapes] for kind in ("Row", "Column")}
    if sorted(zip(found["Row"], found["Column"], strict=True)) != sorted(places):
        yield "the shapes of notes are not where the notes are"


def _number(shape: ET.Element, kind: str) -> int:
    return next((int(one.text or "-1") for one in shape.iter() if one.tag.endswith(f"}}{kind}")), -1)


def _anchors(part: str, trees: dict[str, ET.Element]) -> Iterator[str]:
    """Anchors on the sheet, of a size, with objects that have numbers of their own."""
    known = {one.get("Id") for one in trees.get(_relations(part), ())}
    ids = [one.get("id") for one in trees[part].iter(f"{DRAWN}cNvPr")]
    if len(ids) != len(set(ids)) or "0" in ids:
        yield f"{part}: two objects have one number, or 0"
    for one in trees[part].iter():
        if (relation := one.get(RELATION)) is not None and relation not in known:
            yield f"{part}: {relation} leads nowhere"
    for anchor in trees[part]:
        corners = [_corner(one) for one in anchor if one.tag in (f"{DRAWN}from", f"{DRAWN}to")]
        if any(not (0 <= row < _ROWS and 0 <= column < _COLUMNS) for row, column in corners):
            yield f"{part}: an anchor beyond the sheet: {corners}"
        if len(corners) == 2 and any(end < start for start, end in zip(*corners, strict=True)):
            yield f"{part}: an anchor ends before it begins: {corners}"
        size = anchor.find(f"{DRAWN}ext")
        if size is not None and not all(0 < int(size.get(side, "0")) <= _LONGEST for side in ("cx", "cy")):
            yield f"{part}: a drawing of no size"


def _corner(corner: ET.Element) -> tuple[int, int]:
    row, column = (int(corner.findtext(f"{DRAWN}{kind}") or "-1") for kind in ("row", "col"))
    return row, column
