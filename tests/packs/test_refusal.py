"""Packs refuse what they know nothing of."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from models.law_pack import LAW_PACKS
from planner.packs.refusal import refusals
from planner.packs.russia import Russia
from planner.scenario.schema import scenario_model

scenario_model()  # registers every pack


def messages(options: dict[str, Any], first: dt.date, last: dt.date) -> list[str]:
    pack = LAW_PACKS[options["kind"]].model_validate(options)
    return [found.message.en for found in refusals(((0, pack),), first, last)]


@pytest.mark.parametrize("kind", tuple(LAW_PACKS))
def test_dates_outside_are_refused_and_inside_are_not(kind: str) -> None:
    unit, day = LAW_PACKS[kind], dt.timedelta(days=1)
    options = {"kind": kind}
    end = unit.valid_to or dt.date(2035, 12, 31)
    assert messages(options, unit.valid_from, end) == []
    before, after = (unit.valid_from - day, unit.valid_from), (end, end + day)
    for first, last in (before, after, (end + day, end + 2 * day)):
        found = messages(options, first, last)
        if unit.valid_to is None and first > unit.valid_from:
            assert found == []
        else:
            (message,) = found
            assert f'"{kind}" knows the law from {unit.valid_from}' in message


def test_a_plan_for_the_coming_year_is_made_and_the_refusal_says_what_to_write() -> None:
    for kind in LAW_PACKS:
        assert messages({"kind": kind}, dt.date(2027, 1, 1), dt.date(2027, 1, 31)) == []
    pack = LAW_PACKS["russia"].model_validate({"kind": "russia"})
    (found,) = refusals(((0, pack),), dt.date(2027, 12, 20), dt.date(2028, 1, 16))
    for said in (found.allowed.en, found.allowed.ru):
        assert 'law_packs = [{ kind = "russia", unchanged_until = 2028-01-16 }]' in said


def test_who_has_checked_the_law_may_go_on() -> None:
    first, last = dt.date(2027, 12, 21), dt.date(2028, 1, 17)
    assert len(messages({"kind": "russia"}, first, last)) == 1
    assert messages({"kind": "russia", "unchanged_until": last}, first, last) == []
    assert len(messages({"kind": "russia", "unchanged_until": dt.date(2028, 1, 16)}, first, last)) == 1


def test_lines_that_are_not_there_and_packs_asked_for_twice() -> None:
    day = dt.date(2026, 3, 16)
    (message,) = messages({"kind": "us", "without": ["overtime_pay", "meal"]}, day, day)
    assert 'no line "meal"' in message
    both = ((0, Russia()), (1, Russia()))
    assert [found.path for found in refusals(both, day, day)] == [("law_packs", 1)]


def test_an_accounting_period_holds_the_plan_and_is_at_most_a_year() -> None:
    first, last = dt.date(2026, 3, 1), dt.date(2026, 3, 31)
    quarter = {"kind": "russia", "accounting": "summed", "accounting_first_date": dt.date(2026, 1, 1)}
    assert messages({**quarter, "accounting_last_date": last}, first, last) == []
    assert messages({**quarter, "accounting_last_date": dt.date(2026, 6, 30)}, first, last) == []
    assert len(messages({**quarter, "accounting_last_date": dt.date(2026, 3, 30)}, first, last)) == 1
    assert len(messages({**quarter, "accounting_first_date": dt.date(2026, 3, 2)}, first, last)) == 1
    with pytest.raises(ValidationError, match="at most a year"):
        Russia(**{**quarter, "accounting_last_date": dt.date(2027, 1, 2)})
    with pytest.raises(ValidationError, match="summed"):
        Russia(accounting_first_date=first)
