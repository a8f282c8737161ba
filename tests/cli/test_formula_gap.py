"""Known reasons for a simulation that shows less than the formulas."""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from models.spread import Spread
from planner.cli.formula_gap import formula_gap_lines
from tests.staffing.desks import phone


def lines(
    *channels: object, planned: float = 0.9, high: float = 0.8, spread: Spread | None = None, **rest: str
) -> list[str]:
    count = len(channels)
    scenario = SimpleNamespace(
        channels=channels,
        desk=SimpleNamespace(language=rest.get("language", "en")),
        staffing=SimpleNamespace(busy_days=rest.get("busy_days", "none")),
    )
    one = SimpleNamespace(
        simulated=SimpleNamespace(
            in_time=SimpleNamespace(value=np.full(count, high - 0.01), high=np.full(count, high))
        ),
        expected=SimpleNamespace(promises=[SimpleNamespace(service_level=planned)] * count),
        made=SimpleNamespace(demands=[SimpleNamespace(spread=spread)] * count),
    )
    return list(formula_gap_lines(cast("Any", scenario), cast("Any", one)))


def test_days_that_stray_are_named_where_nobody_planned_for_them() -> None:
    (said,) = lines(phone(), spread=Spread(0.2, 0.1))
    assert "the formula promises 90.0%, 79.0% are simulated" in said
    assert 'busy_days = "forecast"' in said
    assert "по расчёту 90,0%" in lines(phone(), spread=Spread(0.2, 0.1), language="ru")[0]
    assert not lines(phone())
    assert not lines(phone(), spread=Spread(0.2, 0.1), busy_days="forecast")
    assert not lines(phone(load_cv=0.2), spread=Spread(0.2, 0.1))
    assert not lines(phone(), spread=Spread(0.2, 0.1), planned=0.805)


def test_a_limit_beside_none_is_named() -> None:
    (said,) = lines(phone("calls", pool="p", lines=4), phone("vip", pool="p"))
    assert said.startswith("calls: ")
    assert not lines(*[phone(name, pool="p", lines=4) for name in ("calls", "vip")])
    assert not lines(phone("calls", lines=4), phone("vip", lines=4))
    assert not lines(*[phone(name, pool="p") for name in ("calls", "vip")])
