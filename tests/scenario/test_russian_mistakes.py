"""Every mistake in Russian: place, what was found, what is allowed, and no English sentence left."""

import re
from pathlib import Path

import pytest
from pydantic_core import ErrorDetails
from pydantic_core._pydantic_core import list_all_errors

from models.text import Text
from planner.scenario.locate import Location
from planner.scenario.plain_words import say
from tests.scenario.samples import changed, problems_of
from tests.scenario.test_plain_words import CASES
from tests.scenario.test_ten_mistakes import TEN_MISTAKES

#: Names and values as the user writes them, and lists of names: they are no sentences.
_NAMES = re.compile(r'"[^"]*"|\b[\w.\[\]/:+=-]*[_./=\[\]+\d][\w.\[\]/:+=-]*')
#: Words only an English sentence has.
_ENGLISH = re.compile(
    r"\b(the|is|are|no|not|there|this|found|missing|allowed|of|and|or|at|least|most|must|a|an|such|with|has)\b"
)
EXPECTED = [
    ("desk.toml: name", 'здесь "ten mistakes"', "без пробелов"),
    ("desk.toml: desk.zone", '"Europe/Moskow" не часовой пояс', ""),
    ("desk.toml: opening.hours", '"mon-fri 9 to 18" не строка часов работы', ""),
    ("desk.toml: channels[1] (phone).kind", 'вида "fone" нет; может быть, "phone"?', "deferred"),
    (
        "desk.toml: channels[2] (calls).skill",
        'навыка "frensh" ни у кого нет',
        "навык сотрудника или вакансии",
    ),
    (
        "desk.toml: channels[2] (calls).history.file",
        'файла "missing.csv" нет',
        "путь к нему от папки сценария",
    ),
    ("desk.toml: shift_patterns[1] (day).starts", "начало 09:10 не на сетке", "09:00 или 09:30"),
    ("desk.toml: contracts[1] (standard).hourly_rat", 'поля "hourly_rat" здесь нет', "monthly_salary"),
    ("desk.toml: agents[1] (anna).fixed_shifts[1]", "этот человек отсутствует", "но не вместе"),
    ("desk.toml: rules[1] (min_rest).minutes", '"11 hours" не длительность', ""),
    ("desk.toml: rules[2] (max_consecutive_days).days", "здесь 0", "не меньше 1 и не больше 31"),
]


@pytest.mark.parametrize(("place", "message", "allowed"), EXPECTED, ids=[place for place, _, _ in EXPECTED])
def test_each_mistake_is_told_in_russian(tmp_path: Path, place: str, message: str, allowed: str) -> None:
    at_place = [problem for problem in problems_of(tmp_path, TEN_MISTAKES) if problem.place.ru == place]
    assert [one for one in at_place if message in one.message.ru and allowed in one.allowed.ru], at_place


def test_no_english_sentence_is_left(tmp_path: Path) -> None:
    texts = [TEN_MISTAKES, *(changed((old, new)) for old, new, *_ in CASES)]
    for text in texts:
        for problem in problems_of(tmp_path, text):
            said = problem.in_language("ru").replace(problem.place.ru, "")
            assert not _ENGLISH.search(_NAMES.sub("", said)), said
            assert re.search("[а-я]", said), said


def _details(kind: str) -> ErrorDetails:
    context = dict.fromkeys(("min_length", "max_length", "decimal_places", "multiple_of", "expected"), "1")
    numbers = {"min_length": 1, "max_length": 1, "decimal_places": 2}
    return ErrorDetails(
        type=kind, loc=("key",), msg="Input should be xyz", input="abc", ctx={**context, **numbers}
    )


@pytest.mark.parametrize("kind", [error["type"] for error in list_all_errors()])
def test_every_error_of_pydantic_has_plain_words(kind: str) -> None:
    for said in say(_details(kind), Location(("key",), None, None)):
        assert isinstance(said, Text)
        assert "Input should" not in said.en + said.ru
        assert not _ENGLISH.search(_NAMES.sub("", said.ru))
