"""LibreOffice opens a workbook to fill, saves it anew, and it is the same scenario."""

import shutil
import subprocess
from pathlib import Path

import pytest

from models.text import Language
from planner.scenario import check_scenario
from planner.scenario.as_written import as_written
from planner.scenario.book.read_book import read_book
from planner.scenario.book.write_book import book_of
from planner.scenario.schema import scenario_model
from tests.scenario.book.books import read, template
from tests.scenario.book.random_scenarios import random_scenario

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_saved_by_libreoffice_it_is_the_same_scenario(tmp_path: Path, language: Language) -> None:
    path = template(tmp_path, language)
    plain = read(path)
    loaded, problems = check_scenario(saved_anew(path))
    assert problems == []
    assert loaded is not None
    assert loaded.scenario == plain
    assert loaded.notices == ()


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_any_scenario_is_the_same(tmp_path: Path) -> None:
    scenario = random_scenario(3)
    path = tmp_path / "any.xlsx"
    path.write_bytes(book_of(as_written(scenario), "ru", path.name))
    data, _, problems = read_book(saved_anew(path), path.name)
    assert problems == []
    assert scenario_model().model_validate(data) == scenario


def saved_anew(path: Path) -> Path:
    """Let LibreOffice open a workbook and save it into a folder beside."""
    saved = path.parent / "saved"
    profile = (path.parent / "profile").as_uri()
    said = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless"]
    said += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved), str(path)]
    subprocess.run(said, check=True, capture_output=True, timeout=180)
    return saved / path.name
