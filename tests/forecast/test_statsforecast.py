import importlib
import sys

import numpy as np
import pytest

from models.errors import BadInputError
from planner.forecast.backtest import backtest
from planner.forecast.forecast_channels import forecast_channels
from planner.forecast.method import METHODS
from planner.forecast.replay import Replay
from tests.forecast.histories import FIRST, PLAIN, history, period, with_history
from tests.forecast.shapes import SHAPES


def test_where_the_library_is_missing_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "statsforecast", None)
    monkeypatch.setitem(sys.modules, "statsforecast.models", None)
    past = history(60, lambda date: np.full(24, 10.0))
    channel = with_history(forecast={"method": "statsforecast"})
    with pytest.raises(BadInputError, match=r'not installed \(allowed: pip install "smena\[statsforecast\]"'):
        forecast_channels((channel,), {"calls": past}, PLAIN, period(FIRST.replace(month=3)), 0)


def test_nothing_imports_it_before_it_is_asked_for() -> None:
    importlib.import_module("planner.forecast.method")
    assert "statsforecast" not in sys.modules


def test_it_forecasts_behind_the_same_interface() -> None:
    pytest.importorskip("statsforecast", reason="the optional library statsforecast is not installed")
    shape = SHAPES["rising"]
    replay = Replay(
        shape.draw(1), shape.dates, PLAIN, np.zeros(shape.days, dtype=bool), METHODS["statsforecast"]
    )
    tested = backtest(replay, [shape.days - 28])
    assert tested is not None
    assert tested.hour.wape < tested.hour.naive_wape
