"""The wheel: built, looked into, installed into a clean environment and used from elsewhere."""

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from tests.cli.desks import OFFICE

ROOT = Path(__file__).parents[1]
PACKAGES = ("models", "planner")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of programs of a clean environment in which only the wheel is installed.

    What it depends on is borrowed from this environment by a path file, so that nothing has
    to be downloaded; Smena itself is not in the folder borrowed.
    """
    borrowed = Path(sysconfig.get_path("purelib"))
    assert not [name for name in PACKAGES if (borrowed / name).exists()]
    home = tmp_path_factory.mktemp("clean") / "environment"
    venv.create(home, with_pip=False)
    paths = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", paths))
    programs = Path(sysconfig.get_path("scripts", "venv", paths))
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    command += ["--python", str(programs / "python"), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(command, check=True, env=_environment())
    (site / "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    return programs


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}


def _files_of(package: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_both_packages_with_their_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    inside = {name for name in names if not name.startswith("smena-")}
    assert inside == _files_of("models") | _files_of("planner")
    assert {f"planner/scenario/templates/{kind}.ru.toml" for kind in ("24x7", "9-18")} <= inside
    assert {name.split("/", 1)[1] for name in names - inside} == {
        *("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"),
    }


def test_installed_it_checks_and_plans_a_scenario_by_path_from_anywhere(
    scripts: Path, tmp_path: Path
) -> None:
    scenario = tmp_path / "desks" / "office.toml"
    scenario.parent.mkdir()
    scenario.write_text(OFFICE, encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def smena(*arguments: str) -> str:
        command = [str(scripts / "smena"), *arguments]
        done = subprocess.run(
            command, cwd=elsewhere, env=_environment(), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "no mistakes found" in smena("check", "../desks/office.toml")
    said = smena("plan", str(scenario), "--out", "made", "--time-limit", "20", "--json")
    document = json.loads(said)
    assert (document["status"], document["violations"]) == ("optimal", [])
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert document["generator"] == f"smena {version}"
    assert (elsewhere / "made" / "roster.xlsx").stat().st_size > 5000
    smena("new", "fresh.toml")
    assert (elsewhere / "fresh.toml").is_file()


def test_installed_without_the_repository_the_demo_says_what_it_needs(scripts: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(scripts / "smena"), "demo"],
        cwd=tmp_path,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "run the demo from a copy of the repository" in done.stderr
    assert "Traceback" not in done.stderr
