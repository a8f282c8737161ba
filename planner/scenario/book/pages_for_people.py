"""Sheets that are there to be read: how to fill the workbook, and every kind of rule."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from models.rule import RULES
from models.text import Language
from planner.scenario.book.cell_filling import fill_cell
from planner.scenario.book.cell_values import Content
from planner.scenario.book.draw import HEAD_ROW
from planner.scenario.book.headings import key_text
from planner.scenario.book.tables import all_tables
from planner.scenario.book.wording import choice_word, label_of


@cache
def guide(language: Language) -> dict[str, Any]:
    """Texts of these sheets, and the line under the name of every sheet."""
    path = resources.files("planner.scenario.book") / "words" / f"guide.{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def draw_guide(sheet: Worksheet, language: Language, file: str) -> None:
    """Write how the workbook is filled; ``file`` is its name."""
    sheet.column_dimensions["A"].width = 112
    errors = file.removesuffix(".xlsx") + ".errors.xlsx"
    for row, line in enumerate(guide(language)["lines"], start=3):
        is_heading = line.startswith("# ")
        text = line.removeprefix("# ").format(file=file, errors=errors)
        cell = sheet.cell(row, 1, text)
        cell.style = "Smena table" if is_heading else "Smena words"
        sheet.row_dimensions[row].height = 24 if is_heading else 15 * (1 + len(text) // 122)


def draw_rule_kinds(sheet: Worksheet, language: Language) -> None:
    """Write every kind of rule with an example and the settings it understands."""
    words = guide(language)["rule_kinds"]
    for column, (key, width) in enumerate(
        (("rule", 32), ("example", 60), ("settings", 74), ("key", 26)), start=1
    ):
        sheet.cell(HEAD_ROW, column, words[key]).style = "Smena head"
        sheet.column_dimensions["ABCD"[column - 1]].width = width
    table = all_tables()["rules"]
    for row, unit in enumerate(RULES.units(), start=HEAD_ROW + 1):
        kind = str(unit.model_fields["kind"].default)
        leaves = [leaf for leaf in (*table.leaves, *table.more) if kind in leaf.kinds]
        settings = [
            label_of(leaf, "rules").in_language(language) + ("*" if _must_be_given(unit, leaf.name) else "")
            for leaf in leaves
            if leaf.part in (None, "mon")
        ]
        rule = unit.model_validate(unit.examples()[0].rule)
        texts = (
            choice_word("kind", kind).in_language(language),
            rule.explain().in_language(language),
            "; ".join(settings),
            key_text(table.leaves[0]) + f' = "{kind}"',
        )
        for column, text in enumerate(texts, start=1):
            fill_cell(sheet, row, column, Content(text, "@"), "@")
        lines = max(len(texts[1]) // 54, len(texts[2]) // 66, len(texts[3]) // 24)
        sheet.row_dimensions[row].height = 14 * (1 + lines)


def _must_be_given(unit: Any, name: str) -> bool:
    info = unit.model_fields.get(name)
    return info is not None and bool(info.is_required())
