"""Hard coverage is counted again by the audit, by its own hand."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.agent import Agent, WorkedShift
from models.pay_terms import Prices
from models.scenario import Scenario
from models.tour import Roster
from models.violation import Violation
from planner.audit import audit
from planner.audit.coverage import coverage_findings
from tests.audit.desk import MONDAY, desk_scenario, legal_roster, tour_of

HARD = Prices(hard_coverage=True)


def short_in(scenario: Scenario, roster: Roster, required: tuple[int, ...]) -> list[Violation]:
    opened = (True,) * scenario.horizon.intervals
    return [found for found in audit(scenario, roster, opened, required) if found.rule == "coverage"]


def asked(scenario: Scenario, **heads_by_clock: int) -> tuple[int, ...]:
    """Agents required on Monday by clock hour (``h09=2``), nobody elsewhere."""
    horizon = scenario.horizon
    local = [horizon.local(start) for start in horizon.interval_starts]
    return tuple(heads_by_clock.get(f"h{t:%H}", 0) if t.date() == MONDAY else 0 for t in local)


def test_an_empty_roster_is_not_clean_where_coverage_is_hard() -> None:
    """An empty roster of a desk with hard coverage used to be audited without a finding."""
    scenario = desk_scenario(prices=HARD)
    empty = Roster(
        tuple(tour_of(scenario, tour.agent.agent, ".......") for tour in legal_roster(scenario).tours)
    )
    (found,) = short_in(scenario, empty, asked(scenario, h09=2, h10=3, h11=3))
    assert found.hard
    assert (found.agent, found.date) == (None, MONDAY)
    assert found.text.en == "2026-06-01 09:00–12:00: 3 missing (most at 10:00), 0 on duty and 3 required"
    assert found.text.ru == "01.06.2026 09:00–12:00: не хватает 3 (больше всего в 10:00), на смене 0, нужно 3"


def test_a_priced_shortfall_is_a_figure_and_no_finding() -> None:
    scenario = desk_scenario()
    assert not short_in(scenario, Roster(()), (1,) * scenario.horizon.intervals)


def test_a_break_is_an_hour_nobody_serves() -> None:
    scenario = desk_scenario(prices=HARD)
    roster = Roster((tour_of(scenario, "ana", "D......"),))
    (found,) = short_in(scenario, roster, asked(scenario, h10=1, h11=1, h12=1))
    assert found.text.en == "2026-06-01 11:00–12:00: 1 missing, 0 on duty and 1 required"


def test_stretches_end_with_the_day_and_name_both_sides_of_a_covered_hour() -> None:
    scenario = desk_scenario(prices=HARD)
    roster = Roster((tour_of(scenario, "ana", "S......"),))
    texts = [found.text.en.split(": ")[0] for found in short_in(scenario, roster, (1,) * 7 * 48)]
    assert texts[:3] == ["2026-06-01 00:00–10:00", "2026-06-01 14:00–24:00", "2026-06-02 00:00–24:00"]
    assert len(texts) == 8


def test_a_shift_before_the_period_covers_the_hours_it_reaches_into() -> None:
    eve = WorkedShift(date=MONDAY.replace(month=5, day=31), start=20 * 60, length_minutes=12 * 60)
    scenario = desk_scenario(prices=HARD, agents=(Agent(id="ana", contract="full", worked_before=(eve,)),))
    roster = Roster((tour_of(scenario, "ana", "......."),))
    (found,) = short_in(scenario, roster, asked(scenario, h06=1, h07=1, h08=1))
    assert "08:00–09:00" in found.text.en


@given(st.lists(st.text("DNS.", min_size=7, max_size=7), min_size=1, max_size=3), st.data())
def test_missing_agents_are_those_counted_interval_by_interval(weeks: list[str], data: st.DataObject) -> None:
    scenario = desk_scenario(prices=HARD)
    people = ("ana", "bob", "hire-1")
    tours = [tour_of(scenario, person, week) for person, week in zip(people, weeks, strict=False)]
    horizon = scenario.horizon
    required = tuple(
        data.draw(st.lists(st.integers(0, 3), min_size=horizon.intervals, max_size=horizon.intervals))
    )
    step = horizon.interval_minutes
    short = set()
    for start, need in zip(horizon.interval_starts, required, strict=True):
        there = sum(
            any(s.works_throughout(start, start + step) for s in (*tour.agent.history, *tour.worked))
            for tour in tours
        )
        if there < need:
            short.add(horizon.local(start).date())
    findings = list(coverage_findings(scenario, Roster(tuple(tours)), required))
    assert {found.date for found in findings} == short
    kept = replace(tours[0], agent=replace(tours[0].agent, agent="again"))
    fewer = list(coverage_findings(scenario, Roster((*tours, kept)), required))
    assert {found.date for found in fewer} <= short
