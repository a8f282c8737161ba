"""The commands of the benchmark write what they promise, with an engine that needs no time."""

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.solver.answer import Answer, Certificate, EngineProgress
from planner.solver.problem import NoLegalTourError, TourProblem
from tests.benchmarks.curtois import table
from tests.benchmarks.curtois.__main__ import main
from tests.benchmarks.curtois.certificate_file import certificate_json
from tests.benchmarks.curtois.instance import load_instance
from tests.benchmarks.curtois.reference import Known, read_known
from tests.benchmarks.curtois.result import Result, Status, gap, read_result, write_result
from tests.benchmarks.curtois.roster_file import roster_text
from tests.benchmarks.curtois.translate import translate
from tests.benchmarks.curtois_example import EXAMPLE, Row, answer_of, solution_of

ROSTER: tuple[Row, ...] = (
    (None, *"EEEE", *(None,) * 4, *"LL", *(None,) * 3),
    (None,) * 14,
    (*"EEE", *(None,) * 11),
    (*"LLL", *(None,) * 11),
)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "Instance99.txt"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


def engine(example: Path, bound: int = 5, by_prices: int = 0) -> Callable[..., Answer]:
    """Make an engine that knows one roster."""

    def solve(problem: TourProblem, **options: Any) -> Answer:
        assert 0 < options["seconds"] <= 9
        assert (options["seed"], options["workers"]) == (4, 1)
        options["listen"](EngineProgress("dive", 1.0, 40, 30))
        options["listen"](EngineProgress("networks", 0.0, None, None))
        return answer_of(problem, solution_of(load_instance(example), problem, ROSTER), bound, by_prices)

    return solve


def options(example: Path) -> list[str]:
    return [str(example), "--time-limit", "9", "--seed", "4", "--workers", "1"]


def test_a_run_writes_roster_and_result(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, result = example.parent / "deep" / "roster.tsv", example.parent / "result.json"
    assert main([*options(example), "--out", str(out), "--json", str(result)], engine(example)) == 0
    assert out.read_text(encoding="utf-8").split("\n") == [
        "\tE\tE\tE\tE\t\t\t\t\tL\tL\t\t\t",
        "." + "\t" * 13,
        "E\tE\tE" + "\t" * 11,
        "L\tL\tL" + "\t" * 11,
        "",
    ]
    found = json.loads(result.read_text(encoding="utf-8"))
    # Covers: day 0 short of one E; day 5 short of one E.  Wishes: day 3 of Bo and of Di.
    assert found["objective"] == 100 + 70 + 5 + 5
    assert (found["bound"], found["status"], found["gap"]) == (5, "feasible", pytest.approx(175 / 180))
    assert (found["seed"], found["workers"], found["time_limit"]) == (4, 1, 9)
    assert found["wall_seconds"] > 0
    said = capsys.readouterr().err
    assert "1.0 s  objective        40  bound        30  gap  25.00%  dive" in said
    assert "0.0 s  objective         -  bound         -  gap       -  networks" in said


def test_a_proven_roster_is_called_optimal(example: Path) -> None:
    result = example.parent / "result.json"
    assert main([*options(example), "--json", str(result)], engine(example, bound=180)) == 0
    assert (read_result(result).status, read_result(result).gap) == ("optimal", 0)


def test_no_legal_roster_is_said_in_plain_words(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def stuck(problem: TourProblem, **options: object) -> Answer:
        raise NoLegalTourError((problem.profiles[0].name,))

    result, out = example.parent / "result.json", example.parent / "roster.tsv"
    assert main([*options(example), "--json", str(result), "--out", str(out)], stuck) == 1
    assert "no legal roster for: Ana" in capsys.readouterr().err
    assert (read_result(result).status, read_result(result).objective) == ("infeasible", None)
    assert not out.exists()


def test_a_wrong_file_is_said_in_plain_words(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example.write_text(EXAMPLE.replace("E,480", "E,long"), encoding="utf-8")
    assert main(options(example), engine(example)) == 2
    assert "line 17" in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_asks_for_the_best_so_far(example: Path, number: int) -> None:
    out = example.parent / "roster.tsv"
    usual = signal.getsignal(number)

    def interrupted(problem: TourProblem, **given: Any) -> Answer:
        os.kill(os.getpid(), number)
        assert given["stop"].wait(5)
        return engine(example)(problem, **given)

    assert main([*options(example), "--out", str(out)], interrupted) == 0
    assert out.exists()
    assert signal.getsignal(number) == usual


def test_a_certificate_names_what_its_prices_belong_to(example: Path) -> None:
    problem = translate(load_instance(example))
    prices = Certificate(8, (((0, 2), -3), ((1,), 4)), ((1, None, 2), (None,), (0,)), 7)
    written = json.loads(certificate_json(problem, prices))
    assert (written["bound"], written["scale"]) == (7, 8)
    assert written["rows"][0] == {"rows": ["day 0 shift E", "day 5 shift E"], "price": -3}
    assert [p["profile"] for p in written["profiles"]] == ["Ana", "Bo, Di", "Cy"]
    assert [c["price"] for c in written["profiles"][0]["counters"]] == [1, None, 2]


@pytest.mark.parametrize(
    ("by_prices", "code", "said"),
    [
        (2, 0, "bound confirmed: 2"),
        (3, 3, "bound not confirmed: 3 is claimed, but the prices prove only 2"),
    ],
)
def test_what_the_prices_prove_is_computed_again(
    example: Path, capsys: pytest.CaptureFixture[str], by_prices: int, code: int, said: str
) -> None:
    file = example.parent / "certificate.json"
    assert main([*options(example), "--certificate", str(file)], engine(example, 5, by_prices)) == code
    assert json.loads(file.read_text(encoding="utf-8"))["bound"] == by_prices
    assert said in capsys.readouterr().err


def test_the_engines_own_prices_are_confirmed(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = example.parent / "certificate.json"
    assert main([*options(example), "--certificate", str(file)]) == 0
    proven = json.loads(file.read_text(encoding="utf-8"))["bound"]
    assert proven > 0
    assert f"bound confirmed: {proven}" in capsys.readouterr().err


def result_of(objective: int, bound: int, seconds: float = 2.0) -> Result:
    status: Status = "optimal" if objective == bound else "feasible"
    return Result("Instance99", objective, bound, gap(objective, bound), status, seconds, 1, 2, 60.0)


def test_a_line_of_the_table_holds_medians() -> None:
    results = [result_of(110, 100, 3), result_of(100, 100, 1), result_of(105, 99, 2)]
    known = Known(100, {"10 min": (104, 300), "60 min": (120, 105)})
    assert table.row("Instance99", results, ["ok", "ok", "ok"], known) == (
        "Instance99",
        "105",
        "100",
        "5.00%",
        "100",
        "5.71%",
        "2 feasible, 1 optimal",
        "2.0",
        "3 of 3",
        "WORSE than 104",
        "no worse than 105",
    )
    assert table.row("Instance99", [], [], Known(None, {})) == (
        "Instance99",
        *"--",
        *"---",
        "failed",
        *"----",
    )


REFERENCE = {
    "best_known.csv": "instance,best_known_solution\nInstance99,170\n",
    "published_results.csv": "instance,method,time,kind,value,source\n"
    "99,a,10 min,UB,190,x\n99,b,10 min,UB,185,x\n99,c,60 min,LB,100,x\n99,d,70 s,UB,1,x\n",
}
CHECK = "load_instance = read_table = lambda *a: None\ncheck = lambda *a: ({broken}, {{'total': 180}})\n"


@pytest.mark.parametrize(
    ("broken", "claimed", "code", "said"),
    [
        ("[]", 180, 0, "1 of 1"),
        ("[]", 179, 1, "objective is 180, not 179"),
        ("[('H2', 'E after L')]", 180, 1, "1 rules broken: E after L"),
    ],
)
def test_the_table_trusts_only_the_checker(
    example: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    broken: str,
    claimed: int,
    code: int,
    said: str,
) -> None:
    folder = example.parent
    for name, text in {**REFERENCE, "check.py": CHECK.format(broken=broken)}.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "Instance100.txt").write_text(EXAMPLE, encoding="utf-8")

    def run(command: list[str], **given: object) -> None:
        assert command[1:4] == ["-m", "tests.benchmarks.curtois", str(example)]
        named = dict(zip(command[4::2], command[5::2], strict=True))
        assert (named["--time-limit"], named["--seed"]) == ("0.5", "3")
        Path(named["--out"]).write_text(roster_text(ROSTER), encoding="utf-8")
        write_result(Path(named["--json"]), result_of(claimed, 90))

    monkeypatch.setattr(subprocess, "run", run)
    arguments = [str(folder), "--only", "99", "--seeds", "3", "--time-limit", "0.5"]
    assert table.main([*arguments, "--results-dir", str(folder / "results")]) == code
    printed = capsys.readouterr().out
    for words in (said, "Instance99", "170", "no worse than 185"):
        assert words in printed
    assert "Instance100" not in printed


def test_only_rosters_of_ten_and_sixty_minutes_are_compared(example: Path) -> None:
    for name, text in REFERENCE.items():
        (example.parent / name).write_text(text, encoding="utf-8")
    assert read_known(example.parent) == {"Instance99": Known(170, {"10 min": (190, 185)})}
    assert Known(170, {"10 min": (190, 185)}).no_worse(185, "10 min") is True
    assert Known(170, {"10 min": (190, 185)}).no_worse(186, "10 min") is False
    assert Known(170, {"10 min": (190, 185)}).no_worse(1, "60 min") is None
