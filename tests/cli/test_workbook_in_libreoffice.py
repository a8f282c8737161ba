"""A plan's workbook, saved by LibreOffice, against the plan's file and the audit."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Smena
from tests.workbook.test_libreoffice import convert, needs_libreoffice


@needs_libreoffice
@pytest.mark.slow
def test_formulas_agree_with_the_plans_file_and_the_audit_reads_it(
    smena: Smena, plans: dict[str, Path], tmp_path: Path
) -> None:
    """Everything is computed anew: openpyxl drops the values of formulas before."""
    bare = tmp_path / "bare" / "roster.xlsx"
    bare.parent.mkdir()
    load_workbook(plans["always"] / "roster.xlsx").save(bare)
    saved = convert(bare, "xlsx", tmp_path)
    said = smena("audit", saved, "--plan", plans["always"])
    assert (said.code, said.err) == (0, "")
    assert "Nothing is edited" in said.out
    document = json.loads((plans["always"] / "plan.json").read_text(encoding="utf-8"))
    book = load_workbook(saved, data_only=True)
    paid: dict[str, float] = {}
    for row in document["shift_costs"]:
        paid[row["agent"]] = paid.get(row["agent"], 0) + row["paid_minutes"] / 60
    heads = [cell.value for cell in book["Roster"][6]]
    hours, who = heads.index("Hours"), heads.index("Agent")
    rows = book["Roster"].iter_rows(min_row=7, max_row=6 + len(paid), values_only=True)
    assert {row[who]: row[hours] for row in rows} == pytest.approx(paid)
    totals = next(row for row in book["Costs"].iter_rows(min_row=5, values_only=True) if row[0] == "Total")
    amounts = [cell for cell in totals if cell is not None]
    assert amounts[-1] == pytest.approx(float(document["cost"]["total"]))
    assert str(book["Costs"]["A3"].value).startswith("Of the roster as planned")
