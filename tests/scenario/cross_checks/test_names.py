"""Names that stand for nothing, or for two things."""

from pathlib import Path

import pytest

from models.agent import Vacancy
from models.tour import RosterAgent
from planner.roster.people import Crew
from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import changed, problems_of

CASES: Cases = {
    "duplicate_names": [
        ((('id = "boris"', 'id = "anna"'),), "agents[2] (anna).id", "taken already"),
        ((('name = "operator"', 'name = "anna"'),), "vacancies[1] (anna).name", "an agent has the id"),
    ],
    "names_of_hires": [
        ((('id = "boris"', 'id = "operator-03"'),), "agents[2] (operator-03).id", "a hire of vacancy"),
        (
            (
                (
                    "max_hires = 3",
                    'max_hires = 3\n[[vacancies]]\nname = "operator-01"\ncontract = "standard"\nmax_hires = 1',
                ),
            ),
            "vacancies[2] (operator-01).name",
            'a hire of vacancy "operator" will be called',
        ),
    ],
    "unknown_contracts": [
        (
            (('id = "boris"\ncontract = "standard"', 'id = "boris"\ncontract = "standrd"'),),
            "agents[2] (boris).contract",
            'did you mean "standard"?',
        ),
        (
            (('name = "operator"\ncontract = "standard"', 'name = "operator"\ncontract = "x"'),),
            "vacancies[1] (operator).contract",
            "no contract",
        ),
        (
            (('minutes = "11h"', 'minutes = "11h"\ncontracts = ["x"]'),),
            "rules[1] (min_rest).contracts",
            "no contract",
        ),
    ],
    "unknown_patterns": [
        (
            (("hourly_rate = 400", 'hourly_rate = 400\nshift_patterns = ["day", "dya"]'),),
            "contracts[1] (standard).shift_patterns",
            'did you mean "day"?',
        ),
        (
            (('id = "boris"', 'id = "boris"\nfixed_shifts = [{ date = 2026-11-05, pattern = "night" }]'),),
            "agents[2] (boris).fixed_shifts[1].pattern",
            "no shift pattern",
        ),
        (
            (
                (
                    'id = "boris"',
                    'id = "boris"\nrequests = [{ date = 2026-11-05, wish = "on", pattern = "x", price = 1 }]',
                ),
            ),
            "agents[2] (boris).requests[1].pattern",
            "no shift pattern",
        ),
        (
            (
                (
                    'minutes = "11h"',
                    'minutes = "11h"\n[[rules]]\nkind = "forbidden_succession"\nfirst = ["night"]\nthen = ["day"]',
                ),
            ),
            "rules[2] (forbidden_succession).first",
            "no shift pattern",
        ),
    ],
    "unknown_rule_agents": [
        (
            (('minutes = "11h"', 'minutes = "11h"\nagents = ["boriss"]'),),
            "rules[1] (min_rest).agents",
            '"boris"?',
        ),
    ],
}


@pytest.mark.parametrize("name", ["operator-00", "operator-04", "operator-3", "operator-003", "operators-01"])
def test_names_no_hire_will_have_are_free(tmp_path: Path, name: str) -> None:
    assert problems_of(tmp_path, changed(('id = "boris"', f'id = "{name}"'))) == []


@pytest.mark.parametrize("max_hires", [1, 99, 100, 20_000])
def test_hires_are_called_what_the_roster_calls_them(max_hires: int) -> None:
    vacancy = Vacancy(name="op", contract="c", max_hires=max_hires)
    sample = RosterAgent("op", "op", "c", vacancy="op")
    crew = Crew((sample,), (), vacancy)
    for number in {1, max_hires}:
        assert vacancy.hire_name(number) == crew.member(number - 1).agent


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
