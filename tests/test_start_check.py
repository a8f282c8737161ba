"""Another project's ``models`` package before ours: said in a sentence, however Smena is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.start_check import refuse_foreign_models

ROOT = Path(__file__).parents[1]
AS_COMMAND = ["-c", "import sys; sys.argv[0] = '/usr/bin/smena'; from planner.cli import main; main()"]
WAYS = {"module": ["-m", "planner", "rules"], "command": AS_COMMAND}


def started(path: list[Path], arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A folder with a package of the same name that cannot even be imported alone."""
    package = tmp_path / "models"
    package.mkdir()
    (package / "__init__.py").write_text(
        "raise RuntimeError('settings are not configured')\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("content", ["raise RuntimeError('no settings')\n", "SMENA_PACKAGE = None\n"])
def test_the_program_says_what_hides_it_and_stops(
    foreign: Path, way: str, content: str, tmp_path: Path
) -> None:
    (foreign / "models" / "__init__.py").write_text(content, encoding="utf-8")
    said = started([foreign, ROOT], WAYS[way], tmp_path)
    assert said.returncode == 2
    assert said.stdout == ""
    assert said.stderr.startswith("Smena's own package 'models' is hidden: Python found ")
    assert str(foreign / "models" / "__init__.py") in said.stderr
    assert "\nПакет Smena «models» заслонён другим: Python нашёл " in said.stderr
    assert said.stderr.count("\n") == 2


def test_a_library_user_gets_an_import_error(foreign: Path, tmp_path: Path) -> None:
    code = "try:\n    import planner\nexcept ImportError as error:\n    print(type(error).__name__, error)"
    said = started([foreign, ROOT], ["-c", code], tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("ShadowedPackageError Smena's own package 'models' is hidden")
    assert str(foreign) in said.stdout


def test_a_missing_package_is_said_too(tmp_path: Path) -> None:
    (tmp_path / "planner").symlink_to(ROOT / "planner")
    said = started([tmp_path], WAYS["module"], tmp_path)
    assert said.returncode == 2
    assert "Python found no such package instead" in said.stderr


def test_ours_is_accepted() -> None:
    refuse_foreign_models()


def test_a_foreign_package_further_back_does_no_harm(foreign: Path, tmp_path: Path) -> None:
    said = started([ROOT, foreign], ["-m", "planner", "rules"], tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
