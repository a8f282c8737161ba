"""What is below a promise, in the words of what it is kept over."""

import pytest

from models.simulation import PromiseTarget
from models.text import Language
from planner.cli.below_words import below_text, kept_over_text

TARGETS = [
    PromiseTarget.model_validate({"channel": name, "share": 0.8, "scope": scope})
    for name, scope in (("phone", "interval"), ("chat", "day"), ("sales", "day"), ("mail", "period"))
]


@pytest.mark.parametrize(
    ("below", "language", "said"),
    [
        ((0, 0, 0, 0), "en", "0"),
        ((1, 0, 0, 0), "en", "1 interval"),
        ((2, 1, 1, 1), "en", "2 intervals, 2 days, 1 period"),
        ((21, 0, 0, 0), "ru", "21 интервал"),
        ((0, 1, 2, 0), "ru", "3 дня"),
        ((5, 0, 0, 1), "ru", "5 интервалов, 1 период"),
    ],
)
def test_spans_are_counted_in_their_own_nouns(below: tuple[int, ...], language: Language, said: str) -> None:
    assert below_text(TARGETS, below, language) == said


def test_scopes_are_named_once() -> None:
    assert kept_over_text(TARGETS, "en") == "in every interval, on every day, over the period"
    assert kept_over_text(TARGETS[1:3], "ru") == "за каждый день"
