"""Two queues in one plan, one whose target is kept over each day, one over the period."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Smena, smena

__all__ = ["smena"]

DESK = """
name = "two"
desk = { name = "Two queues", zone = "Europe/Berlin", currency = "EUR", interval_minutes = 60 }
period = { first_date = 2026-06-01, days = 2 }
opening = { hours = "mon-sun 08:00-20:00" }
prices = { understaffed_hour = PRICE }
rules = []

[[channels]]
name = "phone"
kind = "phone"
skill = "calls"
aht_seconds = 240
patience_seconds = 180
target = { share = 0.8, within_seconds = 20, scope = "day" }
volume = { contacts_per_day = { mon = 120, tue = 60 } }

[[channels]]
name = "chat"
kind = "chat"
skill = "chats"
slowdown = [1.0, 1.3]
aht_seconds = 300
patience_seconds = 240
target = { share = 0.8, within_seconds = 30, scope = "period" }
volume = { contacts_per_day = { mon = 60, tue = 90 } }

[[shift_patterns]]
name = "half"
starts = ["08:00", "14:00"]
length_minutes = "6h"

[[shift_patterns]]
name = "long"
starts = ["08:00"]
length_minutes = "12h"

[[contracts]]
name = "standard"
hourly_rate = 20
"""
APART = """
[[vacancies]]
name = "caller"
contract = "standard"
skills = ["calls"]
max_hires = MOST
cost_per_head = 10

[[vacancies]]
name = "chatter"
contract = "standard"
skills = ["chats"]
max_hires = MOST
cost_per_head = 10
"""
TOGETHER = """
[[vacancies]]
name = "both"
contract = "standard"
skills = ["calls", "chats"]
max_hires = MOST
cost_per_head = 10
"""


def made(smena: Smena, folder: Path, people: str, price: int, most: int) -> dict[str, Any]:
    """Plan, and what audit, verification and simulation say of its file; all as JSON."""
    text = (DESK + people).replace("PRICE", str(price)).replace("MOST", str(most))
    scenario, plan = folder / "two.toml", folder / "made"
    scenario.write_text(text, encoding="utf-8")
    smena("plan", scenario, "--out", plan, "--time-limit", "10")
    smena("simulate", plan, "--replications", "3")
    return {
        "plan": json.loads((plan / "plan.json").read_text(encoding="utf-8")),
        "verified": json.loads(smena("verify", plan, "--json").out),
        "audited": json.loads(smena("audit", plan, "--json").out),
        "simulated": json.loads((plan / "simulation.json").read_text(encoding="utf-8")),
        "staffed": smena("staff", scenario, "--out", folder / "staff").out,
    }


def assert_money_adds_up(found: dict[str, Any], price: int) -> None:
    """Targets, and who is missing from the least, are all of the shortfall, in money and in hours."""
    plan = found["plan"]
    parts, hours = plan["objective_parts"], plan["coverage"]["understaffed_hours"]
    short = Decimal(parts["understaffing"])
    targets = sum((Decimal(row["price"]) for row in plan["targets"]), Decimal(0))
    assert targets <= short
    assert float(short) == pytest.approx(hours * price, abs=0.01)
    assert Decimal(plan["objective"]) == sum((Decimal(part) for part in parts.values()), Decimal(0))
    missed = [row for row in plan["targets"] if not row["is_kept"]]
    soft = [row for row in found["audited"]["soft"] if row["rule"] == "target"]
    assert len(soft) == len(missed)
    assert found["verified"]["confirmed"]
    assert found["verified"]["cost"] == plan["objective"]


def test_queues_of_different_people_are_both_bought(smena: Smena, tmp_path: Path) -> None:
    found = made(smena, tmp_path, APART, price=5000, most=8)
    targets = found["plan"]["targets"]
    assert [row["start"][:10] for row in targets] == ["2026-06-01", "2026-06-02", "2026-06-01"]
    assert all(row["is_kept"] for row in targets)
    assert_money_adds_up(found, 5000)
    phone, chat = found["simulated"]["channels"]
    assert (phone["scope"], phone["spans"], chat["scope"], chat["spans"]) == ("day", 2, "period", 1)
    assert found["staffed"].count("the plan chooses in which intervals") == 2


def test_what_both_queues_miss_is_priced_once_each(smena: Smena, tmp_path: Path) -> None:
    found = made(smena, tmp_path, APART, price=25, most=1)
    assert any(not row["is_kept"] for row in found["plan"]["targets"])
    assert_money_adds_up(found, 25)


def test_of_queues_of_the_same_people_the_busier_is_bought(smena: Smena, tmp_path: Path) -> None:
    found = made(smena, tmp_path, TOGETHER, price=5000, most=12)
    targets = found["plan"]["targets"]
    # 180 calls of 4 minutes against 150 chats of 5: 12 hours of work against 12.5
    assert [row["start"][:10] for row in targets] == ["2026-06-01"]
    assert_money_adds_up(found, 5000)
    assert found["staffed"].count("the plan chooses in which intervals") == 1
    assert found["staffed"].count("the plan cannot choose") == 1
