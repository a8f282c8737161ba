"""The desk and its period."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from models.channel import HistoryFile
from models.desk import Desk, Period

FIRST = dt.date(2026, 11, 2)


@pytest.mark.parametrize(
    "length", [{"days": 28}, {"weeks": 4}, {"last_date": dt.date(2026, 11, 29)}, {"last_date": "2026-11-29"}]
)
def test_three_ways_to_give_the_length(length: dict[str, Any]) -> None:
    assert Period.model_validate({"first_date": FIRST, **length}).days == 28


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"first_date": FIRST}, "days"),
        ({"first_date": FIRST, "days": 7, "weeks": 1}, "give one of days, weeks"),
        ({"first_date": FIRST, "weeks": "four"}, "weeks is a whole number"),
        ({"first_date": FIRST, "last_date": "soon"}, "last_date is a date"),
        ({"first_date": FIRST, "last_date": dt.date(2026, 11, 1)}, "greater than or equal to 1"),
        ({"first_date": "soon", "last_date": FIRST}, "first_date"),
        ({"first_date": FIRST, "days": 367}, "less than or equal to 366"),
    ],
)
def test_periods_that_cannot_be(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Period.model_validate(fields)


def test_a_date_with_a_time_does_not_crash() -> None:
    written = {"first_date": dt.datetime(2026, 11, 2, tzinfo=dt.UTC), "last_date": dt.date(2026, 11, 29)}
    assert Period.model_validate(written).days == 28


@pytest.mark.parametrize(
    "zone",
    [
        "",
        "Moscow",
        "Europe",
        "../etc/passwd",
        "/etc/localtime",
        "localtime",
        "Factory",
        "posixrules",
        "europe/moscow",
        "Europe/Moscow\0",
    ],
)
def test_unknown_zones(zone: str) -> None:
    with pytest.raises(ValidationError, match="IANA zone"):
        Desk(name="d", zone=zone, currency="RUB")


def test_a_file_of_counts_names_its_zone_as_strictly() -> None:
    """``localtime`` is another zone on every machine, so the same files gave other plans."""
    assert HistoryFile(file="calls.csv", zone="UTC").zone == "UTC"
    with pytest.raises(ValidationError, match="IANA zone"):
        HistoryFile(file="calls.csv", zone="localtime")


@pytest.mark.parametrize("interval", [0, 10, 45, 120])
def test_other_intervals_are_refused(interval: int) -> None:
    with pytest.raises(ValidationError):
        Desk.model_validate({"name": "d", "zone": "UTC", "currency": "RUB", "interval_minutes": interval})
