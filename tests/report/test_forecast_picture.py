import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from models.forecast import Forecast
from models.text import Language
from planner.forecast.forecast_channels import forecast_channels
from planner.report.forecast import date_ticks, draw_forecast
from planner.report.forecast_texts import FORECAST_TEXTS
from planner.report.palette import ON_DUTY
from tests.forecast.histories import FIRST, PLAIN, history, period, with_history
from tests.forecast.shapes import SHAPES
from tests.report.test_pictures import pixels

AHEAD = period(FIRST + dt.timedelta(days=150), days=28)


def forecast(name: str = "plain") -> Forecast:
    shape = SHAPES[name]
    counts = shape.draw(3).reshape(shape.days, 24, 2).sum(axis=2)
    past = history(150, lambda date: counts[(date - FIRST).days])
    (made,) = forecast_channels((with_history(),), {"calls": past}, PLAIN, AHEAD, 0)
    return made


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_picture_is_the_same_each_time_and_fits_a_page(language: Language, tmp_path: Path) -> None:
    for number in (1, 2):
        draw_forecast([forecast()], AHEAD, tmp_path / f"{number}.png", language)
    assert (tmp_path / "1.png").read_bytes() == (tmp_path / "2.png").read_bytes()
    with Image.open(tmp_path / "1.png") as image:
        assert 900 <= image.width <= 2200
        assert 600 <= image.height <= 1600


def test_a_wider_spread_is_a_wider_band(tmp_path: Path) -> None:
    draw_forecast([forecast("plain")], AHEAD, tmp_path / "sure.png")
    draw_forecast([forecast("wild")], AHEAD, tmp_path / "unsure.png")
    assert pixels(tmp_path / "unsure.png", ON_DUTY) > 1.5 * pixels(tmp_path / "sure.png", ON_DUTY) > 1000


def test_without_past_band_and_test_only_the_forecast_is_drawn(tmp_path: Path) -> None:
    full = forecast()
    bare = replace(full, quantiles=(), days=(), recent=None, backtest=None)
    draw_forecast([full], AHEAD, tmp_path / "full.png")
    draw_forecast([bare], AHEAD, tmp_path / "bare.png")
    assert pixels(tmp_path / "bare.png", ON_DUTY) == 0
    with Image.open(tmp_path / "bare.png") as bare_image, Image.open(tmp_path / "full.png") as full_image:
        assert bare_image.height < full_image.height


def test_short_periods_and_silence_are_drawn(tmp_path: Path) -> None:
    day = period(FIRST + dt.timedelta(days=40), days=1)
    past = history(40, lambda date: np.zeros(24))
    (made,) = forecast_channels((with_history(),), {"calls": past}, PLAIN, day, 0)
    draw_forecast([made], day, tmp_path / "day.png")
    assert (tmp_path / "day.png").stat().st_size > 5000


def test_both_languages_have_the_same_words() -> None:
    assert list(FORECAST_TEXTS["en"]) == list(FORECAST_TEXTS["ru"])


@pytest.mark.parametrize("days", [1, 7, 14, 28, 92, 366])
@pytest.mark.parametrize("before", [0, 10, 140])
def test_dates_below_a_picture_are_some_but_no_more_than_have_room(days: int, before: int) -> None:
    first = FIRST.toordinal()
    ticks = date_ticks(first - before, first + days - 1, first)
    assert first in ticks
    assert first - before <= ticks[0] <= ticks[-1] < first + days
    assert min(2, days) <= len(ticks) <= 14
