"""Templates: clean, alike in both languages, and never written over anything."""

import tomllib
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from models.errors import BadInputError
from models.text import Language
from planner.scenario import check_scenario, new_scenario
from planner.scenario.template import TemplateKind, template_text

LANGUAGES: tuple[Language, ...] = get_args(Language)
KINDS: tuple[TemplateKind, ...] = get_args(TemplateKind)


@pytest.mark.parametrize(("language", "kind"), [*product(LANGUAGES, KINDS)])
def test_every_template_is_clean(tmp_path: Path, language: Language, kind: TemplateKind) -> None:
    path = tmp_path / "new.toml"
    new_scenario(path, language, kind)
    loaded, problems = check_scenario(path)
    assert problems == []
    assert loaded is not None
    assert loaded.notices == ()
    assert loaded.scenario.desk.language == language
    assert loaded.scenario.opening.always == (kind == "24x7")


@pytest.mark.parametrize(("language", "kind"), [*product(LANGUAGES, KINDS)])
def test_contacts_come_by_day(language: Language, kind: TemplateKind, tmp_path: Path) -> None:
    """Tickets had no curve of the day, so a new desk was told that 12.9 % of contacts come at night."""
    path = tmp_path / "new.toml"
    new_scenario(path, language, kind)
    loaded, _ = check_scenario(path)
    assert loaded is not None
    for channel in loaded.scenario.channels:
        assert channel.volume is not None
        share = channel.volume.hourly_share
        assert 0 < sum(share[:7]) / sum(share) <= 0.05, channel.name


@pytest.mark.parametrize("kind", KINDS)
def test_languages_differ_in_words_only(kind: TemplateKind) -> None:
    english, russian = (
        _without_words(tomllib.loads(template_text(language, kind))) for language in ("en", "ru")
    )
    assert english == russian


@pytest.mark.parametrize("kind", KINDS)
def test_every_comment_is_in_its_language(kind: TemplateKind) -> None:
    counts = {}
    for language in LANGUAGES:
        comments = [
            line.partition("#")[2] for line in template_text(language, kind).splitlines() if "#" in line
        ]
        counts[language] = len(comments)
        cyrillic = [any("а" <= letter.lower() <= "я" for letter in comment) for comment in comments]
        if language == "en":
            assert not any(cyrillic)
        else:
            assert sum(cyrillic) > len(comments) * 0.7
    assert counts["en"] == counts["ru"]


def test_an_existing_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(BadInputError, match="not overwritten"):
        new_scenario(path, "en")
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be written"):
        new_scenario(tmp_path / "missing" / "new.toml", "en")


def test_an_unknown_language_or_kind(tmp_path: Path) -> None:
    untyped: Any = new_scenario
    with pytest.raises(BadInputError, match="en, ru"):
        untyped(tmp_path / "a.toml", "de")
    with pytest.raises(BadInputError, match="24x7, 9-18"):
        untyped(tmp_path / "a.toml", "en", "12x5")
    assert not (tmp_path / "a.toml").exists()


def _without_words(data: Any) -> Any:
    if isinstance(data, dict):
        words = {"language", "code"} | ({"name"} if "id" in data or "zone" in data else set())
        return {key: _without_words(value) for key, value in data.items() if key not in words}
    return [_without_words(item) for item in data] if isinstance(data, list) else data
