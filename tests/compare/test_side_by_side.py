import io
import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from models.comparison import Comparison
from models.errors import BadInputError
from models.plan import Plan
from models.text import Language
from planner.compare import (
    compare,
    compare_figures,
    comparison_document,
    comparison_table,
    figures_document,
    figures_from_document,
    figures_of,
)
from planner.compare.month import per_month
from tests.plans import sample_plan

DAY = "mon-fri 09:00-18:00"


def both(language: Language = "en") -> Comparison:
    return compare(
        [
            sample_plan(language=language),
            sample_plan(name="9-18", opening=DAY, language=language, gap_minor=0),
        ]
    )


def shown(comparison: Comparison, language: Language, width: int = 100) -> str:
    console = Console(width=width, record=True, file=io.StringIO())
    console.print(comparison_table(comparison, language))
    return console.export_text()


@given(st.integers(-(10**12), 10**12), st.integers(1, 366))
def test_a_month_is_exact_to_half_a_minor_unit(minor: int, days: int) -> None:
    exact = Fraction(minor) * Fraction(36525, 1200) / days
    assert abs(per_month(minor, days) - exact) <= Fraction(1, 2)


def test_columns_hold_the_plans_figures() -> None:
    always, office = both().plans
    plan = sample_plan()
    assert (always.label, office.label) == ("24x7", "9-18")
    assert (always.figures.headcount, office.figures.headcount) == (9, 2)
    cost = always.cost_per_month
    assert cost.base_minor == round(Decimal(plan.cost.base_minor) * Decimal("30.4375") / 28)
    assert abs(cost.total_minor - per_month(plan.cost.total_minor, 28)) <= 3
    assert always.figures.closed_share == 0
    assert 0.4 < office.figures.closed_share < 0.6
    assert always.figures.night_contacts == pytest.approx(
        sum(
            contacts
            for demand in plan.demands
            for start, contacts in zip(plan.scenario.horizon.interval_starts, demand.contacts, strict=True)
            if plan.scenario.horizon.local(start).hour in range(7)
        )
    )


def test_cost_per_contact_counts_whom_somebody_serves() -> None:
    plan = sample_plan(name="9-18", opening=DAY, gap_minor=0)
    phone, tickets = plan.promises
    served = phone.contacts * (1 - phone.closed_share) + tickets.contacts
    column = both().plans[1]
    assert column.cost_per_contact_minor == round(plan.cost.total_minor / served)
    nobody = replace(figures_of(plan), served_contacts=0.0)
    assert compare_figures([nobody, nobody]).plans[0].cost_per_contact_minor is None


def test_a_desk_without_anybody_costs_nothing_a_contact_but_is_no_bargain() -> None:
    """It used to say "Cost per contact served 0.00" of a roster with nobody on duty."""
    figures = figures_of(sample_plan())
    nothing = replace(
        figures.cost,
        base_minor=0,
        night_premium_minor=0,
        holiday_premium_minor=0,
        overtime_minor=0,
        per_head_minor=0,
    )
    free = replace(figures, cost=nothing)
    comparison = compare_figures([free, figures])
    assert comparison.plans[0].cost_per_contact_minor is None
    console = Console(file=io.StringIO(), width=100)
    console.print(comparison_table(comparison, "en"))
    assert isinstance(console.file, io.StringIO)
    (line,) = [row for row in console.file.getvalue().splitlines() if "Cost per contact" in row]
    assert "–" in line
    assert "0.00" not in line.split("│")[2]


def test_night_advice_gives_figures_in_both_languages() -> None:
    always, office = both().plans
    assert always.night_advice.en.startswith("1.6% of contacts arrive between 00:00 and 07:00")
    assert "too early and too dear" in always.night_advice.en
    assert "fewer than about 5% of customers call at night" in always.night_advice.en
    assert always.night_advice.ru.startswith("1,6% обращений")
    assert "рано и дорого" in always.night_advice.ru
    assert "closed then, as the rule advises" in office.night_advice.en
    busy = replace(figures_of(sample_plan()), night_contacts=figures_of(sample_plan()).contacts / 20)
    assert "at or above the 5% rule" in compare_figures([busy, busy]).plans[0].night_advice.en


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_table_fits_100_columns_and_says_everything(language: Language) -> None:
    comparison = both(language)
    text = shown(comparison, language)
    assert max(len(line) for line in text.splitlines()) <= 100
    flat = " ".join(text.split())
    assert " ".join(comparison.differences[0].sentence.in_language(language).split()) in flat
    for plan in comparison.plans:
        assert " ".join(plan.night_advice.in_language(language).split()) in flat
    for expected in ("48.2%", "687,088 RUB") if language == "en" else ("48,2%", "687 088 ₽"):
        assert expected in flat


def test_many_plans_go_below_each_other() -> None:
    figures = [replace(figures_of(sample_plan()), scenario=f"scenario-{n}") for n in range(7)]
    text = shown(compare_figures(figures), "ru")
    assert max(len(line) for line in text.splitlines()) <= 100
    assert all(f"scenario-{n}" in text for n in range(7))


def test_plans_of_the_same_name_are_numbered() -> None:
    twice = compare([sample_plan(), sample_plan(gap_minor=0)])
    assert [plan.label for plan in twice.plans] == ["24x7 (1)", "24x7 (2)"]


def test_other_lengths_are_scaled_and_noted() -> None:
    same = both()
    other = compare([sample_plan(), sample_plan(name="9-18", opening=DAY, days=35)])
    assert not any("differ in length" in note.en for note in same.notes)
    assert any("differ in length (days: 24x7: 28, 9-18: 35)" in note.en for note in other.notes)
    assert other.plans[1].objective_per_month_minor == per_month(other.plans[1].figures.objective_minor, 35)


@pytest.mark.parametrize(
    ("plans", "words"),
    [
        (
            (sample_plan(), sample_plan(currency="EUR", name="euro")),
            "euro: its currency is EUR, but 24x7 is in RUB",
        ),
        ((sample_plan(),), "two or more plans"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_plain_words(plans: tuple[Plan, ...], words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        compare(plans)


def test_the_document_is_json_with_decimal_money_and_the_same_each_time() -> None:
    document = comparison_document(both())
    text = json.dumps(document, allow_nan=False)
    assert text == json.dumps(comparison_document(both()), allow_nan=False)
    read = json.loads(text)
    assert read["scenarios"][0]["cost_per_month"]["night_premium"] == "34090.00"
    assert read["scenarios"][0]["night_share_rule_of_thumb"] == 0.05
    assert read["differences"][0]["proven"] is True
    assert Decimal(read["differences"][0]["proven_at_least_per_month"]) > 0


def test_figures_survive_their_file() -> None:
    figures = figures_of(sample_plan())
    stored = json.loads(json.dumps({"figures": figures_document(figures)}))
    assert figures_from_document(stored) == figures


def test_damaged_figures_are_reported_with_every_place() -> None:
    stored = figures_document(figures_of(sample_plan()))
    del stored["days"]
    stored["headcount"] = "many"
    with pytest.raises(BadInputError) as caught:
        figures_from_document({"figures": stored})
    assert {problem.place.en for problem in caught.value.problems} == {
        "plan.json: figures.days",
        "plan.json: figures.headcount",
    }
    with pytest.raises(BadInputError, match="holds no figures"):
        figures_from_document({"status": "optimal"})
