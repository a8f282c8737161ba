from pathlib import Path

from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE
from tests.scenario.test_ten_mistakes import EXPECTED, TEN_MISTAKES


def test_a_scenario_without_mistakes_is_fine(smena: Smena, office: Path) -> None:
    paid = OFFICE.replace('id = "anna"\n', 'id = "anna"\naverage_daily_pay = 2600\n')
    office.write_text(paid, encoding="utf-8")
    said = smena("check", office)
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{office}: no mistakes found\n"


def test_all_mistakes_are_listed_at_once_and_nothing_is_written(smena: Smena, tmp_path: Path) -> None:
    file = tmp_path / "desk.toml"
    file.write_text(TEN_MISTAKES, encoding="utf-8")
    for command in (("check", file), ("plan", file, "--out", tmp_path / "out")):
        said = smena(*command)
        lines = said.err.splitlines()
        assert said.code == 2
        assert said.out == ""
        assert len(lines) == len(EXPECTED) > 10
        for place, message, allowed in EXPECTED:
            assert [line for line in lines if place in line and message in line and allowed in line]
    assert list(tmp_path.iterdir()) == [file]


def test_several_files_are_checked_in_one_go(smena: Smena, office: Path) -> None:
    spoilt = office.with_name("spoilt.toml")
    spoilt.write_text(OFFICE.replace("Europe/Moscow", "Europe/Moskow"), encoding="utf-8")
    said = smena("check", spoilt, office)
    assert said.code == 2
    assert "office.toml: no mistakes found" in said.out
    assert "spoilt.toml: desk.zone" in said.err


def test_what_is_found_is_said_in_the_language_of_the_desk(smena: Smena, office: Path) -> None:
    russian = OFFICE.replace('currency = "RUB"', 'currency = "RUB"\nlanguage = "ru"')
    office.write_text(russian, encoding="utf-8")
    assert smena("check", office).out == f"{office}: ошибок не найдено\n"
