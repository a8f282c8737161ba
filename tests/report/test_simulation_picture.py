from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from models.text import Language
from planner.report.palette import SHORT
from planner.report.simulation import draw_simulation
from planner.report.simulation_texts import SIMULATION_TEXTS
from planner.simulate import simulate
from planner.simulate.from_plan import promise_targets, simulation_input
from planner.simulate.plan_simulation import PlanSimulation
from tests.plans import sample_plan
from tests.report.test_pictures import pixels


def played(language: Language = "en", *, empty: bool = False) -> PlanSimulation:
    plan = sample_plan(language=language)
    demands = tuple(
        replace(own, contacts=(0.0,) * len(own.contacts)) if empty else own for own in plan.demands
    )
    given = simulation_input(plan.scenario, demands, plan.requirement, plan.roster, ())
    return PlanSimulation(given, simulate(given, 5), promise_targets(plan.scenario.channels))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_picture_is_the_same_each_time_and_fits_a_page(language: Language, tmp_path: Path) -> None:
    scenario = sample_plan(language=language).scenario
    for number in (1, 2):
        draw_simulation(scenario, played(language), tmp_path / f"{number}.png")
    assert (tmp_path / "1.png").read_bytes() == (tmp_path / "2.png").read_bytes()
    assert pixels(tmp_path / "1.png", SHORT) > 200
    with Image.open(tmp_path / "1.png") as image:
        assert 900 <= image.width <= 2200
        assert 400 <= image.height <= 1600


def test_where_lines_are_limited_the_share_turned_away_is_drawn(tmp_path: Path) -> None:
    plan = sample_plan()
    phone = plan.scenario.channels[0].model_copy(update={"lines": 1})
    limited = plan.scenario.model_copy(update={"channels": (phone, *plan.scenario.channels[1:])})
    given = simulation_input(limited, plan.demands, plan.requirement, plan.roster, ())
    few = PlanSimulation(given, simulate(given, 5), promise_targets(limited.channels))
    draw_simulation(plan.scenario, played(), tmp_path / "none.png")
    draw_simulation(limited, few, tmp_path / "few.png")
    assert pixels(tmp_path / "few.png", SHORT) > pixels(tmp_path / "none.png", SHORT) + 30


def test_a_desk_nobody_calls_is_drawn(tmp_path: Path) -> None:
    draw_simulation(sample_plan().scenario, played(empty=True), tmp_path / "empty.png")
    assert (tmp_path / "empty.png").stat().st_size > 3000


def test_both_languages_have_the_same_words() -> None:
    assert list(SIMULATION_TEXTS["en"]) == list(SIMULATION_TEXTS["ru"])
