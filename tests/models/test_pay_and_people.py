"""Contracts, agents and vacancies that contradict themselves."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from models.agent import Agent, FixedShift, Leave, Vacancy
from models.contract import Contract
from models.pay_terms import PayTerms


def test_hourly_pay_is_the_default() -> None:
    contract = Contract(name="standard", hourly_rate=Decimal(400))
    assert (contract.pay, contract.weekly_minutes) == ("hourly", 2400)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"pay": "hourly", "monthly_salary": 1},
        {"pay": "salary", "hourly_rate": 1},
        {"pay": "salary", "hourly_rate": 1, "monthly_salary": 1},
    ],
)
def test_pay_must_fit_its_kind(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="needs"):
        Contract.model_validate({"name": "standard", **fields})


def test_leave_that_ends_before_it_begins() -> None:
    with pytest.raises(ValidationError, match="ends before it begins"):
        Leave(first_date=dt.date(2026, 11, 2), last_date=dt.date(2026, 11, 1))


@pytest.mark.parametrize("fields", [{}, {"off": True, "pattern": "day"}])
def test_a_fixed_shift_is_work_or_a_day_off(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="either a pattern or off"):
        FixedShift.model_validate({"date": "2026-11-02", **fields})


def test_hires_must_be_in_order() -> None:
    with pytest.raises(ValidationError, match="min_hires 3 is above max_hires 2"):
        Vacancy(name="day", contract="standard", max_hires=2, min_hires=3)


@pytest.mark.parametrize("name", ["", "with space", "a/b", "x" * 61])
def test_ids_are_short_and_plain(name: str) -> None:
    with pytest.raises(ValidationError):
        Agent(id=name, contract="standard")


def test_ids_may_be_in_russian() -> None:
    assert Agent(id="анна", contract="standard").id == "анна"


@pytest.mark.parametrize(
    ("contracts", "written", "fits"),
    [
        (((), ()), {"overtime_on_holidays": True}, True),
        (((), ()), {"overtime_on_holidays": False}, False),
        (((), ()), {}, False),
        ((("a",), ()), {}, False),
        ((("a",), ("a", "b")), {}, False),
        ((("a",), ("b",)), {}, True),
    ],
)
def test_holidays_above_the_norm_are_of_the_week_or_of_the_period(
    contracts: tuple[tuple[str, ...], tuple[str, ...]], written: dict[str, bool], fits: bool
) -> None:
    """A random payroll took back 38 minutes above the norm, because the week had paid them too."""
    overtime = [
        {"per": per, "tiers": [{"premium": 1}], "contracts": own}
        for per, own in zip(("week", "period"), contracts, strict=True)
    ]
    terms = {"overtime": overtime, **written}
    if fits:
        assert len(PayTerms.model_validate(terms).overtime) == 2
    else:
        with pytest.raises(ValidationError, match="go together only"):
            PayTerms.model_validate(terms)
