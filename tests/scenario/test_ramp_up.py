"""What may be written of productivity and ramp-up, and where mistakes are told."""

from pathlib import Path

import pytest

from tests.scenario.samples import changed, problems_of

STEP = "{ weeks = 2, productivity = 0.5 }"


def boris(lines: str) -> str:
    return changed(('id = "boris"', f'id = "boris"\n{lines}'))


@pytest.mark.parametrize(
    "lines",
    [
        "productivity = 1.5",
        f"first_day = 2026-11-02\nramp_up = [{STEP}]",
        f"first_day = 2025-01-09\nproductivity = 0.9\nramp_up = [{STEP}, {{ weeks = 104, productivity = 0.75 }}]",
    ],
)
def test_newcomers(tmp_path: Path, lines: str) -> None:
    assert problems_of(tmp_path, boris(lines)) == []


def test_hires_begin_with_the_period(tmp_path: Path) -> None:
    assert problems_of(tmp_path, changed(("max_hires = 3", f"max_hires = 3\nramp_up = [{STEP}]"))) == []


@pytest.mark.parametrize(
    ("lines", "place", "found", "allowed"),
    [
        ("productivity = 0", ".productivity", "found 0", "more than 0"),
        ("productivity = 1.51", ".productivity", "found 1.51", "at most 1.5"),
        ("productivity = 0.755", ".productivity", "found 0.755", "2 digits after the point"),
        (f"ramp_up = [{STEP}]", "", "give the first day of employment", ""),
        (
            "first_day = 2026-11-02\nramp_up = [{ productivity = 0.5 }]",
            ".ramp_up[1].weeks",
            "this is missing",
            "",
        ),
        (
            f"first_day = 2026-11-02\nramp_up = [{STEP}, {{ weeks = 1 }}]",
            ".ramp_up[2].productivity",
            "this is missing",
            "",
        ),
        (
            "first_day = 2026-11-02\nramp_up = [{ weeks = 0, productivity = 0.5 }]",
            ".ramp_up[1].weeks",
            "found 0",
            "at least 1 and at most 104",
        ),
    ],
)
def test_mistakes_are_told_at_their_place(
    tmp_path: Path, lines: str, place: str, found: str, allowed: str
) -> None:
    (problem,) = problems_of(tmp_path, boris(lines))
    assert problem.place.en == f"desk.toml: agents[2] (boris){place}"
    assert found in problem.message.en
    assert allowed in (problem.allowed.en or "")
