"""Every formula an explanation shows comes to the number it shows, in both languages."""

import math
import re
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from models.channel import Channel
from models.demand import ChannelDemand
from models.plural import russian_form
from models.staffing_terms import Shrinkage, StaffingTerms
from planner.staffing.explain import explain_interval
from planner.staffing.explained import Figure
from planner.staffing.require import require
from tests.staffing.desks import chat, deferred, demand, phone, setting

#: What stands for an operation; anything else but numbers and brackets is words.
_OPERATORS = {"×": "*", "÷": "/", "−": "-", "e^": "exp", "+": "+"}
_NUMBER = r"\d+(?:\.\d+)?"
_ARITHMETIC = re.compile(rf"(?:{_NUMBER}|[()+*/-]|exp|\s)+")
_BINOMIAL = re.compile(rf"P\(Binomial\(n, ({_NUMBER})\) ≥ ({_NUMBER})\) ≥ ({_NUMBER})")


def arithmetic(formula: str) -> str:
    """The reckoning in a formula, its words and units left out; empty where there is none."""
    text = re.sub(rf"({_NUMBER}|\)) (?:s|min|с|мин)\b", r"\1", re.sub(r"(\d),(\d)", r"\1.\2", formula))
    for sign, operator in _OPERATORS.items():
        text = text.replace(sign, operator)
    found = max((match.group().strip() for match in _ARITHMETIC.finditer(text)), key=len, default="")
    return found if re.search(r"\d.*[+*/-]", found) and found.count("(") == found.count(")") else ""


def reckoned(expression: str) -> tuple[float, float]:
    """Value of an expression, and by how much rounded numbers in it may move it."""

    def value(text: str) -> float:
        return float(eval(text, {"__builtins__": {}}, {"exp": math.exp}))

    middle, slack = value(expression), 0.0
    for match in re.finditer(_NUMBER, expression):
        # zeros at the end are not written, so that any number may be a rounded one
        digits = max(4, len(match.group().partition(".")[2]))
        for half in (-0.5, 0.5):
            moved = f"({float(match.group()) + half * 10.0**-digits:.12f})"
            other = value(expression[: match.start()] + moved + expression[match.end() :])
            slack += abs(other - middle) / 2
    return middle, slack


def assert_comes_to(figure: Figure, formula: str) -> bool:
    """Whether the formula reckons at all; it is an error where it comes to something else."""
    larger = re.search(rf"(?:larger of|большее из) ({_NUMBER})\D+({_NUMBER})", formula)
    binomial = _BINOMIAL.search(re.sub(r"(\d),(\d)", r"\1.\2", formula))
    expression = arithmetic(formula)
    if larger:
        assert figure.value == max(float(larger[1]), float(larger[2]))
    elif binomial:
        present, agents, sure = (float(text) for text in binomial.groups())
        assert binom.sf(agents - 1, figure.value, present) >= sure - 1e-9 or agents == 0
        assert figure.value == agents or binom.sf(agents - 1, figure.value - 1, present) < sure
    elif expression:
        middle, slack = reckoned(expression)
        if re.search("rounded down|округлением вниз", formula):
            assert figure.value == math.floor(middle + 1e-9)
        elif re.search("rounded up|округлением вверх", formula):
            assert figure.value == math.ceil(middle - 1e-9)
        else:
            assert middle == pytest.approx(figure.value, abs=slack * 1.001 + 0.51e-4, rel=1e-9), formula
    return bool(larger or binomial or expression)


@st.composite
def desks(draw: Callable[..., object]) -> tuple[list[Channel], list[ChannelDemand], StaffingTerms, str, int]:
    """Channels of every kind, with everything explanations have words for."""

    def real(low: float, high: float) -> float:
        return float(draw(st.floats(low, high)))  # type: ignore[arg-type]

    def counts() -> list[float]:
        least, most = float(draw(st.sampled_from([0.0, 0.01, 2.0]))), real(0.02, 300)  # type: ignore[arg-type]
        return [least + most * (hour * 7 % 24 + 1) / 24 if hour % 5 else 0.0 for hour in range(24)]

    patience = draw(st.one_of(st.none(), st.floats(10, 900)))
    channels: list[Channel] = [
        phone("calls", patience_seconds=patience, pool="p"),
        phone("vip", patience_seconds=90, pool="p"),
        chat("Telegram", patience_seconds=300, redial_probability=real(0.05, 0.9), lines=40, load_cv=0.2),
        phone("line", lines=draw(st.sampled_from([1, 2, 30]))),
        deferred("mail", deadline_minutes=240, load_cv=real(0, 0.5), load_quantile=real(0.5, 0.95)),
        deferred("posts", deadline_minutes=600),
    ]
    demands = [demand(counts(), real(20, 1500), name=one.name) for one in channels]
    method: Literal["divide", "binomial"] = draw(st.sampled_from(["divide", "binomial"]))  # type: ignore[assignment]
    terms = StaffingTerms(
        shrinkage=Shrinkage(absence_share=draw(st.sampled_from([0.0, 0.08, 0.137])), method=method),
        occupancy_cap=draw(st.sampled_from([0.9, 0.87, 1.0])),
        min_agents=draw(st.integers(0, 4)),
        load_model=draw(st.sampled_from(["sipp", "mol"])),
    )
    opened = draw(st.sampled_from(["#" * 24, "." * 8 + "#" * 12 + "." * 4, "#" * 6 + "." * 12 + "#" * 6]))
    return channels, demands, terms, str(opened), int(draw(st.integers(0, 23)))  # type: ignore[call-overload]


def figures_of(desk: tuple[list[Channel], list[ChannelDemand], StaffingTerms, str, int]) -> Iterator[Figure]:
    channels, demands, terms, opened, interval = desk
    frame = setting(opened, terms=terms)
    found = explain_interval(channels, demands, frame, require(channels, demands, frame), interval)
    return (figure for explanation in found for figure in explanation.figures)


@settings(max_examples=40, deadline=None)
@given(desk=desks())
def test_every_formula_comes_to_the_number_beside_it(
    desk: tuple[list[Channel], list[ChannelDemand], StaffingTerms, str, int],
) -> None:
    reckon = [
        assert_comes_to(figure, formula)
        for figure in figures_of(desk)
        for formula in (figure.formula.en, figure.formula.ru)
    ]
    assert reckon[::2] == reckon[1::2]
    # work and running totals of deferred work, the busy day, and what the desk asks for
    assert sum(reckon[::2]) >= 8


@settings(max_examples=10, deadline=None)
@given(desk=desks())
def test_units_agree_with_their_numbers(
    desk: tuple[list[Channel], list[ChannelDemand], StaffingTerms, str, int],
) -> None:
    forms = [
        ("contact", "contacts", "обращение", "обращения", "обращений"),
        ("agent-minute", "agent-minutes", "человеко-минута", "человеко-минуты", "человеко-минут"),
        ("handle time", "handle times", "время обработки", "времени обработки", "времён обработки"),
        ("line", "lines", "линия", "линии", "линий"),
    ]
    for figure in figures_of(desk):
        for one, many, *russian in forms:
            if figure.unit.en in (one, many):
                shown = round(figure.value, 4)
                assert figure.unit.en == (one if shown == 1 else many)
                assert figure.unit.ru == russian[russian_form(shown)]


def test_russian_nouns_after_numbers() -> None:
    forms = {
        0: 2,
        1: 0,
        2: 1,
        4: 1,
        5: 2,
        11: 2,
        14: 2,
        21: 0,
        22: 1,
        111: 2,
        1001: 0,
        1.236: 1,
        0.5: 1,
        5.5: 1,
    }
    assert {number: russian_form(number) for number in forms} == forms


def test_arithmetic_is_found_among_words() -> None:
    assert arithmetic("55 × 227,2727 с ÷ 3600 с") == "55 * 227.2727  / 3600".replace("  ", " ")
    assert arithmetic("30 min × 0.9 × (1 − 0.08), rounded down") == "30 * 0.9 * (1 - 0.08)"
    assert arithmetic("expected in the interval") == ""
    assert reckoned("2 * exp(-0.5)")[0] == pytest.approx(2 * math.exp(-0.5))
