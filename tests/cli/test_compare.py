import json
from pathlib import Path

from PIL import Image

from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE


def test_scenarios_and_finished_plans_stand_side_by_side(
    smena: Smena, office: Path, plans: dict[str, Path]
) -> None:
    out = office.with_name("side")
    said = smena("compare", plans["always"] / "plan.json", office, "--out", out, "--time-limit", "20")
    assert said.code == 0
    for words in (
        "always",
        "office",
        "People",
        "Contacts while closed",
        "Proven: the plan of office is cheaper",
    ):
        assert words in said.out
    assert (out / "office" / "plan.json").is_file()
    assert not (out / "always").exists()
    document = json.loads((out / "compare.json").read_text(encoding="utf-8"))
    assert [plan["scenario"] for plan in document["scenarios"]] == ["always", "office"]
    assert document["differences"][0]["proven"]
    assert document["differences"][0]["cheaper"] == "office"
    with Image.open(out / "compare.png") as picture:
        assert picture.format == "PNG"


def test_json_on_the_output_is_the_file(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    said = smena("compare", plans["office"], plans["always"], "--out", tmp_path, "--json")
    assert said.code == 0
    assert said.out == (tmp_path / "compare.json").read_text(encoding="utf-8")
    assert json.loads(said.out)["currency"] == "RUB"


def test_files_of_one_name_do_not_overwrite_each_other(smena: Smena, office: Path) -> None:
    other = office.parent / "other" / office.name
    other.parent.mkdir()
    other.write_text(OFFICE.replace("hourly_rate = 400", "hourly_rate = 500"), encoding="utf-8")
    out = office.with_name("side")
    said = smena("compare", office, other, "--out", out, "--time-limit", "20", "--json")
    assert said.code == 0
    totals = [
        json.loads((out / name / "plan.json").read_text(encoding="utf-8"))["cost"]["total"]
        for name in ("office", "office~2")
    ]
    assert totals == ["18000.00", "22500.00"]
    assert [plan["scenario"] for plan in json.loads(said.out)["scenarios"]] == ["office (1)", "office (2)"]


def test_different_currencies_are_refused_before_anything_is_planned(
    smena: Smena, office: Path, plans: dict[str, Path]
) -> None:
    euros = office.with_name("euros.toml")
    euros.write_text(OFFICE.replace('"RUB"', '"EUR"'), encoding="utf-8")
    out = office.with_name("side")
    said = smena("compare", plans["always"], office, euros, "--out", out)
    assert said.code == 2
    found = f"✗ {euros}: desk.currency: it is EUR, but that of {plans['always']} is RUB"
    assert said.err == f"{found} (allowed: one currency in a comparison; Smena knows no exchange rates)\n"
    assert not out.exists()


def test_one_file_is_not_a_comparison_and_all_mistakes_are_said_at_once(smena: Smena, office: Path) -> None:
    office.write_text(OFFICE.replace("Europe/Moscow", "Europe/Moskow"), encoding="utf-8")
    said = smena("compare", office)
    assert said.code == 2
    assert "fewer than two files are given (allowed: two or more)" in said.err
    assert "desk.zone" in said.err
    missing = smena("compare", office, office.with_name("plan.json"))
    assert missing.code == 2
    assert "desk.zone" in missing.err
    assert "there is no file" in missing.err


def test_figures_spoilt_by_hand_are_found_before_anything_is_planned(
    smena: Smena, office: Path, plans: dict[str, Path]
) -> None:
    document = json.loads((plans["always"] / "plan.json").read_text(encoding="utf-8"))
    document["figures"]["headcount"] = "many"
    del document["figures"]["days"]
    spoilt = office.with_name("plan.json")
    spoilt.write_text(json.dumps(document), encoding="utf-8")
    said = smena("compare", office, spoilt, "--out", office.with_name("side"))
    assert said.code == 2
    assert "plan.json: figures.headcount" in said.err
    assert "plan.json: figures.days" in said.err
    assert said.out == ""
