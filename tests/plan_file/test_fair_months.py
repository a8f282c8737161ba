"""Nights shared fairly over three plans, each with the ledger of the one before."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from models.agent import Agent
from models.contract import Contract
from models.fairness_ledger import FairnessLedger, LedgerEntry
from models.rule import Rule
from planner.plan_file.fairness_csv import fairness_csv
from planner.rules.fairness import Fairness
from planner.rules.fairness_spread import FairnessSpread
from planner.scenario.ledger_file import read_ledger
from tests.plan_file.small_plan import small_plan
from tests.roster.desks import ANA, BOB, HOURLY, NIGHT, asks, desk, live, rostered

DAYS, PLANS = 5, 3
MONDAY = dt.date(2026, 9, 7)
PART = Contract(name="part", hourly_rate=Decimal(400), weekly_minutes=20 * 60)
PIA = Agent(id="pia", contract="part")
#: Joins in the second plan, on its third day.
NEW = Agent(id="new", contract="crew", first_day=MONDAY + dt.timedelta(days=7 + 2))


@pytest.mark.parametrize(
    "rule",
    [
        Fairness(price=Decimal(500), expected=DAYS),
        FairnessSpread(price=Decimal(500), expected=DAYS, tolerance=Decimal(0)),
    ],
    ids=["shares", "spread"],
)
def test_who_had_more_in_one_plan_has_less_in_the_next(rule: Rule, tmp_path: Path) -> None:
    """One night a day; nobody is ever a whole night away from a fair share for long."""
    ledger, nights, shares = (
        tmp_path / "fairness_ledger.csv",
        Counter[str](),
        defaultdict[str, Decimal](Decimal),
    )
    entries: tuple[LedgerEntry, ...] = ()
    for number in range(PLANS):
        people = (ANA, BOB, PIA, *((NEW,) if number else ()))
        scenario = desk(
            days=DAYS,
            first_date=MONDAY + dt.timedelta(days=7 * number),
            shift_patterns=(NIGHT,),
            contracts=(HOURLY, PART),
            agents=people,
            rules=(rule,),
            fairness_ledger=FairnessLedger(entries=entries),
        )
        # the last night would run into the next plan
        wanted = [1 if hour >= 20 else 0 for _ in range(DAYS) for hour in range(24)]
        requirement = asks(scenario, live(scenario, wanted))
        answer = rostered(scenario, requirement)
        assert answer.proof.status == "optimal"
        plan = replace(small_plan(), scenario=scenario, roster=answer.roster, requirement=requirement)
        ledger.write_text(fairness_csv(plan) or "", encoding="utf-8")
        read = read_ledger(ledger, ledger.name)
        entries = tuple(LedgerEntry.model_validate(one) for one in read)
        nights.update({tour.agent.agent: len(tour.worked) for tour in answer.roster.tours})
        for line in ledger.read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split(",")
            shares[cells[0]] += Decimal(cells[7])
    balances = {one.agent: one.balance for one in entries}
    assert nights.total() == PLANS * DAYS
    assert set(balances) == {"ana", "bob", "pia", "new"}
    for name, balance in balances.items():
        # the balance is all nights so far, less all fair shares, to the rounding of each plan
        assert abs(balance - (nights[name] - shares[name])) <= Decimal("0.02")
        assert abs(balance) < 1
    assert abs(sum(balances.values(), Decimal(0))) <= Decimal("0.05")
    # half the hours, half the nights; the newcomer owes nothing for the time before
    assert nights["pia"] < min(nights["ana"], nights["bob"])
    assert 0 < nights["new"] < min(nights["ana"], nights["bob"])
