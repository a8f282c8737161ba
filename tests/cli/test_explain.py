"""``smena explain``: short hours, one interval, one person, and scenarios without a plan."""

import json
from pathlib import Path

from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE

#: Nobody may be hired, so Friday, Anna's leave, cannot be covered by two.
FEW = OFFICE.replace("max_hires = 3", "max_hires = 0").replace("= 30", "= 200")


def made(smena: Smena, folder: Path, text: str) -> Path:
    scenario = folder / "few.toml"
    scenario.write_text(text, encoding="utf-8")
    assert smena("plan", scenario, "--out", folder / "plan", "--time-limit", "20").code == 0
    return folder / "plan"


def test_short_hours_are_listed_and_one_of_them_explained(smena: Smena, tmp_path: Path) -> None:
    folder = made(smena, tmp_path, FEW)
    listed = json.loads(smena("explain", folder, "--json").out)["short"]
    assert listed
    prices = [float(row["price"]) for row in listed]
    assert prices == sorted(prices, reverse=True)
    friday = next(row for row in listed if row["start"].startswith("2026-11-13"))
    said = smena("explain", folder, "--interval", friday["start"][:16], "--json")
    people = {one["agent"]: one for one in json.loads(said.out)["people"]}
    assert people["anna"]["verdict"] == "barred"
    assert [one["rule"] for one in people["anna"]["would_break"]] == ["days_off"]
    assert [one["kind"] for one in people["anna"]["conflict"]] == ["days_off"]
    assert people["boris"]["verdict"] == "there"
    table = smena("explain", folder, "--interval", friday["start"][:16], "--lang", "ru")
    assert "ни один допустимый график не подходит из-за" in table.out


def test_a_tour_is_explained(smena: Smena, tmp_path: Path) -> None:
    folder = made(smena, tmp_path, FEW)
    found = json.loads(smena("explain", folder, "--agent", "boris", "--json").out)
    assert found["shifts"] == 5
    assert found["paid_minutes"] == 5 * 9 * 60
    assert float(found["earned"]) > 0
    assert {text["en"][:14] for text in found["at_limit"]} == {"At most 5 days", "At most 45 h o"}
    assert all(float(other["extra"]) >= 0 for other in found["others"])
    assert smena("explain", folder, "--agent", "boriss").code == 2


def test_a_moment_outside_the_period_or_no_moment_is_refused(smena: Smena, plans: dict[str, Path]) -> None:
    for moment in ("2026-12-24T10:00", "2026-11-10", "noon"):
        said = smena("explain", plans["office"], "--interval", moment)
        assert said.code == 2
        assert "--interval" in said.err


def test_a_scenario_without_a_plan_is_explained_with_ways_out(smena: Smena, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    whole_week = '\n[[rules]]\nkind = "period_minutes"\nagents = ["anna"]\nmin_minutes = "45h"\n'
    path.write_text(OFFICE + whole_week, encoding="utf-8")
    said = smena("explain", path, "--time-limit", "20")
    assert said.code == 1
    assert "cannot be kept together" in said.out
    assert "the plan then costs" in said.out
    fine = tmp_path / "fine.toml"
    fine.write_text(OFFICE, encoding="utf-8")
    assert smena("explain", fine, "--time-limit", "20").code == 0
    assert smena("explain", fine, "--agent", "anna").code == 2
