"""Numbers, durations and dates in both languages."""

import datetime as dt

import pytest

from planner.rules.wording import counted, date_text, day_count, days_limit, duration, nights_limit


@pytest.mark.parametrize(
    ("minutes", "en", "ru"),
    [
        (0, "0 min", "0 мин"),
        (45, "45 min", "45 мин"),
        (2520, "42 h", "42 ч"),
        (450, "7 h 30 min", "7 ч 30 мин"),
    ],
)
def test_durations(minutes: int, en: str, ru: str) -> None:
    assert (duration(minutes).en, duration(minutes).ru) == (en, ru)


@pytest.mark.parametrize(
    ("number", "ru"),
    [
        *((1, "день"), (21, "день"), (101, "день")),
        *((2, "дня"), (4, "дня"), (22, "дня")),
        *((0, "дней"), (5, "дней"), (10, "дней"), (11, "дней"), (12, "дней"), (14, "дней")),
        *((20, "дней"), (25, "дней"), (111, "дней")),
    ],
)
def test_russian_forms_follow_the_number(number: int, ru: str) -> None:
    assert day_count(number).ru == f"{number} {ru}"


def test_limits_stand_in_the_genitive() -> None:
    assert [days_limit(number).ru for number in (1, 2, 5)] == ["1 дня", "2 дней", "5 дней"]
    assert nights_limit(3).ru == "3 ночных смен"


def test_english_forms() -> None:
    forms = ("week", "weeks"), ("неделя", "недели", "недель")
    assert [counted(number, *forms).en for number in (0, 1, 2)] == ["0 weeks", "1 week", "2 weeks"]


def test_dates_read_as_each_language_writes_them() -> None:
    text = date_text(dt.date(2026, 1, 5))
    assert (text.en, text.ru) == ("2026-01-05", "05.01.2026")
