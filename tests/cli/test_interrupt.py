"""Ctrl-C while the search runs gives the best plan so far, whole."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.cli.app import run
from planner.cli.interrupt import stop_on_interrupt
from tests.cli.desks import LONG

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send Ctrl-C to one process alone")
def test_ctrl_c_leaves_a_complete_plan_and_exit_code_130(tmp_path: Path) -> None:
    (tmp_path / "long.toml").write_text(LONG, encoding="utf-8")
    command = [sys.executable, "-m", "planner", "plan", "long.toml", "--out", "made", "--time-limit", "300"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        said = ""
        for line in process.stderr:
            said += line
            if "lower bound" in line:
                break
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, rest = process.stdout.read(), process.stderr.read()
        code = process.wait(timeout=60)
    assert code == 130, said + rest
    assert time.monotonic() - started < 30
    assert "Traceback" not in said + rest
    assert "Files are in made" in out
    document = json.loads((tmp_path / "made" / "plan.json").read_text(encoding="utf-8"))
    assert (document["stop"], document["status"], document["violations"]) == ("interrupted", "feasible", [])
    assert document["roster"]
    assert {path.name for path in (tmp_path / "made").iterdir()} >= {"roster.xlsx", "roster.png", "intake"}


def test_a_second_ctrl_c_ends_the_program_and_the_usual_handling_comes_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stop_on_interrupt() as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send Ctrl-C to one process alone")
def test_two_in_a_row_while_planning_end_it_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "long.toml").write_text(LONG, encoding="utf-8")
    command = [sys.executable, "-m", "planner", "plan", "long.toml", "--out", "made", "--time-limit", "300"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "lower bound" in line:
                break
        process.send_signal(signal.SIGINT)
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait(timeout=60) == 130
    assert "Traceback" not in rest


def test_ctrl_c_in_any_command_is_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.cli.check_command.check_input", interrupted)
    assert run(["check", "desk.toml"]) == 130


#: An interrupt in the middle of the imports, as an impatient user would give it.
IMPATIENT = """
import signal, sys

class Impatient:
    def find_spec(self, name, path=None, target=None):
        if name == "planner.pipeline":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Impatient())
from planner.cli import main
main()
"""


def test_ctrl_c_while_starting_prints_no_traceback(tmp_path: Path) -> None:
    """Importing the solvers takes a second or two; interrupted then, pages of traceback came."""
    said = subprocess.run(
        [sys.executable, "-c", IMPATIENT, "rules"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stdout, said.stderr) == (130, "", "")
