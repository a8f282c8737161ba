"""Mistakes in a workbook: all at once, each with its cell, and a copy that shows them."""

from pathlib import Path

from openpyxl import Workbook, load_workbook

from models.errors import InputProblem
from models.text import Text
from planner.scenario.book.marked_copy import marked_copy, remove_marked_copy
from tests.scenario.book.books import cell, changed, found, setting, sheet, template


def spoiled(folder: Path) -> Path:
    def spoil(workbook: Workbook) -> None:
        setting(workbook, "Desk", "Time zone").value = "Europe/Moskow"
        setting(workbook, "Desk", "Plan name").value = None
        setting(workbook, "Opening hours", "Mon").value = "9 to 18"
        cell(workbook, "Channels", "Channels of customers", "Kind").value = "fone"
        cell(workbook, "Shift patterns", "Patterns of shifts", "Length", 1).value = None
        cell(workbook, "Contracts", "Terms of contracts", "Hourly rate").value = -4
        cell(workbook, "Team", "People", "Contract").value = "standart"
        cell(workbook, "Leave and wishes", "Wishes", "Person").value = "ana"
        cell(workbook, "Rules", "Rules of the desk", "Length of time", 1).value = 3
        cell(workbook, "Rules", "Rules of the desk", "More settings", 2).value = "Weak begins = Mon"
        sheet(workbook, "Pay").cell(6, 2).value = "a lot"

    return changed(template(folder), spoil)


EXPECTED = [
    ('sheet "Desk", cell B6 (Plan name)', "this is missing"),
    ('sheet "Desk", cell B9 (Time zone)', "not an IANA zone"),
    ('sheet "Opening hours", cell B6 (Mon)', "not a span of hours"),
    ('sheet "Channels", cell B6 (Kind *)', 'found "fone"'),
    ('sheet "Shift patterns", cell D7 (Length *)', "this is missing"),
    ('sheet "Contracts", cell C6 (Hourly rate)', "found -4"),
    ('sheet "Team", cell C6 (Contract *)', 'did you mean "standard"?'),
    ('sheet "Leave and wishes", cell F6 (Person)', 'has no "ana"; did you mean "anna"?'),
    ('sheet "Rules", cell C7 (Length of time)', "takes no value in this column"),
    ('sheet "Rules", cell P8 (More settings)', 'is no setting; did you mean "Week begins"?'),
    ('sheet "Pay", cell B6 (Night premium)', 'found "a lot"'),
]


def test_every_mistake_has_its_cell(tmp_path: Path) -> None:
    loaded, problems = found(spoiled(tmp_path))
    assert loaded is None
    lines = list(map(str, problems))
    for place, message in EXPECTED:
        assert any(line.startswith(f"desk.xlsx: {place}") and message in line for line in lines), (
            place,
            lines,
        )
    assert len(set(lines)) == len(lines)
    assert all(" cell " in line for line in lines), lines


def test_the_copy_shows_them_and_the_original_stays(tmp_path: Path) -> None:
    path = spoiled(tmp_path)
    before = path.read_bytes()
    _, problems = found(path)
    copy = marked_copy(path, problems)
    assert copy == tmp_path / "desk.errors.xlsx"
    assert path.read_bytes() == before
    marked = load_workbook(copy)
    zone = marked["Desk"]["B9"]
    assert zone.fill.fgColor.rgb == "FFFFC7CE"
    assert "IANA" in zone.comment.text
    assert zone.value == "Europe/Moskow"
    assert marked["Desk"]["B10"].fill.fgColor.rgb != "FFFFC7CE"
    red = sum(
        cell.fill.fgColor.rgb == "FFFFC7CE"
        for page in marked.worksheets
        for row in page.iter_rows()
        for cell in row
    )
    assert red == len({problem.place.en for problem in problems})
    _, again = found(copy)
    assert [problem.message.en for problem in again] == [problem.message.en for problem in problems]


def test_a_copy_is_only_made_of_mistakes_in_cells(tmp_path: Path) -> None:
    path = template(tmp_path)
    assert marked_copy(path, []) is None
    assert marked_copy(path, [InputProblem("desk.xlsx", Text.same("damaged"))]) is None
    assert marked_copy(path, [InputProblem('other.xlsx: sheet "Desk", cell B9', Text.same("wrong"))]) is None
    assert not (tmp_path / "desk.errors.xlsx").exists()


def test_what_has_no_cell_is_told_by_its_key(tmp_path: Path) -> None:
    def remove(workbook: Workbook) -> None:
        workbook.remove(sheet(workbook, "Contracts"))

    _, problems = found(changed(template(tmp_path), remove))
    assert any(problem.place.en == "desk.xlsx: contracts" for problem in problems)


def test_a_text_file_may_build_on_a_workbook(tmp_path: Path) -> None:
    template(tmp_path)
    what_if = tmp_path / "what_if.toml"
    what_if.write_text(
        'extends = "desk.xlsx"\nname = "what-if"\n[[contracts]]\nname = "standard"\nhourly_rate = 450\n'
    )
    loaded, problems = found(what_if)
    assert problems == []
    assert loaded is not None
    assert loaded.scenario.contracts[0].hourly_rate == 450
    assert len(loaded.scenario.channels) == 2
    spoiled(tmp_path)
    _, problems = found(what_if)
    assert any('desk.xlsx: sheet "Desk", cell B9' in problem.place.en for problem in problems)


def test_a_copy_of_an_earlier_check_goes_when_nothing_is_wrong(tmp_path: Path) -> None:
    path = spoiled(tmp_path)
    copy = marked_copy(path, found(path)[1])
    assert copy is not None
    assert marked_copy(path, found(path)[1]) == copy  # nobody has touched it, so it is written over
    template(tmp_path)
    assert remove_marked_copy(path) == copy
    assert not copy.exists()
    assert remove_marked_copy(path) is None


def test_a_copy_somebody_has_worked_in_stays(tmp_path: Path) -> None:
    path = spoiled(tmp_path)
    problems = found(path)[1]
    copy = marked_copy(path, problems)
    assert copy is not None
    worked_in = changed(copy, lambda book: setattr(setting(book, "Desk", "Plan name"), "value", "mended"))
    kept = worked_in.read_bytes()
    assert marked_copy(path, problems) == tmp_path / "desk.errors2.xlsx"
    assert remove_marked_copy(path) is None
    assert worked_in.read_bytes() == kept


def test_a_date_nobody_can_tell_says_how_to_write_it(tmp_path: Path) -> None:
    path = changed(
        template(tmp_path),
        lambda book: setattr(cell(book, "Leave and wishes", "Leave", "First day away"), "value", "1/5/2026"),
    )
    (problem,) = found(path)[1]
    assert problem.message.en == 'found "1/5/2026"'
    assert "day.month.year, such as 05.11.2026" in problem.allowed.en
    assert "день.месяц.год, например 05.11.2026" in problem.allowed.ru


def test_a_column_a_row_does_not_take_is_told_with_headings(tmp_path: Path) -> None:
    def ask(workbook: Workbook) -> None:
        cell(workbook, "Labour laws", "Laws the plan keeps", "Law").value = "Russia"
        cell(workbook, "Labour laws", "Laws the plan keeps", "Averaging weeks").value = 4

    (problem,) = found(changed(template(tmp_path), ask))[1]
    assert "leave the cell blank" in problem.message.en
    assert "Accounting of hours" in problem.allowed.en
    assert "Учёт времени" in problem.allowed.ru
    assert "averaging_weeks" not in str(problem)


def test_a_number_nobody_can_tell_says_how_to_write_it(tmp_path: Path) -> None:
    path = changed(
        template(tmp_path),
        lambda book: setattr(cell(book, "Volumes", "Contacts a day", "Mon"), "value", "1,204"),
    )
    (problem,) = found(path)[1]
    assert "without the comma, such as 1234" in problem.allowed.en
    assert "тысячи без запятой, например 1234" in problem.allowed.ru
