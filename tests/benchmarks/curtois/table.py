"""Solve the instances of a folder one after the other and print a table, one row per instance.

Run with ``./run python -m tests.benchmarks.curtois.table FOLDER --time-limit 60 --seeds 1,2,3``.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from tests.benchmarks.curtois.reference import SHARED, TIMES, Known, load_checker, read_known
from tests.benchmarks.curtois.result import Result, gap, read_result
from tests.benchmarks.curtois.solve_file import Options

ROOT = Path(__file__).parents[3]
HEADS = (
    "instance",
    "objective",
    "best known",
    "excess",
    "bound",
    "gap",
    "status",
    "wall s",
    "checked",
    *TIMES,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the options, run, print; 1 when a run failed or a roster is not what its result says."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.curtois.table", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED, help="Instance*.txt")
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds per run")
    parser.add_argument("--seeds", type=_numbers, default=[1, 2, 3])
    parser.add_argument("--only", type=_numbers, help="numbers of instances, as 1,2,3")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--results-dir", type=Path, default=Path("out/curtois"))
    options = parser.parse_args(arguments)
    reference = options.folder if (options.folder / "check.py").exists() else SHARED
    known = read_known(reference)
    table, fine = Table(*HEADS, box=MARKDOWN), True
    options.results_dir.mkdir(parents=True, exist_ok=True)
    for file in instance_files(options.folder, options.only):
        results, checks = [], []
        for seed in options.seeds:
            wanted = Options(options.time_limit, seed, options.workers)
            name = f"{file.stem}_{options.time_limit:g}s_seed{seed}"
            out, json = (options.results_dir.resolve() / f"{name}.{kind}" for kind in ("tsv", "json"))
            if result := _run(file, out, json, wanted):
                results.append(result)
                checks.append(verdict(file, out, result, reference))
        fine = fine and len(results) == len(options.seeds) and all(said in ("", "ok") for said in checks)
        table.add_row(*row(file.stem, results, checks, known.get(file.stem, Known(None, {}))))
        Console(stderr=True, width=160).print(table)
    Console(width=160).print(table)
    return 0 if fine else 1


def instance_files(folder: Path, only: Sequence[int] | None) -> list[Path]:
    """Instances of a folder by number."""
    numbered = sorted(
        (int(path.stem.removeprefix("Instance")), path)
        for path in folder.glob("Instance*.txt")
        if path.stem.removeprefix("Instance").isdecimal()
    )
    return [path.resolve() for number, path in numbered if only is None or number in only]


def _run(file: Path, out: Path, json: Path, wanted: Options) -> Result | None:
    """Run the benchmark in a process of its own, so that no run profits from another."""
    for leftover in (out, json):
        leftover.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.benchmarks.curtois", str(file)]
    command += ["--time-limit", str(wanted.time_limit)]
    command += ["--workers", str(wanted.workers), "--seed", str(wanted.seed)]
    command += ["--out", str(out), "--json", str(json)]
    subprocess.run(command, cwd=ROOT, check=False)
    return read_result(json) if json.exists() else None


def verdict(file: Path, roster: Path, result: Result, reference: Path) -> str:
    """What the independent checker says: ``ok``, what is wrong, or nothing where it is absent."""
    checker = load_checker(reference)
    if checker is None:
        return ""
    if not roster.exists():
        return "no roster"
    instance = checker.load_instance(file)
    broken, parts = checker.check(instance, checker.read_table(instance, roster.read_text(encoding="utf-8")))
    if broken:
        return f"{len(broken)} rules broken: {broken[0][1]}"
    if parts["total"] != result.objective:
        return f"objective is {parts['total']}, not {result.objective}"
    return "ok"


def row(name: str, results: Sequence[Result], checks: Sequence[str], known: Known) -> tuple[str, ...]:
    """One line of the table: medians over the seeds, beside what is known."""
    values = [(r.objective, r.bound) for r in results if r.objective is not None and r.bound is not None]
    best = "-" if known.best is None else f"{known.best:,}"
    if not values:
        status = results[0].status if results else "failed"
        return (name, "-", best, "-", "-", "-", status, *["-"] * (2 + len(TIMES)))
    objective, bound = median(v[0] for v in values), median(v[1] for v in values)
    excess = "-" if not known.best else f"{objective / known.best - 1:.2%}"
    wrong = sorted({said for said in checks if said not in ("", "ok")})
    return (
        name,
        _plain(objective),
        best,
        excess,
        _plain(bound),
        f"{median(gap(o, b) for o, b in values):.2%}",
        ", ".join(_counted([r.status for r in results])),
        f"{median(r.wall_seconds for r in results):.1f}",
        "; ".join(wrong) or (f"{checks.count('ok')} of {len(checks)}" if "ok" in checks else "-"),
        *(_compared(known, objective, time) for time in TIMES),
    )


def _plain(value: float) -> str:
    """A whole number, or the half between two."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _compared(known: Known, objective: float, time: str) -> str:
    no_worse = known.no_worse(objective, time)
    if no_worse is None:
        return "-"
    return f"{'no worse than' if no_worse else 'WORSE than'} {min(known.published[time]):,}"


def _counted(statuses: Sequence[str]) -> Iterator[str]:
    for status in dict.fromkeys(statuses):
        yield status if len(set(statuses)) == 1 else f"{statuses.count(status)} {status}"


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    raise SystemExit(main())
