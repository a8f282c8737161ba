import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.channel import Channel, Volume
from models.errors import BadInputError
from models.forecast import Forecast
from models.text import Language
from planner.forecast.forecast_channels import forecast_channels
from tests.forecast.histories import FIRST, PLAIN, AnyChannel, history, period, with_history
from tests.forecast.shapes import SHAPES

FLAT = Volume.model_validate({"contacts_per_day": dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), 240)})


def stated(name: str = "calls", **forecast: Any) -> Channel:
    return AnyChannel.model_validate(
        {"kind": "any", "name": name, "aht_seconds": 300, "volume": FLAT, "forecast": forecast}
    )


def forecasts(*channels: Channel, language: Language = "en", lead_in: int = 0) -> tuple[Forecast, ...]:
    return forecast_channels(channels, {}, PLAIN, period(FIRST), lead_in, language=language)


def by_day(forecast: Forecast) -> list[float]:
    days: list[float] = np.array(forecast.demand.contacts).reshape(7, 24).sum(axis=1).tolist()
    return days


def test_without_levers_nothing_is_changed_or_said() -> None:
    (plain,) = forecasts(stated())
    assert by_day(plain) == pytest.approx([240] * 5 + [0, 0])
    assert plain.demand.notes == ()
    assert (plain.spread, plain.quantiles, plain.days, plain.backtest) == (None, (), (), None)


def test_deflection_and_templates() -> None:
    (changed,) = forecasts(stated(deflection=0.25, aht_factor=0.9))
    assert by_day(changed) == pytest.approx([180] * 5 + [0, 0])
    assert set(changed.demand.aht_seconds) == {270}
    assert changed.demand.notes == (
        "calls: self-service answers 25%: 1,200 contacts of the period become 900.",
        "calls: handle times × 0.9 (-10%): 300 s on average become 270 s.",
    )


def test_levers_speak_russian() -> None:
    (changed,) = forecasts(stated(deflection=0.125, aht_factor=0.9), language="ru")
    assert changed.demand.notes == (
        "calls: самообслуживание отвечает на 12,5%: обращений за период было бы 1\u00a0200, стало 1\u00a0050.",
        "calls: время обработки × 0,9 (-10%): в среднем было бы 300 с, стало 270 с.",
    )


def test_events_multiply_and_add() -> None:
    (changed,) = forecasts(
        stated(
            events=[
                {"name": "mailing", "first_date": "2024-01-07", "added_contacts_per_day": 48},
                {"name": "sale", "first_date": "2024-01-02", "last_date": "2024-01-03", "factor": 1.5},
                {"name": "gift", "first_date": "2024-01-03", "added_contacts_per_day": 40},
                {"name": "long past", "first_date": "2023-01-03", "factor": 9},
            ]
        )
    )
    # Factors first, then what is added; on a Sunday without contacts it is spread evenly.
    assert by_day(changed) == pytest.approx([240, 360, 400, 240, 240, 0, 48])
    assert changed.demand.contacts[-24:] == pytest.approx([2] * 24)
    assert changed.demand.notes == (
        "calls: event “mailing” (2024-01-07): 0 contacts on these dates become 48.",
        "calls: event “sale” (2024-01-02 – 2024-01-03): 480 contacts on these dates become 760.",
        "calls: event “gift” (2024-01-03): 240 contacts on these dates become 400.",
    )


def test_of_a_day_the_lead_in_cuts_an_event_adds_a_part() -> None:
    event = {"name": "mailing", "first_date": "2023-12-31", "added_contacts_per_day": 48}
    (changed,) = forecasts(stated(events=[event]), lead_in=6)
    assert changed.demand.lead_in_contacts == pytest.approx([2] * 6)


def test_an_event_in_the_history_is_not_learned_from_and_one_ahead_is_applied() -> None:
    def day(date: dt.date) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.full(24, 90.0 if dt.date(2024, 3, 4) <= date <= dt.date(2024, 3, 10) else 10.0)

    events = [
        {"name": "sale", "first_date": "2024-03-04", "last_date": "2024-03-10", "factor": 9},
        {"name": "again", "first_date": "2024-03-12", "factor": 9},
    ]
    past, ahead = history(70, day), period(dt.date(2024, 3, 11))
    (told,) = forecast_channels(
        (with_history(forecast={"events": events}),), {"calls": past}, PLAIN, ahead, 24
    )
    assert by_day(told) == pytest.approx([240, 2160, 240, 240, 240, 240, 240])
    assert (
        told.demand.notes[0]
        == "calls: days of events in the history: 7; the forecast did not learn from them."
    )
    # The day before the period was counted, the event in it.
    assert told.demand.lead_in_contacts == (90.0,) * 24
    assert told.spread is not None
    assert told.spread.cv_day < 0.05
    (untold,) = forecast_channels((with_history(),), {"calls": past}, PLAIN, ahead, 0)
    assert by_day(untold)[2] > 260


def test_events_may_not_leave_too_little_history() -> None:
    event = {"name": "long", "first_date": "2024-01-01", "last_date": "2024-02-28"}
    past = history(70, lambda date: np.full(24, 10.0))
    with pytest.raises(BadInputError, match=r"has 70 days before .*; 59 of them are of events"):
        forecast_channels(
            (with_history(forecast={"events": [event]}),),
            {"calls": past},
            PLAIN,
            period(dt.date(2024, 3, 11)),
            0,
        )


def test_contacts_move_between_channels_at_once() -> None:
    calls, chat, mail = forecasts(
        stated(
            "calls", shifts=[{"to": "chat", "share": 0.5}, {"to": "mail", "share": 0.25, "aht_seconds": 60}]
        ),
        stated("chat", shifts=[{"to": "mail", "share": 0.5}]),
        stated("mail", aht_factor=2),
    )
    assert by_day(calls)[0] == pytest.approx(60)
    # What moves in is not moved on: half of the 240 of its own.
    assert by_day(chat)[0] == pytest.approx(120 + 120)
    assert by_day(mail)[0] == pytest.approx(240 + 60 + 120)
    assert set(chat.demand.aht_seconds) == {300}
    # 60 of 60 s; 240 and 120 of mail's own 600 s.
    assert mail.demand.aht_seconds[0] == pytest.approx((60 * 60 + 360 * 600) / 420)
    assert calls.demand.notes == (
        "calls: 50% of contacts, 600 in the period, come by chat instead.",
        "calls: 25% of contacts, 300 in the period, come by mail instead.",
    )
    assert mail.demand.notes[1:] == (
        "mail: 300 contacts of the period come here instead of by calls.",
        "mail: 600 contacts of the period come here instead of by chat.",
    )


@given(shares=st.lists(st.floats(0.01, 0.33), min_size=3, max_size=3), deflection=st.floats(0, 1))
def test_shifts_lose_and_make_no_contacts(shares: list[float], deflection: float) -> None:
    names = ("a", "b", "c")
    channels = [
        stated(
            name,
            deflection=deflection,
            shifts=[{"to": other, "share": share} for other in names if other != name],
        )
        for name, share in zip(names, shares, strict=True)
    ]
    moved = forecasts(*channels, lead_in=10)
    assert sum(sum(each.demand.contacts) for each in moved) == pytest.approx(3 * 1200 * (1 - deflection))
    assert min(min(each.demand.contacts + each.demand.lead_in_contacts) for each in moved) >= 0


def test_moves_to_nowhere_and_short_histories_are_told_at_once() -> None:
    calls = stated("calls", shifts=[{"to": "fax", "share": 0.5}, {"to": "calls", "share": 0.1}])
    mail = with_history(forecast={"events": []}).model_copy(update={"name": "mail"})
    with pytest.raises(BadInputError) as caught:
        forecast_channels(
            (calls, mail),
            {"mail": history(5, lambda date: np.ones(24))},
            PLAIN,
            period(dt.date(2024, 1, 8)),
            0,
        )
    assert [str(problem) for problem in caught.value.problems] == [
        'channel "calls": forecast.shifts[0].to: there is no channel "fax" (allowed: mail)',
        'channel "calls": forecast.shifts[1].to: contacts move to the channel they come from (allowed: mail)',
        (
            'channel "mail": history: the history has 5 days before the period, which begins on 2024-01-08 '
            "(allowed: at least 14 days before the period; or give volume instead of history)"
        ),
    ]


def test_levers_move_quantiles_and_spreads_join() -> None:
    shape = SHAPES["wild"]
    counts = shape.draw(3).reshape(shape.days, 24, 2).sum(axis=2)
    past = history(200, lambda date: counts[(date - FIRST).days])
    ahead = period(FIRST + dt.timedelta(days=200))
    plain, _ = forecast_channels((with_history(), stated("chat")), {"calls": past}, PLAIN, ahead, 0)
    channels = (
        with_history(forecast={"deflection": 0.5, "shifts": [{"to": "chat", "share": 0.2}]}),
        stated("chat"),
    )
    less, chat = forecast_channels(channels, {"calls": past}, PLAIN, ahead, 0)
    assert less.demand.contacts == pytest.approx([0.4 * count for count in plain.demand.contacts])
    assert [each.probability for each in less.quantiles] == [0.1, 0.5, 0.9]
    for before, after in zip(plain.quantiles, less.quantiles, strict=True):
        assert sum(after.contacts) == pytest.approx(0.4 * sum(before.contacts), rel=0.1)
    # What was stated has no spread of its own, and so none after the move.
    assert chat.spread is None
    twins = (
        with_history(forecast={"shifts": [{"to": "twin", "share": 0.5}]}),
        with_history().model_copy(update={"name": "twin"}),
    )
    _, twin = forecast_channels(twins, {"calls": past, "twin": past}, PLAIN, ahead, 0)
    assert plain.spread is not None
    assert twin.spread is not None
    # Two thirds its own, a third that of the other: independent, they even each other out.
    assert twin.spread.cv_day == pytest.approx(plain.spread.cv_day * np.sqrt(5 / 9))


def test_bands_of_days_hold_what_intervals_hold() -> None:
    shape = SHAPES["plain"]
    counts = shape.draw(3).reshape(shape.days, 24, 2).sum(axis=2)
    past = history(190, lambda date: counts[(date - FIRST).days])
    (made,) = forecast_channels(
        (with_history(),), {"calls": past}, PLAIN, period(FIRST + dt.timedelta(days=190)), 5
    )
    totals = by_day(made)
    assert [day.expected for day in made.days] == pytest.approx(totals)
    assert made.days[0].date == FIRST + dt.timedelta(days=190)
    assert all(day.low < day.expected < day.high for day in made.days)
    narrow = (made.days[0].high - made.days[0].low) / totals[0]
    wide = (sum(made.quantiles[2].contacts) - sum(made.quantiles[0].contacts)) / sum(totals)
    assert narrow < wide
    assert made.recent is not None
    assert len(made.recent.dates) == 56
    assert made.recent.dates[-1] == FIRST + dt.timedelta(days=189)
