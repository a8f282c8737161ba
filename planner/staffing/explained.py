"""A number with the arithmetic it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.text import Language, Text
from planner.staffing.explain_texts_desk import DESK_WORDS
from planner.staffing.explain_texts_formulas import FORMULA_WORDS
from planner.staffing.explain_texts_live import LIVE_WORDS
from planner.staffing.explain_texts_scope import SCOPE_WORDS
from planner.staffing.explain_words import UNITS

#: Digits after the mark of every number shown.
SHOWN_DIGITS = 4
_WORDS = {**LIVE_WORDS, **FORMULA_WORDS, **SCOPE_WORDS, **DESK_WORDS}


@dataclass(frozen=True)
class Figure:
    """One number of an explanation.

    Parameters
    ----------
    label
        What it is.
    formula
        How it comes about, with the numbers put in.
    value
        The number itself; shares are between 0 and 1.
    unit
        What it is counted in; empty for pure numbers.
    source
        Where it comes from: a field of the scenario, a stage, a paper.
    """

    label: Text
    formula: Text
    value: float
    unit: Text
    source: Text


@dataclass(frozen=True)
class Explanation:
    """The figures of one queue, one kind of deferred work, or the desk, in order of reckoning."""

    title: Text
    figures: tuple[Figure, ...]


#: What may be put into words: numbers, names, words of their own.
Filling = Mapping[str, float | str | Text]


def figure(key: str, value: float, filling: Filling | None = None) -> Figure:
    """Make a figure from its words.

    Parameters
    ----------
    key
        Name of the words.
    value
        The number.
    filling
        What the words leave room for; numbers are written as each language does.
    """
    words, given = _WORDS[key], filling or {}
    return Figure(
        label=filled(words.label, given),
        formula=filled(words.formula, given),
        value=float(value),
        unit=UNITS[words.unit].of(round(value, SHOWN_DIGITS)),
        source=filled(words.source, given),
    )


def filled(words: Text, filling: Filling) -> Text:
    """Put numbers and names into both languages of a text."""

    def shown(found: float | str | Text, language: Language) -> str:
        if isinstance(found, Text):
            return found.in_language(language)
        return found if isinstance(found, str) else number_text(found, language)

    def one(language: Language) -> str:
        return words.in_language(language).format(
            **{name: shown(found, language) for name, found in filling.items()}
        )

    return Text(en=one("en"), ru=one("ru"))


def sum_text(numbers: Sequence[float]) -> Text:
    """Write a sum with its parts."""
    return Text(
        en=" + ".join(number_text(number, "en") for number in numbers),
        ru=" + ".join(number_text(number, "ru") for number in numbers),
    )


def product_sum_text(numbers: Sequence[float], factors: Sequence[float]) -> Text:
    """Write a sum of products with its parts."""

    def one(language: Language) -> str:
        return " + ".join(
            f"{number_text(number, language)} × {number_text(factor, language)}"
            for number, factor in zip(numbers, factors, strict=True)
        )

    return Text(en=one("en"), ru=one("ru"))


def close_text(value: float) -> Text:
    """Write a share that a large number is multiplied by, closely enough to be reckoned with."""
    return Text(en=number_text(value, "en", 2 * SHOWN_DIGITS), ru=number_text(value, "ru", 2 * SHOWN_DIGITS))


def number_text(value: float, language: Language, digits: int = SHOWN_DIGITS) -> str:
    """Write a number with at most so many digits after the mark, without empty ones."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "ru" else text
