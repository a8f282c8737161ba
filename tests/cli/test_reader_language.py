"""In which language mistakes are told, and mistakes of the command line itself."""

import re
from pathlib import Path

import pytest

from planner.cli.app import run
from planner.cli.reader_language import VARIABLES, computer_language
from tests.scenario.test_ten_mistakes import TEN_MISTAKES


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"SMENA_LANG": "ru", "LANG": "en_US.UTF-8"}, "ru"),
        ({"SMENA_LANG": "en", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], language: str) -> None:
    assert computer_language(environment) == language


def _told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(arguments) == 2
    return capsys.readouterr().err


def test_the_language_is_the_authors_then_the_computers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.toml"
    path.write_text("name = 7\n", encoding="utf-8")
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("SMENA_LANG", "ru")
    assert "этого не хватает" in _told(["check", str(path)], capsys)
    path.write_text('name = 7\n[desk]\nlanguage = "en"\n', encoding="utf-8")
    assert "this is missing" in _told(["check", str(path)], capsys)
    monkeypatch.setenv("SMENA_LANG", "en")
    path.write_text('name = 7\n[desk]\nlanguage = "ru"\n', encoding="utf-8")
    assert "этого не хватает" in _told(["check", str(path)], capsys)
    path.write_text(
        '[desk]\nlanguage = "ru"\nname = \n', encoding="utf-8"
    )  # no TOML, and Russian all the same
    assert "строка 3" in _told(["check", str(path)], capsys)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("plann x", "команды plann нет"),
        ("plan x.toml y", "это лишнее: y"),
        ("plan --tme-limit 3 x.toml", "параметра --tme-limit нет; может быть, --time-limit?"),
        ("plan x.toml --workers 99", "--workers: допустимо не больше 64"),
        ("plan x.toml --workers a", "--workers: допустимо целое число"),
        ("plan x.toml --workers", "параметру --workers нужно значение"),
        ("explain x --lang de", "допустимо одно из en, ru"),
        ("packs --date 2026-13-01", "--date: допустимо дата, например 2026-11-02"),
    ],
)
def test_a_wrong_command_line_is_told_in_russian(
    arguments: str, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMENA_LANG", "ru")
    told = _told(arguments.split(), capsys)
    assert words in told
    assert not re.search(r"Error|Invalid|Input|should", told)


def test_ten_mistakes_in_russian(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(
        TEN_MISTAKES.replace('currency = "RUB"', 'currency = "RUB"\nlanguage = "ru"'), encoding="utf-8"
    )
    lines = _told(["check", str(path)], capsys).splitlines()
    assert len(lines) == 16
    assert not [line for line in lines if not re.search("[а-я]", line)]
    assert '✗ desk.toml: desk.zone: "Europe/Moskow" не часовой пояс по IANA, например Europe/Moscow' in lines
