import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from models.cost import COMPONENTS
from models.plan import Plan
from models.tour import Roster
from planner.compare import compare
from planner.report import draw_comparison, draw_coverage, draw_roster
from planner.report.palette import CLOSED, COST_COLOURS, NIGHT_COLOURS, ON_DUTY, SHORT
from planner.report.texts import TEXTS
from tests.plans import sample_plan

DAY = "mon-fri 09:00-18:00"


def pixels(path: Path, colour: str) -> int:
    """How many pixels have exactly this colour."""
    with Image.open(path) as image:
        wanted = tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
        return int((np.asarray(image.convert("RGB")) == wanted).all(axis=2).sum())


@pytest.mark.parametrize("draw", [draw_coverage, draw_roster])
def test_pictures_are_the_same_each_time_and_fit_a_page(
    draw: Callable[[Plan, Path], None], tmp_path: Path
) -> None:
    for number in (1, 2):
        draw(sample_plan(), tmp_path / f"{number}.png")
        sample_plan.cache_clear()
    assert (tmp_path / "1.png").read_bytes() == (tmp_path / "2.png").read_bytes()
    with Image.open(tmp_path / "1.png") as image:
        assert image.format == "PNG"
        assert 900 <= image.width <= 2200
        assert 200 <= image.height <= 1600


def test_understaffing_is_seen_where_there_is_some(tmp_path: Path) -> None:
    plan = sample_plan()
    enough = replace(plan, coverage=replace(plan.coverage, on_duty=plan.coverage.required))
    draw_coverage(plan, tmp_path / "short.png")
    draw_coverage(enough, tmp_path / "enough.png")
    scale_alone = pixels(tmp_path / "enough.png", SHORT)
    assert pixels(tmp_path / "short.png", SHORT) > 3 * scale_alone
    assert pixels(tmp_path / "short.png", ON_DUTY) > 10_000


def test_closed_time_is_shaded(tmp_path: Path) -> None:
    draw_coverage(sample_plan(), tmp_path / "always.png")
    draw_coverage(sample_plan(opening=DAY, language="ru"), tmp_path / "office.png")
    # Lines between cells have the colour of closed time, so "always" is not quite without it.
    assert pixels(tmp_path / "office.png", CLOSED) > 10 * pixels(tmp_path / "always.png", CLOSED)


def test_nights_stand_out_on_the_roster(tmp_path: Path) -> None:
    draw_roster(sample_plan(), tmp_path / "nights.png")
    draw_roster(sample_plan(opening=DAY), tmp_path / "days.png")
    night = NIGHT_COLOURS[1][0]
    assert pixels(tmp_path / "nights.png", night) > 10_000
    assert pixels(tmp_path / "days.png", night) == 0


def test_a_large_roster_and_an_empty_one_are_drawn(tmp_path: Path) -> None:
    plan = sample_plan(days=62)
    draw_roster(replace(plan, roster=Roster(plan.roster.tours * 34)), tmp_path / "large.png")
    draw_roster(replace(plan, roster=Roster(())), tmp_path / "empty.png")
    with Image.open(tmp_path / "large.png") as image:
        assert max(image.size) <= 2400


def test_the_comparison_shows_components_and_the_proven_interval(tmp_path: Path) -> None:
    always, office = sample_plan(gap_minor=20_000_000), sample_plan(name="9-18", opening=DAY, gap_minor=0)
    draw_comparison(compare([always, office]), tmp_path / "wide.png")
    draw_comparison(
        compare([replace(always, proof=sample_plan(gap_minor=0).proof), office]), tmp_path / "tight.png"
    )
    draw_comparison(compare([always, office]), tmp_path / "again.png")
    assert (tmp_path / "wide.png").read_bytes() == (tmp_path / "again.png").read_bytes()
    assert pixels(tmp_path / "wide.png", SHORT) > pixels(tmp_path / "tight.png", SHORT) + 200
    colours = dict(zip(COMPONENTS, COST_COLOURS, strict=True))
    shown = [colours[component] for component in COMPONENTS if always.cost.of(component)]
    assert len(shown) >= 5
    assert all(pixels(tmp_path / "wide.png", colour) > 100 for colour in shown)


def test_both_languages_have_the_same_words() -> None:
    assert list(TEXTS["en"]) == list(TEXTS["ru"])


def test_no_global_drawing_state_is_touched() -> None:
    code = "import sys, planner.report; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
