import datetime as dt
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.channel import Channel
from models.demand import ChannelDemand
from models.errors import BadInputError
from models.horizon import Horizon
from models.staffing_terms import Shrinkage, StaffingTerms
from planner.staffing.explain import explain_interval, interval_at
from planner.staffing.explained import Explanation, number_text
from planner.staffing.require import require
from planner.staffing.target import ServiceTarget
from tests.staffing.desks import chat, deferred, demand, phone, setting

TERMS = StaffingTerms(
    shrinkage=Shrinkage(absence_share=0.08, method="binomial"), min_agents=3, break_cover=1, load_model="mol"
)
CHANNELS: list[Channel] = [
    phone("calls", patience_seconds=180, pool="p"),
    phone("vip", patience_seconds=90, pool="p"),
    chat("Telegram", patience_seconds=300, redial_probability=0.3, lines=40, load_cv=0.2),
    phone("hotline", target=ServiceTarget(scope="day")),
    deferred("mail", deadline_minutes=240),
]
DEMANDS: list[ChannelDemand] = [
    demand([60, 50], 220, name="calls"),
    demand([6, 5], 300, name="vip"),
    demand([40, 50], 300, name="Telegram"),
    demand([3, 4], 300, name="hotline"),
    demand([10] * 12, 480, name="mail"),
]


def explained(terms: StaffingTerms = TERMS, interval: int = 1) -> tuple[Explanation, ...]:
    frame = setting("#" * 20, terms=terms)
    return explain_interval(CHANNELS, DEMANDS, frame, require(CHANNELS, DEMANDS, frame), interval)


def value(explanation: Explanation, label: str) -> float:
    (found,) = [figure.value for figure in explanation.figures if figure.label.en.startswith(label)]
    return found


def test_from_contacts_to_agents_on_the_roster() -> None:
    queue, telegram, hotline, mail, desk = explained()
    assert [one.title.en for one in (queue, telegram, hotline, mail, desk)] == [
        "Queue “p”",
        "Queue “Telegram”",
        "Queue “hotline”",
        "Deferred work “mail”",
        "The desk",
    ]
    assert value(queue, "Contacts of the queue") == 55
    assert value(queue, "Offered load") == pytest.approx((50 * 220 + 5 * 300) / 3600)
    agents = int(value(queue, "Agents at work"))
    assert (
        value(queue, f"Service level with {agents}") >= 0.8 > value(queue, f"Service level with {agents - 1}")
    )
    need = require(CHANNELS, DEMANDS, setting("#" * 20, terms=TERMS))
    for explanation, live in zip((queue, telegram, hotline), need.live, strict=True):
        assert value(explanation, "Agents on the roster") == live.agents[1]
    assert value(desk, "All queues") == sum(live.agents[1] for live in need.live)
    assert value(desk, "Asked of the roster") == value(desk, "All queues")
    assert value(desk, "Of them at work during breaks") == 1
    assert value(mail, "Work arriving") == 80
    assert value(mail, "Due so far") == need.backlog[0].due_minutes[1] == 0
    assert value(mail, "One agent does") == 49


def test_numbers_stand_in_the_formulas_of_both_languages() -> None:
    queue = explained()[0]
    (load,) = [figure for figure in queue.figures if figure.label.en == "Offered load"]
    assert load.formula.en == "55 × 227.2727 s ÷ 3600 s"
    assert load.formula.ru == "55 × 227,2727 с ÷ 3600 с"
    (rostered,) = [figure for figure in queue.figures if figure.label.ru == "Нужно в графике"]
    assert rostered.formula.en == "fewest n with P(Binomial(n, 0.92) ≥ 6) ≥ 0.95"


@pytest.mark.parametrize("method", ["divide", "binomial", None])
def test_every_figure_has_words_and_a_source_in_both_languages(method: str | None) -> None:
    shrinkage = Shrinkage(absence_share=0.1, method=method) if method else Shrinkage()
    for interval in (0, 5, 23):
        for explanation in explained(StaffingTerms(shrinkage=shrinkage), interval):
            assert len(explanation.figures) > 2
            for figure in explanation.figures:
                assert math.isfinite(figure.value)
                for text in (figure.label, figure.formula, figure.source):
                    assert text.en
                    assert text.ru
                    assert not re.search(r"[{}]", text.en + text.ru)
                assert re.search(r"[а-яА-Я]|P\(", figure.label.ru)


def test_closed_intervals_say_so() -> None:
    queue = explained(interval=22)[0]
    assert queue.figures[-1].label.en == "Open"
    assert queue.figures[-1].value == 0
    assert value(explained(interval=22)[-1], "Asked of the roster") == 0


@given(
    contacts=st.floats(0, 500),
    aht=st.floats(10, 3000),
    patience=st.one_of(st.none(), st.floats(5, 3000)),
    interval=st.integers(0, 23),
)
def test_any_load_is_explained(contacts: float, aht: float, patience: float | None, interval: int) -> None:
    channel, frame = phone(patience_seconds=patience), setting("#" * 24)
    arrivals = demand([contacts] * 24, aht)
    need = require([channel], [arrivals], frame)
    queue, desk = explain_interval([channel], [arrivals], frame, need, interval)
    assert all(math.isfinite(figure.value) for figure in queue.figures)
    assert value(queue, "Agents at work") == need.live[0].agents[interval] == value(desk, "Asked")


def test_moments_are_local_or_aware() -> None:
    # Clocks go forward in Berlin on 31 March 2024 at 2:00.
    horizon = Horizon(zone="Europe/Berlin", first_date=dt.date(2024, 3, 31), days=1, interval_minutes=30)
    moments = {"2024-03-31T00:45": 1, "2024-03-31T10:00": 18, "2024-03-31T08:00+00:00": 18}
    for text, interval in moments.items():
        assert interval_at(horizon, dt.datetime.fromisoformat(text)) == interval
    for outside in ("2024-03-30T23:59", "2024-04-01T00:00"):
        with pytest.raises(BadInputError, match="not in the period") as caught:
            interval_at(horizon, dt.datetime.fromisoformat(outside))
        assert caught.value.problems[0].allowed.en == "2024-03-31 00:00 to 2024-03-31 23:59"


def test_numbers_as_each_language_writes_them() -> None:
    assert number_text(0.5, "en") == "0.5"
    assert number_text(0.5, "ru") == "0,5"
    assert number_text(10, "en") == "10"
    assert number_text(227.27272, "ru") == "227,2727"
