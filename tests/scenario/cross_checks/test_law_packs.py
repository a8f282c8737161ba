"""Law packs that cannot answer, and files of days that differ."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat

#: The first line of the sample, where a pack may be written.
NAME = 'name = "small"'


def packs(written: str) -> tuple[tuple[str, str], ...]:
    return ((NAME, f"{NAME}\nlaw_packs = {written}"),)


CASES: Cases = {
    "law_packs_that_cannot_answer": [
        (
            (*packs('["uk"]'), ("first_date = 2026-11-02", "first_date = 2027-12-28")),
            "law_packs[1]",
            "knows the law from 2003-08-01 to 2027-12-31",
        ),
        (packs('["us", "us"]'), "law_packs[2]", "asked for twice"),
        (packs('[{ kind = "us", without = ["meal"] }]'), "law_packs[1] (us).without", 'no line "meal"'),
    ],
    "unreadable_overrides": [
        (
            (("[opening]", '[holidays]\noverrides_file = "decree.csv"\n\n[opening]'),),
            "holidays.overrides_file",
            'there is no file "decree.csv"',
        )
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_each_mistake_is_found_by_itself(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
