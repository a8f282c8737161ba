"""LibreOffice opens a workbook to fill, saves it anew, and it is the same scenario."""

import shutil
import subprocess
from pathlib import Path

import pytest

from models.text import Language
from planner.scenario import check_scenario
from tests.scenario.book.books import read, template

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_saved_by_libreoffice_it_is_the_same_scenario(tmp_path: Path, language: Language) -> None:
    path = template(tmp_path, language)
    plain = read(path)
    saved = tmp_path / "saved"
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(saved),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    loaded, problems = check_scenario(saved / path.name)
    assert problems == []
    assert loaded is not None
    assert loaded.scenario == plain
    assert loaded.notices == ()
