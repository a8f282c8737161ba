from pathlib import Path

import pytest
from PIL import Image

from models.text import Language
from planner.report.palette import ON_DUTY, SHORT
from planner.report.staffing import draw_staffing
from planner.report.staffing_texts import STAFFING_TEXTS
from tests.plans import sample_plan
from tests.report.test_pictures import pixels


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_picture_is_the_same_each_time(language: Language, tmp_path: Path) -> None:
    plan = sample_plan(language=language)
    for number in (1, 2):
        draw_staffing(plan.scenario, plan.requirement, plan.coverage.required, tmp_path / f"{number}.png")
    assert (tmp_path / "1.png").read_bytes() == (tmp_path / "2.png").read_bytes()
    assert pixels(tmp_path / "1.png", ON_DUTY) > 10_000
    assert pixels(tmp_path / "1.png", SHORT) > 500


def test_the_desk_has_a_panel_of_its_own_only_where_it_asks_for_more(tmp_path: Path) -> None:
    plan = sample_plan()
    (need,) = plan.requirement.live
    more = tuple(agents + 1 for agents in need.agents)
    draw_staffing(plan.scenario, plan.requirement, need.agents, tmp_path / "same.png")
    draw_staffing(plan.scenario, plan.requirement, more, tmp_path / "more.png")
    with Image.open(tmp_path / "same.png") as same, Image.open(tmp_path / "more.png") as other:
        assert same.height < other.height


def test_both_languages_have_the_same_words() -> None:
    assert list(STAFFING_TEXTS["en"]) == list(STAFFING_TEXTS["ru"])
