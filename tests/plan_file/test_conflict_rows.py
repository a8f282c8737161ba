"""Conflicts and ways out in the plan file."""

import datetime as dt
from dataclasses import replace

from models.conflict import Conflict, ConflictMember, Relaxation
from models.text import Text
from planner.plan_file.content import plan_document
from tests.plan_file.small_plan import small_plan

NIGHT = ConflictMember("max_nights", Text(en="No nights.", ru="Без ночей."))
FIXED = ConflictMember("fixed_shift", Text(en="Fixed.", ru="Закреплено."), (dt.date(2026, 2, 3),))


def test_conflicts_and_prices_stand_in_the_file() -> None:
    priced = Relaxation(("ana",), Text(en="one night", ru="одна ночь"), "feasible", (100, 250), (-50, 100))
    unpriced = Relaxation((), Text(en="more", ru="больше"))
    plan = replace(small_plan(), conflicts=(Conflict("ana", (NIGHT, FIXED)),), relaxations=(priced, unpriced))
    document = plan_document(plan)
    (conflict,) = document["conflicts"]
    assert conflict["agent"] == "ana"
    assert [row["kind"] for row in conflict["members"]] == ["max_nights", "fixed_shift"]
    assert conflict["members"][1]["dates"] == ["2026-02-03"]
    first, second = document["relaxations"]
    assert (first["cost_at_least"], first["cost_at_most"]) == ("1.00", "2.50")
    assert (first["extra_at_least"], first["extra_at_most"]) == ("-0.50", "1.00")
    assert first["status"] == "feasible"
    assert second["status"] is second["cost_at_most"] is second["extra_at_least"] is None
