"""The ledger written at the end of a plan, and carried on."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from models.agent import Leave
from models.fairness_ledger import FairnessLedger, LedgerEntry
from models.plan import Plan
from planner.plan_file.fairness_csv import fairness_csv
from planner.rules.fairness import Fairness
from planner.scenario.ledger_file import read_ledger
from tests.plan_file.small_plan import small_plan

NIGHTS = Fairness(price=100)
LATE = Fairness(counted="patterns", patterns=("Day",), burden="days", price=100)


def with_rules(*rules: Fairness, **changes: object) -> Plan:
    plan = small_plan()
    return replace(plan, scenario=plan.scenario.model_copy(update={"rules": rules, **changes}))


def rows_of(plan: Plan) -> list[dict[str, str]]:
    text = fairness_csv(plan)
    assert text is not None
    return list(csv.DictReader(io.StringIO(text)))


def test_nothing_is_written_where_nothing_is_shared() -> None:
    assert fairness_csv(small_plan()) is None


def test_counts_shares_and_balances() -> None:
    """Ana works N and two D, Bob two nights (A is one too) and a D; the hire takes no part."""
    nights, days = rows_of(with_rules(NIGHTS, LATE))[:2], rows_of(with_rules(NIGHTS, LATE))[2:]
    told = [(row["agent"], row["counted"], row["fair_share"], row["balance"]) for row in nights]
    assert told == [("ana", "1", "1.50", "-0.50"), ("bob", "2", "1.50", "0.50")]
    assert [(row["burden"], row["balance"]) for row in days] == [("days", "0.50"), ("days", "-0.50")]


def test_a_leave_makes_the_share_smaller() -> None:
    plan = with_rules(NIGHTS)
    dates = [plan.scenario.horizon.date_of(day) for day in (0, 6)]
    ana, bob = plan.scenario.agents
    bob = bob.model_copy(update={"leave": (Leave(first_date=dates[0], last_date=dates[1]),)})
    away = replace(plan, scenario=plan.scenario.model_copy(update={"agents": (ana, bob)}))
    assert [row["fair_share"] for row in rows_of(away)] == ["3.00", "0.00"]


def test_balances_are_carried_on(tmp_path: Path) -> None:
    ledger = FairnessLedger(
        entries=(
            LedgerEntry(agent="ana", burden="nights", balance=Decimal("0.75")),
            LedgerEntry(agent="gone", burden="nights", balance=Decimal(-2)),
            LedgerEntry(agent="bob", burden="weekends", balance=Decimal(1)),
        )
    )
    plan = with_rules(NIGHTS, fairness_ledger=ledger)
    file = tmp_path / "fairness_ledger.csv"
    file.write_text(fairness_csv(plan) or "", encoding="utf-8")
    read = {(one["agent"], one["burden"]): one["balance"] for one in read_ledger(file, file.name)}
    assert read == {
        ("ana", "nights"): Decimal("0.25"),
        ("bob", "nights"): Decimal("0.50"),
        ("gone", "nights"): Decimal(-2),
        ("bob", "weekends"): Decimal(1),
    }


@pytest.mark.parametrize("months", [3])
def test_balances_add_up_month_after_month(months: int) -> None:
    """Only rounding may add: what one has more, the others have less."""
    ledger = FairnessLedger()
    for _ in range(months):
        rows = rows_of(with_rules(NIGHTS, fairness_ledger=ledger))
        assert abs(sum((Decimal(row["balance"]) for row in rows), Decimal(0))) <= Decimal("0.02")
        ledger = FairnessLedger(
            entries=tuple(
                LedgerEntry(agent=row["agent"], burden=row["burden"], balance=Decimal(row["balance"]))
                for row in rows
            )
        )
    assert {row["agent"]: row["balance"] for row in rows} == {"ana": "-1.50", "bob": "1.50"}
