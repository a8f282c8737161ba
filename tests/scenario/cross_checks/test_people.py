"""Nobody to work, or nobody with the skill."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import GOOD

CASES: Cases = {
    "nobody_to_work": [
        (
            (
                (GOOD[GOOD.index("[[agents]]") : GOOD.index("[[vacancies]]")], ""),
                ("max_hires = 3", "max_hires = 0"),
            ),
            "vacancies[1] (operator).max_hires",
            "nobody to work",
        ),
        (
            ((GOOD[GOOD.index("[[agents]]") : GOOD.index("[[rules]]")], ""), ('skill = "calls"\n', "")),
            "agents",
            "nobody to work",
        ),
    ],
    "skills_nobody_has": [
        ((('skill = "calls"', 'skill = "call"'),), "channels[1] (phone).skill", 'did you mean "calls"?'),
        (
            (
                (
                    'minutes = "11h"',
                    'minutes = "11h"\n[[rules]]\nkind = "min_staff"\nminimum = 1\nskill = "lead"',
                ),
            ),
            "rules[2] (min_staff).skill",
            "lead",
        ),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
