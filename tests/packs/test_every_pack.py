"""What holds for every line of every pack."""

import datetime as dt
import re

import pytest

from models.clock import ClockSpan
from models.law_line import LawLine
from models.law_pack import LAW_PACKS, LawPack
from models.rule import RULES
from planner.packs.asked import law_rules
from planner.scenario.law import norm_of_calendar
from planner.scenario.schema import scenario_model
from tests.packs.desk import desk

scenario_model()  # registers every pack and rule

PACKS: tuple[LawPack, ...] = tuple(
    LAW_PACKS[kind].model_validate(options)
    for kind, options in (
        *((kind, {}) for kind in LAW_PACKS),
        ("russia", {"accounting": "summed", "meals_at_desk": True}),
        ("russia", {"shorter_night_contracts": ["plain"], "published_on": "2026-09-01"}),
        ("kazakhstan", {"accounting": "summed"}),
        ("california", {"meal_waivers": True}),
    )
)
LINES = tuple(
    pytest.param(pack, line, id=f"{number}-{pack.kind}-{line.id}")
    for number, pack in enumerate(PACKS)
    for line in pack.lines()
)
#: Every fact of a person that lines ask about, so that no line binds nobody.
EVERYBODY = [
    {"id": name, "contract": contract, **facts}
    for contract in ("plain", "over")
    for name, facts in (
        (f"{contract}-14", {"birth_date": "2011-09-01"}),
        (f"{contract}-15", {"birth_date": "2010-09-01"}),
        (f"{contract}-17", {"birth_date": "2008-09-01"}),
        (f"{contract}-barred", dict.fromkeys(("night_work", "overtime_work", "holiday_work"), "barred")),
        (
            f"{contract}-unasked",
            dict.fromkeys(("night_work", "overtime_work", "holiday_work"), "consent_missing"),
        ),
        (f"{contract}-out", {"opt_out": True}),
    )
]
#: Limits that the sentence of a line says in other words.
SAID_OTHERWISE = {
    ("eu", "break"): "how long, national law",
    ("eu", "weekly_rest"): "24 hours of rest in a row, added to the 11",
    ("germany", "replacement_day"): "two days off in any 14",
    ("germany", "young_break"): "an hour",
    ("germany", "young_short_break"): "30 minutes",
    ("california", "day_of_rest"): "six days",
    ("kazakhstan", "meal_break"): "half an hour",
}


def test_there_are_the_seven_packs() -> None:
    assert set(LAW_PACKS) == {"russia", "eu", "uk", "germany", "us", "california", "kazakhstan"}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.kind)
def test_lines_have_names_of_their_own_and_a_pack_its_dates(pack: LawPack) -> None:
    names = [line.id for line in pack.lines()]
    assert len(set(names)) == len(names)
    assert pack.valid_to is None or pack.valid_from < pack.valid_to


@pytest.mark.parametrize(("pack", "line"), LINES)
def test_texts_are_complete_in_both_languages(pack: LawPack, line: LawLine) -> None:
    texts = [line.asks, line.article, pack.title, pack.acts]
    texts += [text for text in (line.kept_by, line.not_checked) if text is not None]
    for text in texts:
        assert not re.search("[а-яё]", text.en, re.IGNORECASE)
        assert re.search("[а-яё]", text.ru, re.IGNORECASE) or text is line.article
    for asks in (line.asks.en, line.asks.ru):
        assert asks[0].isupper()
        assert asks.endswith((".", ".)"))
        assert "  " not in asks


@pytest.mark.parametrize(("pack", "line"), LINES)
def test_the_limit_of_a_rule_stands_in_the_sentence(pack: LawPack, line: LawLine) -> None:
    for asked in line.rules:
        if asked.limit and asked.limit in asked.fields:
            limit = re.sub(r"[hm]$", "", str(asked.fields[asked.limit]))
            limit = SAID_OTHERWISE.get((pack.kind, line.id), limit)
            assert re.search(rf"(?<!\d){limit}(?!\d)", line.asks.en), limit


@pytest.mark.parametrize(("pack", "line"), LINES)
def test_rules_construct_and_explain_themselves(pack: LawPack, line: LawLine) -> None:
    for asked in line.rules:
        assert asked.kind in RULES
        assert not asked.limit or asked.limit in RULES[asked.kind].model_fields
        assert not asked.used_before or asked.used_before in RULES[asked.kind].model_fields
        given = {asked.norm: "100h"} if asked.norm else {}
        given |= {asked.begins: "2026-01-05"} if asked.begins else {}
        rule = RULES[asked.kind].model_validate({**asked.fields, **given})
        assert rule.explain().en.endswith(".")
        assert re.search("[а-яё]", rule.explain().ru, re.IGNORECASE)


@pytest.mark.parametrize(("pack", "line"), LINES)
def test_terms_are_fields_of_a_scenario_and_can_be_read(pack: LawPack, line: LawLine) -> None:
    for term in line.terms:
        section, field = term.field.split(".")
        model = type(getattr(desk({"kind": "us"}), section))
        value = getattr(model.model_validate({field: term.value}), field)
        assert value is not None
        assert term.side != "at_least" or isinstance(value, ClockSpan) or value >= 0


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.kind)
def test_every_line_with_rules_binds_somebody_it_is_meant_for(pack: LawPack) -> None:
    scenario = desk(
        pack.model_dump(exclude_none=True),
        first_date=dt.date(2026, 3, 16),
        agents=EVERYBODY,
        contracts=[
            {"name": "plain", "hourly_rate": 1},
            {"name": "over", "hourly_rate": 1, "overtime_allowed": True},
        ],
    )
    bound = {law.line.id for law in law_rules(scenario, norm_of_calendar(scenario.holidays))}
    assert bound == {line.id for line in pack.lines() if line.rules}
