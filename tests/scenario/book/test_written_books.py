"""What a workbook to fill is made of: tables, drop-downs, notes, text that is no formula, both languages."""

import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.text import Language
from planner.scenario.book.arrangement import SETTINGS
from planner.scenario.book.headings import columns_of
from planner.scenario.book.tables import all_tables
from planner.scenario.book.wording import choice_word, has_words, label_of, same, title_of
from tests.scenario.book.books import template

LANGUAGES: tuple[Language, ...] = ("en", "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_a_table_of_excel(tmp_path: Path, language: Language) -> None:
    workbook = load_workbook(template(tmp_path, language))
    tables = {name: table for page in workbook.worksheets for name, table in dict(page.tables).items()}
    assert {f"smena_{key.replace('.', '_')}" for key in all_tables()} | {"smena_anything"} == set(tables)
    for page in workbook.worksheets:
        for table in page.tables.values():
            heads = [cell.value for cell in page[table.ref][0]]
            assert heads == [column.name for column in table.tableColumns]
            assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_note_with_its_key(tmp_path: Path, language: Language) -> None:
    workbook = load_workbook(template(tmp_path, language))
    notes = {
        str(cell.comment.text)
        for page in workbook.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.comment
    }
    for table in all_tables().values():
        for leaf in table.leaves:
            key = ".".join(map(str, leaf.path))
            assert any(note.endswith(f": {key}") for note in notes), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_drop_downs_offer_words_and_names_of_other_sheets(tmp_path: Path, language: Language) -> None:
    workbook = load_workbook(template(tmp_path, language))
    lists = workbook["Lists" if language == "en" else "Списки"]
    assert lists.sheet_state == "hidden"
    formulas = [
        str(dv.formula1)
        for page in workbook.worksheets
        for dv in page.data_validations.dataValidation
        if dv.type == "list"
    ]
    contracts = "Contracts" if language == "en" else "Договоры"
    assert any(f"'{contracts}'!$A$6" in formula for formula in formulas)
    words = {str(cell.value) for row in lists.iter_rows() for cell in row if cell.value}
    assert choice_word("kind", "min_rest").in_language(language) in words
    assert choice_word("pay", "salary").in_language(language) in words
    for formula in formulas:
        sheet = re.match(r"(?:OFFSET\()?'([^']+)'!", formula)
        assert sheet is not None
        assert sheet[1] in workbook.sheetnames


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_a_formula_or_a_link(tmp_path: Path, language: Language) -> None:
    with zipfile.ZipFile(template(tmp_path, language)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in archive.read(name)
            assert "externalLink" not in name


def test_every_field_has_words_in_both_languages() -> None:
    missing = [
        f"{key}: {leaf.path}"
        for key, table in all_tables().items()
        for leaf in (*table.leaves, *table.more)
        if not has_words(leaf, key)
    ]
    assert missing == [], "write them into planner/scenario/book/words/fields.en.toml and fields.ru.toml"
    assert [key for key in all_tables() if title_of(key).en == key] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_and_no_two_titles_have_one_name(language: Language) -> None:
    titles = [same(title_of(key).in_language(language)) for key in all_tables()]
    assert len(set(titles)) == len(titles)
    for key, table in all_tables().items():
        names = [same(column.text.in_language(language)) for column in columns_of(key)]
        assert len(set(names)) == len(names), key
        inner = [same(label_of(leaf, key).in_language(language)) for leaf in (*table.leaves, *table.more)]
        assert len(set(inner)) == len(inner), key


def test_no_word_of_one_language_means_something_else_in_the_other() -> None:
    for key, table in all_tables().items():
        for leaf in (*table.leaves, *table.more):
            for kind in leaf.kinds.values():
                meanings: dict[str, str] = {}
                for choice in kind.choices:
                    word = choice_word(leaf.name, choice)
                    for text in {same(word.en), same(word.ru), same(choice)}:
                        assert meanings.setdefault(text, choice) == choice, f"{key} {leaf.path}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_that_are_no_field_have_a_note_too(tmp_path: Path, language: Language) -> None:
    workbook = load_workbook(template(tmp_path, language))
    for page in workbook.worksheets:
        for table in page.tables.values():
            if table.name in ("smena_anything", *(f"smena_{key}" for key in SETTINGS)):
                continue
            for head in page[table.ref][0]:
                assert head.comment is not None, (page.title, head.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_setting_of_some_laws_says_of_which(tmp_path: Path, language: Language) -> None:
    workbook = load_workbook(template(tmp_path, language))
    page = workbook["Labour laws" if language == "en" else "Трудовые законы"]
    notes = {head.comment.text for head in page[5] if head.comment}
    (meals,) = (note for note in notes if note.endswith(": meals_at_desk"))
    assert ("Only for: Russia." if language == "en" else "Только для: Россия.") in meals
