"""Rules about several people: mentors, grades and burdens that cannot be told."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat

RULE = 'minutes = "11h"\n[[rules]]\n'


def with_rule(text: str) -> tuple[tuple[str, str], ...]:
    return (('minutes = "11h"', RULE + text),)


CASES: Cases = {
    "unknown_mentors": [
        (
            with_rule('kind = "mentor_on_duty"\nagents = ["boris"]\nmentors = ["ana"]'),
            "rules[2] (mentor_on_duty).mentors",
            'no agent or vacancy "ana"; did you mean "anna"?',
        )
    ],
    "unknown_published_agents": [
        (
            (("[[contracts]]", '[published]\ntours = [{ agent = "bors" }]\n[[contracts]]'),),
            "published.tours[1].agent",
            'no agent "bors"; did you mean "boris"?',
        )
    ],
    "grades_nobody_has": [
        (
            with_rule('kind = "grade_mix"\ngrades = ["lead"]'),
            "rules[2] (grade_mix).grades",
            'nobody has the grade "lead"',
        )
    ],
    "productivity_of_nobody": [
        (
            (
                ('id = "boris"', 'id = "boris"\ngrade = "newcomer"'),
                ("[[contracts]]", "[staffing]\ngrade_productivity = { newcommer = 0.8 }\n[[contracts]]"),
            ),
            "staffing.grade_productivity",
            'did you mean "newcomer"?',
        )
    ],
    "burdens_shared_twice": [
        (
            with_rule(
                'kind = "fairness"\nprice = 5\n[[rules]]\nkind = "fairness"\nprice = 5\nagents = ["anna"]'
            ),
            "rules[3] (fairness)",
            'anna share "nights" in an earlier rule already',
        )
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
