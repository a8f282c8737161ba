import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planner.export import EXPORT_FORMATS, whole_plan
from planner.plan_file import read_plan
from tests.cli.conftest import Smena


def test_the_workbook_exported_is_the_one_planned(
    smena: Smena, plans: dict[str, Path], tmp_path: Path
) -> None:
    """Byte for byte: nothing of a plan is lost in its file."""
    for name in ("always", "office"):
        said = smena("export", plans[name], "--format", "xlsx", "--out", tmp_path / name)
        assert said.code == 0
        assert (tmp_path / name / "roster.xlsx").read_bytes() == (plans[name] / "roster.xlsx").read_bytes()


def test_a_workbook_in_another_language_reads_back(
    smena: Smena, plans: dict[str, Path], tmp_path: Path
) -> None:
    assert smena("export", plans["office"], "--format", "xlsx", "--lang", "ru", "--out", tmp_path).code == 0
    assert "График" in load_workbook(tmp_path / "roster.xlsx").sheetnames
    said = smena("audit", tmp_path / "roster.xlsx", "--plan", plans["office"])
    assert said.code == 0
    assert "Правок нет" in said.out


@pytest.mark.parametrize("kind", ["csv", "json", "ics"])
def test_tables_and_feeds_say_what_the_plan_says(
    smena: Smena, plans: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    said = smena("export", plans["always"], "--format", kind, "--out", tmp_path)
    assert (said.code, said.err) == (0, "")
    plan = whole_plan(read_plan(plans["always"] / "plan.json"))
    if kind == "csv":
        with (tmp_path / "shifts.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(plan.roster.worked())
        assert sum(int(row["paid_minutes"]) for row in rows) == sum(
            s.paid_minutes for _, s in plan.roster.worked()
        )
        assert (tmp_path / "payroll.csv").read_bytes() == (plans["always"] / "payroll.csv").read_bytes()
        assert (tmp_path / "cost.csv").read_bytes() == (plans["always"] / "cost.csv").read_bytes()
    elif kind == "json":
        rows = json.loads((tmp_path / "shifts.json").read_text(encoding="utf-8"))
        assert len(rows) == len(plan.roster.worked())
    feeds = {path.name for path in (plans["always"] / "intake").iterdir() if path.suffix == f".{kind}"}
    for name in feeds:
        assert (tmp_path / name).read_bytes() == (plans["always"] / "intake" / name).read_bytes()


def test_parquet_is_written_or_what_it_needs_is_said(
    smena: Smena, plans: dict[str, Path], tmp_path: Path
) -> None:
    said = smena("export", plans["always"], "--format", "parquet", "--out", tmp_path)
    if said.code == 0:
        import pandas as pd  # noqa: PLC0415

        assert len(pd.read_parquet(tmp_path / "shifts.parquet")) > 0
    else:
        assert said.code == 2
        assert "pip install pyarrow" in said.err
        assert not (tmp_path / "shifts.parquet").exists()


def test_an_unknown_format_is_refused(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    said = smena("export", plans["always"], "--format", "xslx", "--out", tmp_path / "none")
    assert said.code == 2
    assert 'did you mean "xlsx"?' in said.err
    assert not (tmp_path / "none").exists()
    assert tuple(EXPORT_FORMATS) == ("csv", "ics", "json", "parquet", "xlsx")
