"""Contacts turned away, given up and repeated, over a period and its kinds of days."""

from dataclasses import replace

import pytest

from models.staffing_terms import Shrinkage, StaffingTerms
from planner.staffing.erlang_b import blocking
from planner.staffing.live_system import Handling, measures
from planner.staffing.lost_tries import lost_tries
from tests.staffing.desks import chat, demand, phone, setting


def on_duty(*agents: int, pool: str = "desk") -> dict[str, tuple[int, ...]]:
    return {pool: (*agents, *[0] * (24 - len(agents)))}


def test_one_interval_is_the_formula_itself() -> None:
    frame, arrivals = setting("#"), demand([60], aht_seconds=600)
    for channel in (
        phone(lines=12),
        phone(lines=12, patience_seconds=600),
        phone(lines=12, redial_probability=0.5),
    ):
        found = lost_tries([channel], [arrivals], frame, on_duty(10))["desk"]
        impatience = 1.0 if channel.patience_seconds else 0.0
        exact = measures(10, 10, impatience, channel.handling)
        assert found.turned_away == pytest.approx(float(exact.blocked_share))
        assert found.gave_up == pytest.approx(float(exact.abandon_share), abs=1e-12)
        assert found.repeated == pytest.approx(1 - 10 / float(exact.tries_erlangs), abs=1e-9)
        assert found.turned_away_by_interval[0] == pytest.approx(found.turned_away)


def test_lines_for_agents_alone_are_erlang_b() -> None:
    found = lost_tries([phone(lines=12)], [demand([60], 600)], setting("#"), on_duty(12))["desk"]
    assert found.turned_away == pytest.approx(float(blocking(10, 12)))


def test_busy_intervals_count_by_their_tries() -> None:
    channel = phone(lines=12, redial_probability=0.4)
    frame, arrivals = setting("##.#"), demand([60, 120, 30, 0], 600)
    found = lost_tries([channel], [arrivals], frame, on_duty(10, 12, 0, 5))["desk"]
    cells = measures([10, 20], [10, 12], 0, channel.handling)
    weights = cells.tries_erlangs
    assert found.turned_away == pytest.approx(float((cells.blocked_share * weights).sum() / weights.sum()))
    assert found.repeated == pytest.approx(1 - 30 / float(weights.sum()))
    assert found.turned_away_by_interval[2:] == (None,) * 22


def test_days_and_absence_are_averaged_over_with_their_tries() -> None:
    frame, arrivals = setting("#"), demand([60], 600)
    even = lost_tries([phone(lines=14)], [arrivals], frame, on_duty(12))["desk"]
    busy = lost_tries([phone(lines=14, load_cv=0.4)], [arrivals], frame, on_duty(12))["desk"]
    absent = replace(frame, terms=StaffingTerms(shrinkage=Shrinkage(absence_share=0.25, method="divide")))
    fewer = lost_tries([phone(lines=14)], [arrivals], absent, on_duty(12))["desk"]
    assert busy.turned_away > 1.2 * even.turned_away
    # three quarters of twelve are nine, exactly
    assert fewer.turned_away == pytest.approx(float(measures(10, 9, 0, Handling(lines=14)).blocked_share))


def test_without_lines_nobody_is_turned_away_and_pools_are_one_queue() -> None:
    frame = setting("#")
    arrivals = [demand([10], 300, name=name) for name in ("Telegram", "Viber")]
    channels = [chat(name, pool="chat", patience_seconds=60) for name in ("Telegram", "Viber")]
    (pool,) = lost_tries(channels, arrivals, frame, on_duty(2, pool="chat")).items()
    assert pool[0] == "chat"
    assert pool[1].turned_away == 0
    assert pool[1].gave_up > 0
    nobody = lost_tries(
        channels, [demand([0], 300, name=one.name) for one in channels], frame, on_duty(2, pool="chat")
    )
    assert nobody["chat"].turned_away == nobody["chat"].gave_up == nobody["chat"].repeated == 0
