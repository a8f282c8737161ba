"""``smena simulate``: what customers see of a plan, beside what was promised."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from models.plan import Plan
from planner.cli.app import run
from planner.pipeline import plan_for
from planner.plan_file import read_plan
from tests.cli.conftest import Smena
from tests.cli.desks import ALWAYS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def always(plans: dict[str, Path], tmp_path: Path) -> Path:
    """A plan round the clock of our own, to write beside."""
    return shutil.copytree(plans["always"], tmp_path / "always")


def test_the_table_and_the_files(smena: Smena, always: Path) -> None:
    said = smena("simulate", always, "--replications", "20", "--seed", "3")
    assert said.code == 0
    row = next(line for line in said.out.splitlines() if line.startswith("phone"))
    assert "80% in 20 s" in row
    assert row.rstrip().endswith("✓")
    assert "Replications of the period: 20 (seed 3)" in said.out
    document = json.loads((always / "simulation.json").read_text(encoding="utf-8"))
    (phone,) = document["channels"]
    planned = json.loads((always / "plan.json").read_text(encoding="utf-8"))["promises"][0]["service_level"]
    assert phone["planned_share"] == planned
    # One queue, calls as expected, agents as planned: the formula and the simulation agree.
    assert phone["service_level"]["low"] - 0.02 < planned < phone["service_level"]["high"] + 0.02
    assert phone["service_level"]["low"] < phone["service_level"]["value"] < phone["service_level"]["high"]
    assert phone["deadline_kept"]["value"] is None
    assert f"{100 * phone['service_level']['value']:.1f}%" in row
    assert len(document["days"]) == 7
    assert len(document["intervals"]["start"]) == 7 * 24
    assert len(document["intervals"]["channels"][0]["service_level"]["value"]) == 7 * 24
    assert (always / "simulation.png").read_bytes().startswith(b"\x89PNG")


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(smena: Smena, always: Path) -> None:
    found = []
    for seed in ("1", "1", "2"):
        assert smena("simulate", always / "plan.json", "--replications", "5", "--seed", seed).code == 0
        found.append([(always / name).read_bytes() for name in ("simulation.json", "simulation.png")])
    assert found[0] == found[1]
    assert found[0][0] != found[2][0]


def test_json_is_what_stands_in_the_file(smena: Smena, always: Path) -> None:
    said = smena("simulate", always, "--replications", "5", "--json")
    assert said.code == 0
    assert said.out == (always / "simulation.json").read_text(encoding="utf-8")
    assert json.loads(said.out)["replications"] == 5


def test_a_row_per_day_on_request(smena: Smena, always: Path) -> None:
    plain = smena("simulate", always, "--replications", "5").out
    by_day = smena("simulate", always, "--replications", "5", "--by-day").out
    assert "2026-11-10" not in plain
    assert sum(line.startswith("2026-11-") for line in by_day.splitlines()) == 7


def test_in_russian(smena: Smena, always: Path) -> None:
    file = always / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["scenario"]["desk"]["language"] = "ru"
    file.write_text(json.dumps(document), encoding="utf-8")
    said = smena("simulate", always, "--replications", "5")
    assert said.code == 0
    assert "80% за 20 с" in said.out
    assert "Повторов периода: 5" in said.out


def test_a_desk_nobody_is_at_breaks_its_promise(smena: Smena, always: Path) -> None:
    """Whoever edits the roster learns what customers would see of it."""
    file = always / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    kept = len(document["roster"]) // 2
    document["roster"] = document["roster"][:kept]
    file.write_text(json.dumps(document), encoding="utf-8")
    said = smena("simulate", always, "--replications", "5")
    assert said.code == 1
    assert "the promise is broken: phone" in said.out
    assert next(line for line in said.out.splitlines() if line.startswith("phone")).rstrip().endswith("✗")
    assert "--refine plans again" in said.out


def test_refining_buys_cover_until_the_promise_holds(smena: Smena, tmp_path: Path) -> None:
    """Days differ more than the formula was told: some hours fall below, and more cover mends them."""
    scenario = tmp_path / "busy.toml"
    text = ALWAYS.replace("= 30, ", "= 1500, ").replace("= 20, sun = 20", "= 1500, sun = 1500")
    text = text.replace("max_hires = 8", "max_hires = 60") + "[prices]\nunderstaffed_hour = 30000\n"
    scenario.write_text(text, encoding="utf-8")
    folder = tmp_path / "busy"
    assert run(["plan", str(scenario), "--out", str(folder), "--time-limit", "20"]) == 0
    file = folder / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["demand"][0]["spread"] = {"cv_day": 0.4, "cv_interval": 0.1}
    file.write_text(json.dumps(document), encoding="utf-8")
    said = smena("simulate", folder, "--replications", "40", "--refine", "--time-limit", "10", "--json")
    assert said.code == 0, said.err
    assert said.out == (folder / "simulation.json").read_text(encoding="utf-8")
    refinement = json.loads(said.out)["refinement"]
    first, *_, last = refinement["rounds"]
    assert sum(first["spans_below"]) > 0
    assert sum(last["spans_below"]) == 0
    assert refinement["holds"]
    assert float(refinement["extra_cost"]) == float(last["cost"]) - float(first["cost"]) > 0
    refined = read_plan(folder / "refined" / "plan.json")
    assert sum(refined.added_cover[0].agents) > 0
    assert (folder / "refined" / "simulation.json").is_file()
    assert read_plan(file).added_cover == ()
    # What was added is part of the plan: it is proven and audited with it.
    assert smena("verify", folder / "refined").code == 0
    assert smena("audit", folder / "refined").code == 0
    document = json.loads((folder / "refined" / "plan.json").read_text(encoding="utf-8"))
    document["added_cover"][0]["agents"][0] += 1
    (folder / "refined" / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    edited = smena("verify", folder / "refined")
    assert edited.code == 2
    assert "belongs to another plan" in edited.err


def test_nothing_to_refine(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    folder = shutil.copytree(plans["office"], tmp_path / "office")
    said = smena("simulate", folder, "--replications", "20", "--refine")
    assert said.code == 0
    assert "Nothing to refine" in said.out
    assert not (folder / "refined").exists()


def test_cover_that_is_not_bought_is_said_with_its_price(smena: Smena, always: Path) -> None:
    file = always / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["scenario"]["prices"]["understaffed_hour"] = "1"
    document["roster"] = document["roster"][: len(document["roster"]) // 2]
    file.write_text(json.dumps(document), encoding="utf-8")
    said = smena("simulate", always, "--replications", "10", "--refine", "--time-limit", "5", "--rounds", "3")
    assert said.code == 1
    assert "at 1.00 RUB per short hour the plan prefers a shortfall" in said.out
    assert not (always / "refined").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--replications", "0"],
        ["--replications", "many"],
        ["--seed", "-1"],
        ["--workers", "0"],
        ["--rounds", "0"],
    ],
)
def test_options_that_make_no_sense(smena: Smena, always: Path, arguments: list[str]) -> None:
    assert smena("simulate", always, *arguments).code == 2
    assert not (always / "simulation.json").exists()


def test_a_damaged_cover_is_bad_input_with_its_places(smena: Smena, always: Path) -> None:
    file = always / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    hours = len(document["intervals"]["start"])
    document["added_cover"] = [
        {"channel": "fax", "agents": [0] * hours, "work_minutes": [0] * hours},
        {"channel": "phone", "agents": [1], "work_minutes": [0] * hours},
        {"channel": "phone", "agents": [1] * hours, "work_minutes": [0] * hours},
    ]
    file.write_text(json.dumps(document), encoding="utf-8")
    said = smena("simulate", always)
    assert said.code == 2
    assert 'added_cover[1].channel: there is no channel "fax"' in said.err
    assert "added_cover[2].agents: found 1 entries" in said.err
    assert 'added_cover[3].channel: "phone" stands here twice' in said.err
    document["added_cover"] = [{"channel": "phone", "agents": [-1] * hours, "work_minutes": [0] * hours}]
    file.write_text(json.dumps(document), encoding="utf-8")
    assert "added_cover[1].agents[1]" in smena("simulate", always).err


def test_more_contacts_than_memory_holds_are_refused(smena: Smena, always: Path) -> None:
    file = always / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["demand"][0]["contacts"] = [1e9] * len(document["demand"][0]["contacts"])
    file.write_text(json.dumps(document), encoding="utf-8")
    said = smena("simulate", always)
    assert said.code == 2
    assert "demand (phone).contacts" in said.err
    assert not (always / "simulation.json").exists()


def test_an_empty_roster_serves_nobody(smena: Smena, always: Path) -> None:
    file = always / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["roster"] = []
    file.write_text(json.dumps(document), encoding="utf-8")
    assert smena("simulate", always, "--replications", "2").code == 1
    (phone,) = json.loads((always / "simulation.json").read_text(encoding="utf-8"))["channels"]
    assert phone["service_level"]["value"] == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send Ctrl-C to one process alone")
def test_ctrl_c_gives_what_is_done(always: Path) -> None:
    command = [sys.executable, "-m", "planner", "simulate", str(always), "--replications", "100000"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=always, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        said = ""
        for line in process.stderr:
            said += line
            if "simulation" in line:
                break
        process.send_signal(signal.SIGINT)
        out, rest = process.stdout.read(), process.stderr.read()
        code = process.wait(timeout=60)
    assert code == 130, said + rest
    assert "Traceback" not in said + rest
    assert "interrupted: " in rest
    document = json.loads((always / "simulation.json").read_text(encoding="utf-8"))
    assert 1 <= document["replications"] < 100_000
    assert "phone" in out


def test_ctrl_c_while_refining_keeps_what_was_simulated(
    smena: Smena, always: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: Any) -> Plan:
        signal.raise_signal(signal.SIGINT)
        return plan_for(*arguments)

    file = always / "plan.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["roster"] = document["roster"][: len(document["roster"]) // 2]
    file.write_text(json.dumps(document), encoding="utf-8")
    monkeypatch.setattr("planner.refine.rounds.plan_for", interrupted)
    said = smena("simulate", always, "--replications", "10", "--refine", "--time-limit", "5")
    assert said.code == 130
    assert "interrupted: refining ended early" in said.err
    assert "No new plan was finished" in said.out
    assert not (always / "refined").exists()
    assert json.loads((always / "simulation.json").read_text(encoding="utf-8"))["replications"] == 10


def test_a_folder_that_would_stay_empty_is_refused(smena: Smena, always: Path, tmp_path: Path) -> None:
    said = smena("simulate", always, "--out", tmp_path / "elsewhere")
    assert said.code == 2
    assert "--out: no plan is made without --refine" in said.err
    assert not (always / "simulation.json").exists()
