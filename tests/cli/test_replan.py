"""``smena replan``: a new plan folder, the changes in words, and bad files told at once."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Smena

SICK = """
known_on = 2026-11-10
[[changes]]
kind = "absence"
agent = "{agent}"
first_date = 2026-11-10
last_date = 2026-11-11
"""


@pytest.fixture
def sick(tmp_path: Path, plans: dict[str, Path]) -> Path:
    """Changes file: whoever works on Tuesday is away."""
    document = json.loads((plans["always"] / "plan.json").read_text(encoding="utf-8"))
    agent = next(row["agent"] for row in document["roster"] if row["date"] == "2026-11-10")
    path = tmp_path / "sick.toml"
    path.write_text(SICK.format(agent=agent), encoding="utf-8")
    return path


def test_a_sick_person_is_replaced_and_the_new_plan_is_whole(
    smena: Smena, plans: dict[str, Path], sick: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    said = smena("replan", plans["always"], "--changes", sick, "--out", folder, "--time-limit", "60")
    assert said.code == 0
    assert "Tue 10 → off (was day 0" in said.out.replace("20:00", "0").replace("08:00", "0")
    document = json.loads((folder / "replan.json").read_text(encoding="utf-8"))
    assert document["forced"] >= 1
    assert document["changed_shifts"] == len(document["changes"])
    for point in document["frontier"]:
        assert point["proven"] == (point["cost"] == point["cost_at_least"])
    assert "no cheaper plan" in said.out or "at least" in said.out
    assert "Searched for" in said.out
    costs = [point["cost"] for point in document["frontier"] if point["cost"] is not None]
    assert costs == sorted(costs, key=float, reverse=True)
    again = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    assert again["edition"] == 1
    assert (folder / "roster.xlsx").exists()
    feed = next((folder / "intake").glob("agent-*.ics")).read_text(encoding="utf-8")
    assert "SEQUENCE:1" in feed
    assert smena("audit", folder).code == 0
    assert smena("verify", folder).code == 0


def test_every_mistake_in_the_changes_is_told_at_once(
    smena: Smena, plans: dict[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(
        """
known_on = 2027-01-01
[[changes]]
kind = "absence"
agent = "ana"
first_date = 2026-11-10
last_date = 2026-11-11
[[changes]]
kind = "volume"
channel = "phon"
first_date = 2026-12-10
last_date = 2026-12-11
factor = 1.5
[[changes]]
kind = "joiner"
first_date = 2026-11-11
person = { id = "anna", contract = "standart" }
[[changes]]
kind = "absense"
agent = "anna"
[[changes]]
kind = "leaver"
agent = "borris"
last_date = 2026-11-12
reason = "sick"
""",
        encoding="utf-8",
    )
    said = smena("replan", plans["always"], "--changes", path, "--out", tmp_path / "out")
    assert said.code == 2
    for words in (
        "known_on",
        'no person on the roster "ana"; did you mean "anna"?',
        'no channel "phon"',
        "outside the period",
        '"anna" is on the roster already',
        'no contract "standart"',
        "absense",
        "changes[4]",
    ):
        assert words in said.err
    assert not (tmp_path / "out").exists()


def test_a_mistake_in_one_field_hides_none_in_another_of_the_same_change(
    smena: Smena, plans: dict[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "bad.toml"
    reversed_dates = "first_date = 2026-11-12\nlast_date = 2026-11-10\n"
    path.write_text(
        f"""
[[changes]]
kind = "absence"
agent = "ana"
{reversed_dates}
[[changes]]
kind = "volume"
channel = "phon"
{reversed_dates}
[[changes]]
kind = "lock"
agents = ["anna", "bob"]
{reversed_dates}
[[changes]]
kind = "joiner"
first_date = 2026-11-11
person = {{ id = "anna", contract = "standart", surname = "Orlova" }}
""",
        encoding="utf-8",
    )
    said = smena("replan", plans["always"], "--changes", path, "--lang", "en")
    assert said.code == 2
    for words in (
        "changes[1] (absence): the absence ends before it begins",
        'changes[1] (absence).agent: there is no person on the roster "ana"',
        "changes[2] (volume): the dates end before they begin",
        'changes[2] (volume).channel: there is no channel "phon"',
        "changes[3] (lock): the dates end before they begin",
        'changes[3] (lock).agents: there is no person on the roster "bob"',
        "changes[4] (joiner).person.surname",
        'changes[4] (joiner).person.id: "anna" is on the roster already',
        'changes[4] (joiner).person.contract: there is no contract "standart"',
    ):
        assert words in said.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("changes = []", "changes"),
        ('[[changes]]\nkind = "holiday"', "kind"),
        (
            '[[changes]]\nkind = "absence"\nagent = "anna"\nfirst_date = 2026-11-11\nlast_date = 2026-11-10',
            "ends",
        ),
        (
            '[[changes]]\nkind = "volume"\nchannel = "phone"\nfirst_date = 2026-11-10\nlast_date = 2026-11-10',
            "factor",
        ),
    ],
)
def test_a_bad_change_is_told_in_plain_words(
    smena: Smena, plans: dict[str, Path], tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    said = smena("replan", plans["always"], "--changes", path)
    assert said.code == 2
    assert words in said.err
