"""Values of another type that could be read as one of the field's."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.cross_checks.test_team import with_rule

CASES: Cases = {
    "values_of_another_type": [
        (
            with_rule('kind = "max_consecutive_days"\ndays = true'),
            "rules[2] (max_consecutive_days).days",
            "found true",
        ),
        (
            with_rule('kind = "max_consecutive_days"\ndays = 5\nvalid_from = 0'),
            "rules[2] (max_consecutive_days).valid_from",
            "found 0",
        ),
        (
            with_rule('kind = "max_consecutive_days"\ndays = 5\nvalid_to = "86400"'),
            "rules[2] (max_consecutive_days).valid_to",
            'found "86400"',
        ),
        (
            with_rule('kind = "min_staff"\nminimum = 1\nprice = 1\ncount_breaks = "off"'),
            "rules[2] (min_staff).count_breaks",
            'found "off"',
        ),
    ]
}


@pytest.mark.parametrize("case", flat(CASES))
def test_one_mistake_at_its_place(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
