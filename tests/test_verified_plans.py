"""Whole plans: written with a certificate, confirmed without the engine."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.conftest import Smena, smena
from tests.cli.desks import OFFICE
from tests.planned_desk import DESK

__all__ = ["smena"]

STUCK = OFFICE.replace(
    'id = "boris"\n',
    'id = "boris"\nfixed_shifts = [{ date = 2026-11-09, pattern = "day" }, { date = 2026-11-10, pattern = "day" }]\n',
).replace('minutes = "12h"', 'minutes = "20h"')


@pytest.mark.parametrize(("text", "left_out"), [(DESK, []), (STUCK, ["boris"])], ids=["skills", "stuck"])
def test_a_plan_is_confirmed_from_its_files(
    smena: Smena, tmp_path: Path, text: str, left_out: list[str]
) -> None:
    """Skills share people's minutes between channels; who has no legal tour has no prices."""
    scenario, folder = tmp_path / "desk.toml", tmp_path / "made"
    scenario.write_text(text, encoding="utf-8")
    smena("plan", scenario, "--out", folder, "--time-limit", "5")
    said = smena("verify", folder, "--json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    plan, certificate = (
        json.loads((folder / name).read_text(encoding="utf-8")) for name in ("plan.json", "certificate.json")
    )
    assert (found["confirmed"], found["without_legal_tour"]) == (True, left_out)
    assert found["cost"] == plan["objective"]
    assert 0 < Decimal(certificate["bound"]) <= Decimal(found["bound"]) <= Decimal(found["cost"])
    assert Decimal(certificate["bound"]) <= Decimal(plan["bound"])
    assert bool(certificate["sides"]) == (text is DESK)
