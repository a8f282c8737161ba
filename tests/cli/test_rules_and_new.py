from pathlib import Path

import pytest

from models.rule import RULES
from tests.cli.conftest import Smena


def test_every_kind_of_rule_is_listed_with_an_example(smena: Smena) -> None:
    said = smena("rules")
    assert said.code == 0
    assert {kind for kind in RULES if kind in said.out.replace("\n", "")} == set(RULES)
    assert said.out.count("For example") == len(list(RULES))


def test_every_kind_says_in_russian_what_it_asks_and_what_may_be_written(smena: Smena) -> None:
    told = dict(part.split("\n", 1) for part in smena("rules", "--lang", "ru").out.strip().split("\n\n"))
    assert set(told) == set(RULES)
    for kind, text in told.items():
        said = " ".join(text.split())
        assert not said.startswith("Например")
        for name in set(RULES[kind].model_fields) - {"kind", "source"}:
            if name == "price" or name not in ("agents", "contracts", "valid_from", "valid_to"):
                assert name in said, (kind, name)
        assert "с valid_from по valid_to" in said
    assert "minutes (по умолчанию 42 ч)" in told["weekly_rest"]


def test_the_rules_of_a_scenario_are_told_in_either_language(smena: Smena, office: Path) -> None:
    said = smena("rules", office)
    assert said.code == 0
    assert "min_rest" in said.out
    assert "max_nights" not in said.out
    russian = smena("rules", office, "--language", "ru").out
    assert "Что требует" in russian
    assert "Source" not in russian


def test_people_are_named_once_and_by_name(smena: Smena, office: Path) -> None:
    text = office.read_text(encoding="utf-8").replace('id = "anna"\n', 'id = "anna"\nname = "Anna Orlova"\n')
    pair = '\n[[rules]]\nkind = "always_together"\nagents = ["anna", "boris"]\n'
    nights = '\n[[rules]]\nkind = "max_nights"\nnights = 0\nagents = ["anna"]\n'
    office.write_text(text + pair, encoding="utf-8")
    said = " ".join(smena("rules", office).out.replace("│", " ").split())
    assert "Anna Orlova and boris are always on shift together." in said
    assert "Binds" not in said
    office.write_text(text + nights, encoding="utf-8")
    said = " ".join(smena("rules", office).out.replace("│", " ").split())
    assert "No night shifts in the period. Binds: Anna Orlova" in said


@pytest.mark.parametrize("kind", ["24x7", "9-18"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_new_scenario_has_no_mistakes(smena: Smena, tmp_path: Path, kind: str, language: str) -> None:
    file = tmp_path / "mine.toml"
    said = smena("new", file, "--kind", kind, "--language", language)
    assert said.code == 0
    assert f"smena check {file}" in said.out
    assert smena("check", file).code == 0


def test_a_file_that_is_there_is_never_overwritten(smena: Smena, office: Path) -> None:
    before = office.read_bytes()
    said = smena("new", office)
    assert (said.code, said.out) == (2, "")
    assert "is not overwritten" in said.err
    assert office.read_bytes() == before


def test_a_new_scenario_in_a_folder_that_is_not_there_is_bad_input(smena: Smena, tmp_path: Path) -> None:
    said = smena("new", tmp_path / "nowhere" / "desk.toml")
    assert said.code == 2
    assert "cannot be written" in said.err
