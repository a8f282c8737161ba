"""Folders that cannot be written to are refused before anything is done, and the check leaves no trace."""

from pathlib import Path

import pytest

from models.errors import BadInputError
from planner.cli.out_folder import refuse_unusable_folder
from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE

PROC = Path("/proc")


def everything(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_folders_there_or_not_stay_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "plan.json").write_text("{}", encoding="utf-8")
    before = everything(tmp_path)
    monkeypatch.chdir(tmp_path)
    for folder in (tmp_path / "there", tmp_path / "new" / "and" / "deep", Path("out/office"), Path()):
        refuse_unusable_folder(folder)
        assert everything(tmp_path) == before


@pytest.mark.parametrize("place", ["plan.json", "plan.json/deeper/still"])
def test_a_file_is_no_folder(tmp_path: Path, place: str) -> None:
    (tmp_path / "plan.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        refuse_unusable_folder(tmp_path / place)
    assert str(caught.value) == (
        f'--out: "{tmp_path / "plan.json"}" is a file (allowed: a folder that can be written to)'
    )


@pytest.fixture
def nowhere() -> Path:
    """A folder nobody can make, not even who administers the machine."""
    if not PROC.is_dir():
        pytest.skip("needs a file system that no folder can be made in, such as /proc")
    return PROC / "smena" / "out"


def test_where_nothing_can_be_made(nowhere: Path) -> None:
    with pytest.raises(BadInputError, match=f'--out: nothing can be written to "{nowhere}"'):
        refuse_unusable_folder(nowhere)


@pytest.mark.parametrize("command", ["forecast", "staff", "plan", "compare"])
def test_commands_refuse_it_before_they_begin(
    smena: Smena, command: str, nowhere: Path, tmp_path: Path
) -> None:
    files = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for file in files:
        file.write_text(OFFICE, encoding="utf-8")
    said = smena(command, *files[: 2 if command == "compare" else 1], "--out", nowhere)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith("✗ --out: ")
    assert len(said.err.splitlines()) == 1


def test_a_folder_that_only_some_may_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made on the way is taken away again."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    with pytest.raises(BadInputError, match="the disk is full"):
        refuse_unusable_folder(tmp_path / "a" / "b")
    assert everything(tmp_path) == []
