from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from planner.cli.app import run
from tests.cli.desks import ALWAYS, OFFICE


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Smena = Callable[..., Said]


@pytest.fixture
def smena(capfd: pytest.CaptureFixture[str]) -> Smena:
    """Run one command in this process."""

    def call(*arguments: str | Path) -> Said:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capfd.readouterr()
        assert "Traceback" not in said.out + said.err
        return Said(code, said.out, said.err)

    return call


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """File of a small scenario."""
    path = tmp_path / "office.toml"
    path.write_text(OFFICE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders of finished plans, by name; nobody may change them."""
    root = tmp_path_factory.mktemp("plans")
    folders = {}
    for name, text in (("office", OFFICE), ("always", ALWAYS)):
        scenario = root / f"{name}.toml"
        scenario.write_text(text, encoding="utf-8")
        folders[name] = root / name
        assert run(["plan", str(scenario), "--out", str(folders[name]), "--time-limit", "20"]) == 0
    return folders
