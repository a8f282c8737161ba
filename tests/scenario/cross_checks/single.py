"""A good scenario with one mistake gives exactly that mistake, at its place."""

from pathlib import Path

from tests.scenario.samples import changed, problems_of

#: Replacements in the good scenario, the place of the one mistake, and a part of its message.
Case = tuple[tuple[tuple[str, str], ...], str, str]
#: Cases by the check that finds them.
Cases = dict[str, list[Case]]


def flat(cases: Cases) -> list[Case]:
    """All cases of a file."""
    return [case for of_check in cases.values() for case in of_check]


def assert_single_mistake(folder: Path, case: Case) -> None:
    """The mistake is found, and nothing else is."""
    changes, place, message = case
    problems = problems_of(folder, changed(*changes))
    assert [problem.place.en for problem in problems] == [f"desk.toml: {place}"]
    assert message in problems[0].message.en
