"""Workbooks on the command line: new, check, plan, convert."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planner.scenario import load_scenario
from tests.cli.conftest import Smena


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", ["24x7", "9-18"])
def test_a_new_folder_holds_one_scenario_twice(
    smena: Smena, tmp_path: Path, kind: str, language: str
) -> None:
    folder = tmp_path / "support"
    said = smena("new", folder, "--kind", kind, "--lang", language)
    assert said.code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["desk.toml", "desk.xlsx"]
    assert str(folder / "desk.xlsx") in said.out
    book, text = folder / "desk.xlsx", folder / "desk.toml"
    assert smena("check", book, text).code == 0
    assert load_scenario(book).scenario == load_scenario(text).scenario
    assert smena("new", folder).code == 2


def test_a_folder_that_holds_one_of_them_is_left_as_it_is(smena: Smena, tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text("mine", encoding="utf-8")
    said = smena("new", tmp_path)
    assert said.code == 2
    assert "is not overwritten" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["desk.toml"]


def test_plans_of_workbook_and_text_are_the_same(smena: Smena, tmp_path: Path) -> None:
    smena("new", tmp_path / "d", "--kind", "9-18")
    plans = []
    for file in ("desk.xlsx", "desk.toml"):
        out = tmp_path / file.replace(".", "_")
        said = smena("plan", tmp_path / "d" / file, "--out", out, "--time-limit", "20")
        assert said.code == 0
        plans.append((out / "cost.csv").read_bytes())
    assert plans[0] == plans[1]


def test_there_and_back(smena: Smena, tmp_path: Path, office: Path) -> None:
    book, text = tmp_path / "o.xlsx", tmp_path / "o.toml"
    said = smena("convert", office, book, "--lang", "ru")
    assert said.code == 0
    assert "Служба" in load_workbook(book).sheetnames
    assert smena("convert", book, text).code == 0
    assert load_scenario(text).scenario == load_scenario(office).scenario
    said = smena("convert", office, book)
    assert (said.code, said.out) == (2, "")
    assert "is not overwritten" in said.err
    assert smena("convert", office, tmp_path / "o.pdf").code == 2


def test_files_a_scenario_names_are_found_from_another_folder(smena: Smena, tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parents[2] / "scenarios", tmp_path / "scenarios")
    target = tmp_path / "elsewhere" / "desk.xlsx"
    target.parent.mkdir()
    assert smena("convert", tmp_path / "scenarios" / "24x7.toml", target).code == 0
    assert smena("check", target).code == 0


def test_mistakes_are_told_and_shown_in_a_copy(smena: Smena, tmp_path: Path) -> None:
    smena("new", tmp_path / "d", "--lang", "ru")
    path = tmp_path / "d" / "desk.xlsx"
    workbook = load_workbook(path)
    workbook["Служба"]["B9"] = "Europe/Moskow"
    workbook["Люди"]["C6"] = "standart"
    workbook.save(path)
    for command in ("check", "plan", "staff", "forecast", "rules", "price-rules"):
        copy = path.with_name("desk.errors.xlsx")
        copy.unlink(missing_ok=True)
        said = smena(command, path)
        assert said.code == 2, command
        assert 'лист "Служба", ячейка B9 (Часовой пояс)' in said.err
        assert 'лист "Люди", ячейка C6 (Договор *)' in said.err
        assert str(copy) in said.err
        assert copy.exists()
    assert not (tmp_path / "d" / "out").exists()
