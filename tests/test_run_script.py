"""The script ``run``: which Python it starts, and how."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHELL = shutil.which("sh")


@pytest.mark.skipif(SHELL is None, reason="there is no POSIX shell here")
@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        (["demo", "--seed", "2"], "-P -m planner demo --seed 2"),
        (["smena", "rules"], "-P -m planner rules"),
        (["python", "-c", "1"], "-c 1"),
    ],
    ids=["demo", "smena", "python"],
)
def test_the_working_directory_cannot_hide_our_packages(
    tmp_path: Path, arguments: list[str], started: str
) -> None:
    """``python -m`` puts the working directory first: a folder ``models`` there hid ours."""
    shutil.copy(ROOT / "run", tmp_path / "run")
    binaries = tmp_path / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for lock in (tmp_path / "requirements.lock", tmp_path / ".venv" / "installed.lock"):
        lock.write_text("", encoding="utf-8")
    python = binaries / "python"
    python.write_text('#!/bin/sh\necho "$*"\n', encoding="utf-8")
    python.chmod(0o755)
    assert SHELL is not None
    said = subprocess.run(
        [SHELL, str(tmp_path / "run"), *arguments], capture_output=True, text=True, check=True
    )
    assert said.stdout == started + "\n"
