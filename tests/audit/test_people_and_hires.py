"""People on the roster who should not be, or should be and are not."""

from typing import Any

import pytest

from models.tour import Roster
from tests.audit.desk import (
    desk_scenario,
    hard_rules,
    legal_roster,
    tour_of,
    with_person,
)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"contract": "days only"}, "other_contract"),
        ({"contract": "gone"}, "unknown_contract"),
        ({"skills": frozenset({"mail", "phone"})}, "other_skills"),
        ({"skills": frozenset()}, "other_skills"),
        ({"history": ()}, "other_history"),
        ({"agent": "eve"}, "unknown_agent"),
        ({"vacancy": "hire"}, "unknown_agent"),
    ],
)
def test_a_person_changed_is_found(changes: dict[str, Any], rule: str) -> None:
    scenario = desk_scenario()
    name = changes.get("agent", "ana")
    assert (rule, name) in hard_rules(scenario, with_person(legal_roster(scenario), 0, **changes))


def test_a_hire_into_no_vacancy_is_found() -> None:
    scenario = desk_scenario()
    found = hard_rules(scenario, with_person(legal_roster(scenario), 2, vacancy="gone"))
    assert ("unknown_agent", "hire-1") in found


def test_the_same_person_twice_is_found() -> None:
    scenario = desk_scenario()
    roster = legal_roster(scenario)
    twice = Roster((*roster.tours, roster.tours[1]))
    assert hard_rules(scenario, twice) == [("agent_twice", "bob")]


def test_a_person_left_out_is_found() -> None:
    scenario = desk_scenario()
    assert hard_rules(scenario, Roster(legal_roster(scenario).tours[1:])) == [("agent_missing", "ana")]


@pytest.mark.parametrize(("hires", "legal"), [(0, False), (1, True), (2, True), (3, False)])
def test_hires_stay_within_bounds(hires: int, legal: bool) -> None:
    scenario = desk_scenario()
    more = [tour_of(scenario, f"hire-{n}", "..D....") for n in range(hires)]
    found = hard_rules(scenario, Roster((*legal_roster(scenario).tours[:2], *more)))
    assert found == ([] if legal else [("hires", None)])
