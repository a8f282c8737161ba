"""Opening hours as people write them."""

import datetime as dt

import pytest
from pydantic import ValidationError

from models.clock import WEEKDAYS
from models.opening import Opening, weekly_hours_from_text


def shown(opening: Opening) -> dict[str, list[str]]:
    return {day: [str(span) for span in spans] for day, spans in opening.hours.items()}


def test_round_the_clock() -> None:
    opening = Opening.model_validate("24/7")
    assert opening.always
    assert shown(opening) == {day: ["00:00-24:00"] for day in WEEKDAYS}


def test_a_line_of_weekdays() -> None:
    opening = Opening.model_validate({"hours": "mon-fri 09:00-18:00; sat 10:00-14:00"})
    assert not opening.always
    assert shown(opening) == {
        **{day: ["09:00-18:00"] for day in WEEKDAYS[:5]},
        "sat": ["10:00-14:00"],
    }


def test_weekdays_may_run_over_the_end_of_the_week() -> None:
    assert list(weekly_hours_from_text("Fri–Mon 08:00–20:00")) == ["fri", "sat", "sun", "mon"]


def test_two_spans_on_a_day() -> None:
    opening = Opening.model_validate("mon 09:00-13:00; mon 14:00-18:00")
    assert shown(opening) == {"mon": ["09:00-13:00", "14:00-18:00"]}


def test_a_table_of_spans_and_exceptions() -> None:
    opening = Opening.model_validate(
        {
            "hours": {"mon": ["20:00-04:00"]},
            "on_holidays": "closed",
            "exceptions": [{"date": dt.date(2026, 12, 31), "spans": ["09:00-14:00"]}, {"date": "2027-01-01"}],
        }
    )
    assert opening.hours["mon"][0].end_unwrapped == 28 * 60
    assert opening.exceptions[1].spans == ()


def test_six_full_days_are_not_always() -> None:
    assert not Opening.model_validate("mon-sat 00:00-24:00").always


@pytest.mark.parametrize(
    "written",
    [
        "",
        "always",
        "mon-fri",
        "mon-fri 9-18",
        "mo-fr 09:00-18:00",
        "mon 25:00-26:00",
        {"hours": {"funday": []}},
    ],
)
def test_what_is_no_opening(written: object) -> None:
    with pytest.raises(ValidationError):
        Opening.model_validate(written)
