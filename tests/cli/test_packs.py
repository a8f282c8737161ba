"""``smena packs``, and what the other commands say of law packs."""

import json
from pathlib import Path

import pytest

from models.law_pack import LAW_PACKS
from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE


def under_russian_law(folder: Path, extra: str = "") -> Path:
    path = folder / "office.toml"
    text = OFFICE.replace('name = "office"', 'name = "office"\nlaw_packs = ["russia"]', 1)
    text = text.replace('weekly_minutes = "45h"', 'weekly_minutes = "40h"')
    # an hour's break makes the day of nine hours one of eight
    pause = 'length_minutes = "9h"\nbreak = { minutes = 60, earliest_after_minutes = "4h", latest_after_minutes = "4h" }'
    path.write_text(text.replace('length_minutes = "9h"', pause) + extra, encoding="utf-8")
    return path


def test_all_packs_are_listed(smena: Smena) -> None:
    said = smena("packs")
    assert said.code == 0
    assert all(kind in said.out for kind in LAW_PACKS)
    assert "2027-12-31" in said.out
    assert "not legal advice" in " ".join(said.out.split())
    assert "31.12.2027" in smena("packs", "--lang", "ru").out


def test_a_pack_is_shown_line_by_line_in_either_language(smena: Smena) -> None:
    english = smena("packs", "russia").out
    assert "TK RF art. 110  [weekly_rest]" in english
    assert "checked by the rule weekly_rest: Every week" in english
    assert "not checked by the planner: " in english
    assert "set by pay.night_premium at least 0.20" in english
    assert "(to be checked)" in english
    russian = smena("packs", "russia", "--lang", "ru").out
    assert "ст. 110 ТК РФ  [weekly_rest]" in russian
    assert "программа не проверяет: " in russian
    assert "(требует проверки)" in russian
    assert max(len(line) for line in russian.splitlines()) <= 80


@pytest.mark.parametrize("kind", ["russia", "eu", "uk", "germany", "us", "california", "kazakhstan"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_pack_can_be_shown(smena: Smena, kind: str, language: str) -> None:
    said = smena("packs", kind, "--lang", language)
    assert (said.code, said.err) == (0, "")
    assert f"({kind})" in said.out


def test_a_date_outside_is_refused(smena: Smena) -> None:
    assert smena("packs", "russia", "--date", "2026-03-01").code == 0
    said = smena("packs", "russia", "--date", "2028-03-01")
    assert said.code == 2
    assert "2024-09-01 to 2027-12-31" in said.err


def test_options_of_a_pack_change_its_lines(smena: Smena) -> None:
    assert "[norm_hours]" not in smena("packs", "russia").out
    assert "[norm_hours]" in smena("packs", "russia", "--set", "accounting=summed").out
    said = smena("packs", "russia", "--set", "accounting=monthly", "--set", "meals")
    assert said.code == 2
    assert "--set accounting: found" in said.err
    assert "name=value" in said.err


def test_an_unknown_pack_is_told_with_the_nearest(smena: Smena) -> None:
    said = smena("packs", "rusia")
    assert said.code == 2
    assert 'did you mean "russia"?' in said.err


def test_the_norm_of_a_year_is_printed(smena: Smena, tmp_path: Path) -> None:
    said = smena("packs", "russia", "--norm", "2026", "--lang", "ru").out
    year = next(line for line in said.splitlines() if "год" in line)
    assert [cell.strip() for cell in year.strip("│").split("│")] == [
        "год", "365", "247", "4", "118", "1972", "1774,4", "1181,6"
    ]  # fmt: skip
    assert "1774.4" in smena("packs", "russia", "--norm", "2026").out
    decree = tmp_path / "decree.csv"
    decree.write_text("date,kind\n2026-12-31,working\n", encoding="utf-8")
    assert "1980" in smena("packs", "russia", "--norm", "2026", "--overrides", decree).out
    assert "2028" in smena("packs", "russia", "--norm", "2028").err
    assert smena("packs", "eu", "--norm", "2026").code == 2


def test_check_says_what_is_below_the_law_and_where(smena: Smena, tmp_path: Path) -> None:
    looser = '\n[[rules]]\nkind = "weekly_rest"\nminutes = "24h"\n\n[pay]\nnight_premium = 0.1\n'
    said = smena("check", under_russian_law(tmp_path, looser))
    assert said.code == 0
    assert "rules[3] (weekly_rest): your rule: " in said.err
    assert "TK RF art. 110" in said.err
    assert "pay.night_premium: " in said.err


def test_a_period_outside_the_packs_dates_is_refused_with_its_place(smena: Smena, tmp_path: Path) -> None:
    path = under_russian_law(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("2026-11-", "2028-02-"), encoding="utf-8")
    said = smena("check", path)
    assert said.code == 2
    assert "law_packs[1]" in said.err
    assert "unchanged_until = 2028-02-15" in said.err


def test_the_rules_in_force_are_told_with_articles_and_packs(smena: Smena, tmp_path: Path) -> None:
    said = smena("rules", under_russian_law(tmp_path)).out
    assert "weekly_rest" in said
    assert "TK RF art. 110" in said
    assert "law pack russia" in said
    russian = smena("rules", under_russian_law(tmp_path), "--lang", "ru").out
    assert "набор законов russia" in russian


def test_the_catalogue_names_the_articles_of_the_packs(smena: Smena) -> None:
    said = smena("rules").out.replace("\n", "")
    assert "ArbZG § 5" in said


def test_a_plan_under_the_law_is_audited_against_it(smena: Smena, tmp_path: Path) -> None:
    looser = '\n[[rules]]\nkind = "weekly_rest"\nminutes = "24h"\n'
    out = tmp_path / "plan"
    assert smena("plan", under_russian_law(tmp_path, looser), "--out", out, "--time-limit", "20").code == 0
    said = smena("audit", out)
    assert said.code == 0
    assert "Every rule is kept." in said.out
    assert "Asked below the law: 1" in said.out


def test_a_line_that_names_a_vacancy_survives_the_plan_file(smena: Smena, tmp_path: Path) -> None:
    path = under_russian_law(tmp_path)
    text = path.read_text(encoding="utf-8").replace('["russia"]', '["uk"]')
    text = text.replace('id = "boris"', 'id = "boris"\nopt_out = true')
    path.write_text(text, encoding="utf-8")
    assert "anna, operator" in smena("rules", path).out
    out = tmp_path / "plan"
    assert smena("plan", path, "--out", out, "--time-limit", "20").code == 0
    said = smena("audit", out)
    assert (said.code, "Every rule is kept." in said.out) == (0, True)


def test_a_rule_of_the_law_taken_out_of_a_plan_file_is_checked_all_the_same(
    smena: Smena, tmp_path: Path
) -> None:
    out = tmp_path / "plan"
    assert smena("plan", under_russian_law(tmp_path), "--out", out, "--time-limit", "20").code == 0
    document = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    rules = document["scenario"]["rules"]
    document["scenario"]["rules"] = [rule for rule in rules if rule["kind"] != "min_break"]
    assert len(document["scenario"]["rules"]) < len(rules)
    document["scenario"]["shift_patterns"][0]["break"] = None
    for row in document["roster"]:
        row |= {"break_start": None, "break_end": None, "paid_minutes": 540}
    (out / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    said = smena("audit", out)
    assert said.code == 1
    assert "break" in said.out
