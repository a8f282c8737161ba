from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.plan import Plan
from models.shift_code import ShiftCode, shift_codes
from tests.plans import sample_plan


def codes_with(patterns: dict[str, str]) -> tuple[ShiftCode, ...]:
    """Codes when the three patterns of the sample go by these names and codes."""
    plan: Plan = sample_plan()
    old = [pattern.name for pattern in plan.scenario.shift_patterns]
    renamed = dict(zip(old, patterns, strict=True))
    scenario = plan.scenario.model_copy(
        update={
            "shift_patterns": tuple(
                pattern.model_copy(
                    update={"name": renamed[pattern.name], "code": patterns[renamed[pattern.name]]}
                )
                for pattern in plan.scenario.shift_patterns
            )
        }
    )
    tours = tuple(
        replace(tour, shifts=tuple(s and replace(s, pattern=renamed[s.pattern]) for s in tour.shifts))
        for tour in plan.roster.tours
    )
    return tuple(shift_codes(scenario, replace(plan.roster, tours=tours)).values())


def test_one_start_goes_by_the_code_several_add_the_hour() -> None:
    codes = shift_codes(sample_plan().scenario, sample_plan().roster)
    assert {key: code.code for key, code in codes.items()} == {
        ("Day", 480): "D",
        ("Night", 1200): "N",
        ("Office", 540): "O9",
        ("Office", 600): "O10",
    }
    assert codes["Night", 1200].is_night
    assert (codes["Office", 540].paid_minutes, codes["Office", 540].length_minutes) == (480, 540)


def test_names_that_begin_alike_get_longer_codes() -> None:
    assert [code.code for code in codes_with({"Night": "", "Noon": "", "Nap": ""})] == [
        "N",
        "NO",
        "NA9",
        "NA10",
    ]


names = st.text(min_size=1, max_size=8)


@given(st.dictionaries(names, st.text(max_size=4), min_size=3, max_size=3))
def test_codes_differ_without_case_and_hold_nothing_a_spreadsheet_reads_as_a_pattern(
    patterns: dict[str, str],
) -> None:
    codes = [code.code for code in codes_with(patterns)]
    assert len({code.casefold() for code in codes}) == 4
    assert all(code and not set(code) & set("*?~<>=+-@") for code in codes)
