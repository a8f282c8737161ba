"""Files that are no scenarios or plans at all: a line of plain words, never a traceback."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE


def _missing(path: Path) -> None:
    del path


def _folder(path: Path) -> None:
    path.mkdir()


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)  # a sparse file: nothing is stored


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _unreadable(path: Path) -> None:
    path.write_text(OFFICE, encoding="utf-8")
    path.chmod(0)


BAD = [_missing, _folder, _binary, _huge, _empty, _unreadable]


@pytest.mark.parametrize("spoil", BAD, ids=lambda spoil: spoil.__name__.strip("_"))
@pytest.mark.parametrize(
    "command", ["check", "plan", "forecast", "staff", "rules", "audit", "simulate", "compare"]
)
def test_each_command_says_what_is_wrong(
    smena: Smena, tmp_path: Path, command: str, spoil: Callable[[Path], None]
) -> None:
    if spoil is _unreadable and os.access("/etc/shadow", os.R_OK):
        pytest.skip("this user may read every file")
    path = tmp_path / ("plan.json" if command in ("audit", "simulate") else "desk.toml")
    spoil(path)
    said = smena(command, path, *([path] if command == "compare" else []))
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith("✗ ")
    assert path.name in said.err
    if spoil is _unreadable:
        path.chmod(stat.S_IRWXU)
    assert list(tmp_path.iterdir()) == ([path] if path.exists() else [])


def test_a_wrong_zone_is_said_with_its_place(smena: Smena, office: Path) -> None:
    office.write_text(OFFICE.replace("Europe/Moscow", "Mars/Olympus"), encoding="utf-8")
    said = smena("plan", office)
    assert said.code == 2
    assert 'office.toml: desk.zone: "Mars/Olympus" is not an IANA zone' in said.err


def test_a_history_that_is_no_table_is_said_before_the_search(smena: Smena, office: Path) -> None:
    text = OFFICE.replace(
        "volume = { contacts_per_day = { mon = 30, tue = 30, wed = 30, thu = 30, fri = 30, sat = 20, sun = 20 } }",
        'history = { file = "calls.csv" }',
    )
    office.write_text(text, encoding="utf-8")
    office.with_name("calls.csv").write_text(
        "date,interval_start,contacts\n2026-10-19,soon,few\n", encoding="utf-8"
    )
    said = smena("plan", office, "--out", office.with_name("made"))
    assert said.code == 2
    assert "calls.csv: line 2" in said.err
    assert "few" in said.err
    assert not office.with_name("made").exists()
