"""What a scenario takes over from earlier plans: the fairness ledger and the published roster."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.fairness_ledger import LedgerEntry
from models.published import PublishedShift, PublishedTour
from models.scenario import Scenario
from planner.scenario import check_scenario
from planner.scenario.ledger_file import read_ledger
from tests.scenario.samples import GOOD, problems_of

LEDGER = GOOD + '\n[fairness_ledger]\nfile = "ledger.csv"\n'
PUBLISHED = GOOD + '\n[published]\nfile = "plan.json"\nnotice_days = 3\n'
PLAN: dict[str, Any] = {
    "agents": [{"id": "anna", "vacancy": None}, {"id": "gone"}, {"id": "op-01", "vacancy": "operator"}],
    "roster": [
        {"agent": "anna", "date": "2026-11-03", "shift": "day", "start": "2026-11-03T09:00+03:00"},
        {"agent": "gone", "date": "2026-11-03", "shift": "day", "start": "2026-11-03T09:00+03:00"},
        {"agent": "op-01", "date": "2026-11-03", "shift": "day", "start": "2026-11-03T09:00+03:00"},
    ],
    "scenario": {"period": {"first_date": "2026-10-26", "days": 14}},
}


def loaded(folder: Path, text: str) -> Scenario:
    path = folder / "desk.toml"
    path.write_text(text, encoding="utf-8")
    found, problems = check_scenario(path)
    assert problems == []
    assert found is not None
    return found.scenario


@pytest.mark.parametrize(
    "text",
    [
        "agent,name,burden,balance\nanna,Anna,nights,1.25\nboris,,nights,-0.5\n",
        "sep=;\nagent;burden;balance\nanna;nights;1,25\nboris;nights;-0,5\n",
        "\ufeffburden\tagent\tbalance\nnights\tanna\t1.250\nnights\tboris\t−0.5\n",
    ],
    ids=["written by a plan", "saved by Excel", "tabs and a minus sign"],
)
def test_a_ledger_is_read_into_the_scenario(tmp_path: Path, text: str) -> None:
    (tmp_path / "ledger.csv").write_text(text, encoding="utf-8")
    ledger = loaded(tmp_path, LEDGER).fairness_ledger
    assert ledger.entries == (
        LedgerEntry(agent="anna", burden="nights", balance=Decimal("1.25")),
        LedgerEntry(agent="boris", burden="nights", balance=Decimal("-0.5")),
    )


def test_everything_wrong_with_a_ledger_is_said_at_once(tmp_path: Path) -> None:
    text = "agent,burden,balance\nanna,nights,many\n,nights,1\nboris,nights,1\nboris,nights,2\nann,x,1e9\n"
    (tmp_path / "ledger.csv").write_text(text, encoding="utf-8")
    said = [(found.place.en, found.message.en) for found in problems_of(tmp_path, LEDGER)]
    assert said == [
        ("ledger.csv: line 2, column 'balance'", 'found "many"'),
        ("ledger.csv: line 3, column 'agent'", "the cell is empty"),
        ("ledger.csv: line 5, column 'agent'", '"boris" has a balance of "nights" already, on line 4'),
        ("ledger.csv: line 6, column 'balance'", 'found "1e9"'),
    ]


def test_a_file_that_is_missing_or_stands_beside_what_it_holds(tmp_path: Path) -> None:
    (missing,) = problems_of(tmp_path, LEDGER)
    assert missing.place.en == "desk.toml: fairness_ledger.file"
    assert 'there is no file "ledger.csv"' in missing.message.en
    (both,) = problems_of(tmp_path, LEDGER + "entries = []\n")
    assert both.message.en == "entries stands beside the file that holds it"


def test_a_base_names_its_ledger_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "ledger.csv").write_text("agent,burden,balance\nanna,late,3\n", encoding="utf-8")
    (tmp_path / "base" / "base.toml").write_text(LEDGER, encoding="utf-8")
    scenario = loaded(tmp_path, 'extends = "base/base.toml"\n')
    assert [one.burden for one in scenario.fairness_ledger.entries] == ["late"]


def test_a_published_plan_is_read_into_the_scenario(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    published = loaded(tmp_path, PUBLISHED).published
    shift = PublishedShift(date=dt.date(2026, 11, 3), pattern="day", start=9 * 60)
    assert published.tours == (PublishedTour(agent="anna", shifts=(shift,)),)
    assert (published.first_date, published.last_date) == (dt.date(2026, 10, 26), dt.date(2026, 11, 8))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "this is no JSON text"),
        ("[]", "this is no plan"),
        (json.dumps({**PLAN, "roster": [{"agent": "anna"}]}), "roster.0.date is missing or not readable"),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "plan.json").write_text(content, encoding="utf-8")
    (problem,) = problems_of(tmp_path, PUBLISHED)
    assert message in problem.message.en
    assert problem.allowed.en == "a plan.json written by smena plan"


def test_a_ledger_is_read_to_the_hundredth(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("agent,burden,balance\nanna,nights,0.333333\n", encoding="utf-8")
    assert read_ledger(path, "ledger.csv") == [
        {"agent": "anna", "burden": "nights", "balance": Decimal("0.33")}
    ]
