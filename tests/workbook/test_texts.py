import re
from pathlib import Path

import planner.workbook
from planner.workbook.texts import TEXTS

SOURCES = sorted(Path(planner.workbook.__file__).parent.rglob("*.py"))


def test_both_languages_have_the_same_words_and_places() -> None:
    english, russian = TEXTS["en"], TEXTS["ru"]
    assert list(english) == list(russian)
    for key, text in english.items():
        assert text.strip(), key
        assert russian[key].strip(), key
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", russian[key])), key


def test_russian_is_russian() -> None:
    assert [key for key, text in TEXTS["ru"].items() if not re.search("[а-яё]", text, re.IGNORECASE)] == []


def test_every_word_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES if "texts" not in path.parts)
    unused = [key for key in TEXTS["en"] if f'"{key}"' not in code and f"'{key}'" not in code]
    made = ("stop.", "leave.", "mark.", "request.")
    assert [key for key in unused if not key.startswith(made)] == []
