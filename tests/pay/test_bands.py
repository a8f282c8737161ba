"""Bands minute by minute, and how they stack."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import WEEKDAYS, ClockSpan
from models.contract import Contract
from models.pay_band import PayBand
from models.pay_terms import NightTerms, PayTerms
from planner.pay.bands_of import bands_of
from planner.pay.paid_time import paid_time
from planner.pay.premiums import premiums
from tests.pay.random_terms import pay_terms
from tests.pay.worlds import HOURLY, calendar_of, scenario_of, shift_of

CALENDAR = calendar_of(d0327="short", d0328="holiday", d1025="holiday", d0612="holiday")
RATE = Fraction(1000)


def band(name: str, share: str = "0.5", **more: object) -> PayBand:
    return PayBand.model_validate({"name": name, "share": share, **more})


@pytest.mark.parametrize(
    ("bands", "added"),
    [
        ((band("a", "0.2"), band("b", "0.5")), {0: 200, 1: 500}),
        ((band("a", "0.2"), band("b", "0.5", on="pay")), {0: 200, 1: 600}),
        ((band("a", "0.2", on="pay"), band("b", "0.5")), {0: 200, 1: 500}),
        ((band("a", "0.2", group="x"), band("b", "0.5", group="x")), {1: 500}),
        ((band("a", "0.5", group="x"), band("b", "0.5", group="x")), {0: 500}),
        ((band("a", "0.5", group="x"), band("b", "0.5", group="y")), {0: 500, 1: 500}),
        # what a group's share of pay is a share of does not hold the group itself
        ((band("a", "0.2"), band("b", "0.1", on="pay", group="x"), band("c", "0.5", on="pay", group="x")), {0: 200, 2: 600}),
        ((band("a", "0.1", group="x"), band("b", "0.5", on="pay"), band("c", "0.4", group="x")), {2: 400, 1: 700}),
    ],
)  # fmt: skip
def test_stacking(bands: tuple[PayBand, ...], added: dict[int, int]) -> None:
    found = premiums(bands, tuple(range(len(bands))), RATE, 100)
    assert {number: int(amount) for number, amount in found.items()} == added


def test_an_amount_by_the_hour_and_a_share_compete() -> None:
    """60 an hour is 100 minor units a minute, a tenth of the rate; a fifth is more."""
    fixed = PayBand(name="fixed", amount_per_hour=Decimal(60), group="x")
    assert premiums((fixed, band("a", "0.2", group="x")), (0, 1), RATE, 100) == {1: 200}
    assert premiums((fixed, band("a", "0.05", group="x")), (0, 1), RATE, 100) == {0: 100}


def test_a_band_out_of_its_minutes_adds_nothing() -> None:
    assert premiums((band("a"), band("b")), (1,), RATE, 100) == {1: 500}


@pytest.mark.parametrize(
    ("date_of", "day", "sunday_hours"),
    [("minute", 5, 6), ("shift", 5, 0), ("minute", 6, 2), ("shift", 6, 8)],
)
def test_whose_sunday_it_is(date_of: str, day: int, sunday_hours: int) -> None:
    """Nights of Saturday and Sunday, 22:00 to 06:00."""
    scenario = scenario_of(HOURLY)
    sunday = band("Sunday", weekdays=["sun"], date_of=date_of)
    time = paid_time(shift_of(scenario.horizon, day, 22, 8), scenario.horizon, CALENDAR, (sunday,))
    assert time.minutes_in(0) == sunday_hours * 60


def lies_in(one: PayBand, moment: dt.datetime, started: dt.date) -> bool:
    """Read a band as its documentation says it."""
    date = started if one.date_of == "shift" else moment.date()
    if one.weekdays and WEEKDAYS[date.weekday()] not in one.weekdays:
        return False
    if one.days and CALENDAR.kind(date) not in one.days:
        return False
    if one.clock is None:
        return True
    clock, begin, end = moment.hour * 60 + moment.minute, one.clock.start, one.clock.end
    return begin <= clock < end if begin < end else clock >= begin or clock < end


@settings(max_examples=60, deadline=None)
@given(
    terms=pay_terms(),
    day=st.integers(0, 6),
    start=st.integers(0, 23),
    hours=st.integers(1, 25),
    pause=st.none() | st.tuples(st.integers(0, 50), st.integers(1, 10)),
    zone=st.sampled_from(["Europe/Berlin", "Europe/Moscow", "Australia/Lord_Howe"]),
    first_date=st.sampled_from([dt.date(2026, 3, 25), dt.date(2026, 10, 20), dt.date(2026, 6, 8)]),
    splits=st.booleans(),
)
def test_minutes_are_those_counted_one_by_one(
    terms: PayTerms,
    day: int,
    start: int,
    hours: int,
    pause: tuple[int, int] | None,
    zone: str,
    first_date: dt.date,
    splits: bool,
) -> None:
    scenario = scenario_of(HOURLY, first_date=first_date, zone=zone, terms=terms)
    horizon = scenario.horizon
    shift = shift_of(horizon, day, start, hours, **{"split" if splits else "pause": pause})
    night = NightTerms(band=ClockSpan(start=22 * 60, end=6 * 60))
    bands = bands_of(scenario.pay, night, Contract(name="crew", hourly_rate=Decimal(1)))
    worked = [
        minute
        for minute in range(shift.start_minute, shift.end_minute)
        if not shift.break_start_minute <= minute < shift.break_end_minute
    ]
    marks = [
        tuple(
            n
            for n, one in enumerate(bands)
            if (shift.is_split or not one.only_split_shifts)
            and lies_in(one, horizon.local(minute), horizon.date_of(day))
        )
        for minute in worked
    ]
    counted = paid_time(shift, horizon, CALENDAR, bands)
    assert [stretch.marks for stretch in counted.stretches for _ in range(stretch.minutes)] == marks
