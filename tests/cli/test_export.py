import csv
import json
import sys
from pathlib import Path

import pandas as pd
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


def test_parquet_is_a_typed_table_of_the_shifts(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed (pip install pyarrow): parquet unchecked")
    assert smena("export", plans["always"], "--format", "parquet", "--out", tmp_path).code == 0
    table = pd.read_parquet(tmp_path / "shifts.parquet")
    shifts = whole_plan(read_plan(plans["always"] / "plan.json")).roster.worked()
    assert len(table) == len(shifts)
    assert table["paid_minutes"].sum() == sum(shift.paid_minutes for _, shift in shifts)
    assert str(table["start"].dt.tz) == "Europe/Moscow"
    assert table["start"].min().isoformat() == "2026-11-09T08:00:00+03:00"


def test_what_parquet_needs_is_said_where_it_is_lacking(
    smena: Smena, plans: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lacking in ("pyarrow", "fastparquet"):
        monkeypatch.setitem(sys.modules, lacking, None)
    said = smena("export", plans["always"], "--format", "parquet", "--out", tmp_path / "none")
    assert said.code == 2
    assert "pip install pyarrow" in said.err
    assert 'pip install -e ".[parquet]"' in said.err
    assert not (tmp_path / "none").exists()


def test_an_unknown_format_is_refused(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    said = smena("export", plans["always"], "--format", "xslx", "--out", tmp_path / "none")
    assert said.code == 2
    assert 'did you mean "xlsx"?' in said.err
    assert not (tmp_path / "none").exists()
    assert tuple(EXPORT_FORMATS) == ("csv", "ics", "json", "parquet", "xlsx")
