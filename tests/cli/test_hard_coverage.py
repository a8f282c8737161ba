"""Hard coverage is audited from the file alone."""

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Smena


def without_people_at_work(plan: Path, file: Path, *, hard: bool) -> Path:
    document: dict[str, Any] = json.loads((plan / "plan.json").read_text(encoding="utf-8"))
    document["roster"] = []
    document["scenario"]["prices"]["hard_coverage"] = hard
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def test_an_empty_roster_breaks_hard_coverage(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    """It used to be audited as "Every rule is kept", with exit code 0."""
    file = without_people_at_work(plans["office"], tmp_path / "plan.json", hard=True)
    said = smena("audit", file)
    assert said.code == 1
    assert "✗ 2026-11-09 09:00–18:00: " in said.out
    assert "0 on duty and " in said.out
    assert "Rules broken: 5" in said.out


def test_a_priced_shortfall_stays_a_figure(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    said = smena("audit", without_people_at_work(plans["office"], tmp_path / "plan.json", hard=False))
    assert said.code == 0
