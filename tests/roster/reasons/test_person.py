"""One person without a legal tour: the conflict is true and smallest, and the ways out work."""

from itertools import combinations, pairwise, product

import pytest

from models.past_shifts import past_shifts
from models.relaxation_text import relaxation_text
from models.rule import Frame, TourRule
from models.scenario import Scenario
from models.shift import Shift
from models.tour import RosterAgent, Tour
from planner.roster.always_kept import AllowedPatterns
from planner.roster.reasons.condition import OfferedShifts, Part, every_shift
from planner.roster.reasons.person_ways import ways_for
from planner.roster.reasons.stuck import Stuck, examine
from tests.roster.desks import asks, frame_of, live, rostered
from tests.roster.reasons.cases import CASES, day


def stuck_ana(scenario: Scenario) -> Stuck:
    frame = frame_of(scenario, asks(scenario, live(scenario, 1)))
    spec = scenario.agents[0]
    past = past_shifts(scenario.horizon, scenario.night, spec.worked_before)
    ana = RosterAgent(spec.id, spec.name, spec.contract, history=past)
    return examine(scenario, frame, (ana,))


class Reader:
    """Reads tours against the checks of rules; asks no automaton and no network."""

    def __init__(self, scenario: Scenario, frame: Frame) -> None:
        self._scenario, self._frame = scenario, frame
        days = [[None, *own] for own in every_shift(scenario)]
        self._tours: list[tuple[Shift | None, ...]] = list(product(*days))

    def has_tour(self, parts: tuple[Part, ...], history: tuple[Shift, ...]) -> bool:
        agent = RosterAgent("ana", "Ana Li", "crew", history=history)
        return any(self._legal(Tour(agent, shifts), parts) for shifts in self._tours)

    def _legal(self, tour: Tour, parts: tuple[Part, ...]) -> bool:
        shifts = (*tour.agent.history, *tour.worked)
        if any(b.start_minute < a.end_minute for a, b in pairwise(shifts)):
            return False
        return all(self._kept(part, tour) for part in parts)

    def _kept(self, part: Part, tour: Tour) -> bool:
        if isinstance(part, TourRule):
            return not any(found.hard for found in part.check(self._frame, tour))
        if isinstance(part, AllowedPatterns):
            return all(shift.pattern in part.patterns for shift in tour.worked)
        assert isinstance(part, OfferedShifts)
        return all(shift in part.shifts for shift in tour.worked)


@pytest.mark.parametrize("case", CASES)
def test_what_is_named_conflicts_and_nothing_of_it_can_be_left_out(case: str) -> None:
    scenario = CASES[case].scenario
    stuck = stuck_ana(scenario)
    (found,) = stuck.found
    reader = Reader(scenario, stuck.legal.frame)
    members = [tuple(stuck.conditions[m.condition].parts[n] for n in m.parts) for m in found.members]
    everything = tuple(part for parts in members for part in parts)
    assert not reader.has_tour(everything, found.history)
    for member in members:
        for part in member:
            assert reader.has_tour(tuple(one for one in everything if one is not part), found.history)
    for shift in found.history:
        assert reader.has_tour(everything, tuple(one for one in found.history if one != shift))


@pytest.mark.parametrize("case", ["a fixed shift during leave", "rest between two fixed shifts"])
def test_no_fewer_conditions_conflict(case: str) -> None:
    scenario = CASES[case].scenario
    stuck = stuck_ana(scenario)
    reader = Reader(scenario, stuck.legal.frame)
    fewer = len(stuck.found[0].members) - 1
    for chosen in combinations(stuck.conditions, fewer):
        assert reader.has_tour(tuple(part for one in chosen for part in one.parts), stuck.sample.history)


@pytest.mark.parametrize("case", CASES)
def test_the_members_and_their_dates_are_told(case: str) -> None:
    expected = CASES[case].members
    (conflict,) = stuck_ana(CASES[case].scenario).conflicts()
    assert conflict.agent == "ana"
    told = [(member.kind, member.dates) for member in conflict.members]
    assert sorted(told) == sorted((kind, tuple(map(day, dates))) for kind, dates in expected)


@pytest.mark.parametrize("case", CASES)
def test_each_way_out_works_when_the_scenario_is_so_changed(case: str) -> None:
    scenario = CASES[case].scenario
    ways = ways_for(scenario, stuck_ana(scenario), lambda: True)
    for expected in CASES[case].ways:
        assert [way for way in ways if expected in way.text.en], [way.text.en for way in ways]
    for way in ways:
        answer = rostered(way.scenario, asks(way.scenario, live(way.scenario, 1)))
        assert {tour.agent.agent for tour in answer.roster.tours} == {"ana", "bob"}, way.text.en
        assert not answer.reasons
        for old, new in zip(scenario.agents[1:], way.scenario.agents[1:], strict=True):
            assert old == new


@pytest.mark.parametrize("case", CASES)
def test_a_way_out_costs_what_planning_the_changed_scenario_costs(case: str) -> None:
    scenario = CASES[case].scenario
    answer = rostered(scenario, asks(scenario, live(scenario, 1)), seconds=40)
    assert answer.proof.status == "infeasible"
    assert answer.proof.stop == "no_legal_tour"
    (reason,) = answer.reasons
    assert reason.startswith("Ana Li: no legal tour exists.")
    costs = [one.cost_minor[1] for one in answer.relaxations if one.cost_minor]
    assert costs == sorted(costs)
    ways = {way.text.en: way for way in ways_for(scenario, stuck_ana(scenario), lambda: True)}
    for one in answer.relaxations:
        if one.text.en == "Ana Li: plan without":
            proof, extra = answer.proof, 0
        else:
            changed = ways[one.text.en].scenario
            proof = rostered(changed, asks(changed, live(changed, 1))).proof
            extra = proof.objective_minor - answer.proof.objective_minor
        assert one.status == "optimal"
        assert one.cost_minor == (proof.objective_minor, proof.objective_minor)
        assert one.extra_minor == (extra, extra)


def test_two_separate_conflicts_are_both_told_and_both_resolved() -> None:
    first, second = CASES["a fixed shift during leave"], CASES["a fixed night where nights are forbidden"]
    ana = first.scenario.agents[0]
    fixed = (*ana.fixed_shifts, replace_date(second.scenario, 2))
    ana = ana.model_copy(
        update={"fixed_shifts": fixed, "leave": (ana.leave[0].model_copy(update={"last_date": day(1)}),)}
    )
    scenario = first.scenario.model_copy(
        update={"agents": (ana, *first.scenario.agents[1:]), "rules": second.scenario.rules}
    )
    stuck = stuck_ana(scenario)
    kinds = sorted(sorted(m.kind for m in conflict.members) for conflict in stuck.conflicts())
    assert kinds == [["days_off", "fixed_shift"], ["fixed_shift", "max_nights"]]
    ways = ways_for(scenario, stuck, lambda: True)
    assert len(ways) == 4
    for way in ways:
        assert not rostered(way.scenario, asks(way.scenario, live(way.scenario, 1))).reasons


def replace_date(scenario: Scenario, number: int) -> object:
    return scenario.agents[0].fixed_shifts[0].model_copy(update={"date": day(number)})


def test_people_alike_in_everything_are_told_apart_and_eased_together() -> None:
    scenario = CASES["a fixed shift during leave"].scenario
    ana = scenario.agents[0]
    twin = ana.model_copy(update={"id": "zoe", "name": "Zoe Li"})
    scenario = scenario.model_copy(update={"agents": (ana, twin)})
    answer = rostered(scenario, asks(scenario, live(scenario, 1)))
    assert answer.roster.tours == ()
    assert [reason.partition(":")[0] for reason in answer.reasons] == ["Ana Li", "Zoe Li"]
    assert [conflict.agent for conflict in answer.conflicts] == ["ana", "zoe"]
    assert {relaxation.agents for relaxation in answer.relaxations} == {("ana", "zoe")}


def test_both_languages_are_first_class() -> None:
    scenario = CASES["a run begun before the period"].scenario
    desk = scenario.desk.model_copy(update={"language": "ru"})
    scenario = scenario.model_copy(update={"desk": desk})
    answer = rostered(scenario, asks(scenario, live(scenario, 1)), seconds=40)
    assert answer.reasons[0].startswith("Ana Li: ни один график не допустим. Вместе невыполнимы: ")
    assert "Смены до начала периода: 30.05.2026, 31.05.2026" in answer.reasons[0]
    lines = [relaxation_text(one, "RUB", "ru") for one in answer.relaxations]
    assert any("«Не более 4 дней работы подряд» вместо" in line for line in lines), lines
    assert all("план тогда стоит" in line for line in lines)


def test_without_time_ways_out_are_told_without_a_price() -> None:
    scenario = CASES["rest between two fixed shifts"].scenario
    answer = rostered(scenario, asks(scenario, live(scenario, 1)), seconds=0.01)
    assert answer.reasons
    unpriced = [one for one in answer.relaxations if one.cost_minor is None]
    assert all(one.status is None and one.extra_minor is None for one in unpriced)
    assert answer.relaxations[0].text.en == "Ana Li: plan without"
