import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.forecast import Score
from models.forecast_terms import ContactEvent, ForecastFile, ForecastTerms
from tests.forecast.histories import AnyChannel

VOLUME = {"contacts_per_day": {"mon": 10}}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"events": [{"name": "sale", "first_date": "2024-01-03", "last_date": "2024-01-02"}]},
            "before it begins",
        ),
        ({"shifts": [{"to": "a", "share": 0.6}, {"to": "b", "share": 0.6}]}, "add up to 1.2"),
        ({"shifts": [{"to": "a", "share": 0}]}, "greater than 0"),
        ({"deflection": 1.1}, "less than or equal to 1"),
        ({"aht_factor": 0}, "greater than 0"),
        ({"method": "oracle"}, "'profile' or 'statsforecast'"),
        (
            {"outside": {"file": "a.csv", "quantile_columns": {"p10": 0.1, "low": 0.1}}},
            "more than one column",
        ),
        ({"outside": {"file": "a.csv", "quantile_columns": {"p100": 1.0}}}, "less than 1"),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        ForecastTerms.model_validate(fields)


@given(first=st.dates(), days=st.integers(0, 60), offset=st.integers(-100, 100))
def test_an_event_covers_its_range(first: dt.date, days: int, offset: int) -> None:
    try:
        last, date = first + dt.timedelta(days=days), first + dt.timedelta(days=offset)
    except OverflowError:
        return
    event = ContactEvent(name="sale", first_date=first, last_date=last if days else None)
    assert event.covers(date) == (0 <= offset <= days)


def channel(**fields: Any) -> AnyChannel:
    return AnyChannel.model_validate({"kind": "any", "name": "calls", "aht_seconds": 300, **fields})


def test_contacts_have_one_origin() -> None:
    outside = {"outside": {"file": "forecast.csv"}}
    past = {"file": "calls.csv"}
    assert channel(forecast=outside).forecast.outside == ForecastFile(file="forecast.csv")
    assert channel(forecast=outside, history=past).history is not None
    with pytest.raises(ValidationError, match=r"either volume or forecast\.outside, not both"):
        channel(forecast=outside, volume=VOLUME)
    with pytest.raises(ValidationError, match="either volume or history, not both and not neither"):
        channel()
    with pytest.raises(ValidationError, match="either volume or history, not both and not neither"):
        channel(history=past, volume=VOLUME)


def test_scores_add_up() -> None:
    total = Score.total([Score(10, 2, 4, 5, 4), Score(30, 2, 4, 0, 0)])
    assert (total.wape, total.naive_wape, total.coverage) == (0.1, 0.2, 0.8)
    assert Score(30, 2, 4, 0, 0).coverage is None
