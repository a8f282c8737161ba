"""The picture of changes against cost: the same each time, in both languages, with or without a frontier."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text as Words

from models.replanning import Fewest, FrontierPoint, Replanning
from models.text import Language
from planner.report import draw_replanning
from tests.hand_scenario import sample_scenario

POINTS = (
    FrontierPoint(0, None, None, 53_000_00, None),
    FrontierPoint(1, 1, 52_000_00, 49_000_00, 3),
    FrontierPoint(2, 2, 47_500_00, 46_000_00, Fraction(1, 2)),
    FrontierPoint(3, 3, 45_000_00, 45_000_00, 0),
)
FOUND = Replanning((), 44_000_00, 45_000_00, Fewest(0, 0, 3, True, 3), POINTS)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_same_answer_gives_the_same_picture(language: Language, tmp_path: Path) -> None:
    scenario = sample_scenario()
    for name in ("one.png", "two.png"):
        draw_replanning(FOUND, scenario, language, tmp_path / name)
    one, two = ((tmp_path / name).read_bytes() for name in ("one.png", "two.png"))
    assert one == two
    assert one.startswith(b"\x89PNG")
    draw_replanning(replace(FOUND, frontier=POINTS[:2]), scenario, language, tmp_path / "other.png")
    assert (tmp_path / "other.png").read_bytes() != one


def test_without_a_frontier_there_is_a_picture_too(tmp_path: Path) -> None:
    draw_replanning(replace(FOUND, frontier=()), sample_scenario(), "ru", tmp_path / "none.png")
    assert (tmp_path / "none.png").exists()


@pytest.mark.parametrize("number", [1, 2, 13, 30])
def test_few_points_and_many_are_drawn(number: int, tmp_path: Path) -> None:
    points = tuple(
        FrontierPoint(most, most, 52_000_00 - 100_00 * most, 20_000_00, number - most)
        for most in range(number)
    )
    draw_replanning(replace(FOUND, frontier=points), sample_scenario(), "ru", tmp_path / "some.png")
    assert (tmp_path / "some.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("number", [1, 12, 30])
def test_the_legend_stays_clear_of_the_title(
    number: int, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Figure] = []

    def keep(figure: Figure, _: Path) -> None:
        drawn.append(figure)

    monkeypatch.setattr("planner.report.replanning.save", keep)
    points = tuple(
        FrontierPoint(most, most, 52_000_00 - 100_00 * most, 51_000_00 - 99_00 * most * (most % 2), 1)
        for most in range(number - 1)
    )
    proven = FrontierPoint(number - 1, number - 1, 45_000_00, 45_000_00, 0)
    draw_replanning(replace(FOUND, frontier=(*points, proven)), sample_scenario(), language, tmp_path / "x")
    (figure,) = drawn
    figure.canvas.draw()
    axes = figure.axes[0]
    legend, words = axes.get_legend(), axes.get_title(loc="left")
    (title,) = (one for one in axes.get_children() if isinstance(one, Words) and one.get_text() == words)
    assert legend is not None
    assert not legend.get_window_extent().overlaps(title.get_window_extent())
    assert legend.get_window_extent().x1 <= figure.bbox.x1
