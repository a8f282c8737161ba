"""Demand is planned for as it is written, and read back the same."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.demand import ChannelDemand
from models.errors import BadInputError
from models.spread import Spread
from planner.plan_file import as_written, plan_document, read_plan, write_plan
from planner.plan_file.demand_rows import demand_row
from tests.plan_file.small_plan import small_plan


def test_what_is_rounded_once_stays(tmp_path: Path) -> None:
    spread = Spread(1 / 3, 7.0)
    demand = ChannelDemand("phone", (1 / 3, 2.0), (200 / 7, 0.0), (1e-9,), 0.1, None, ("note",), spread)
    written = as_written(demand)
    assert written.contacts == (0.333333, 2.0)
    assert written.lead_in_contacts == (0.0,)
    assert written.spread == Spread(0.333333, 5.0)
    assert as_written(written) == written
    assert demand_row(demand) == demand_row(written)


def test_it_is_read_back(tmp_path: Path) -> None:
    plan = small_plan()
    plan = replace(plan, demands=tuple(replace(each, spread=Spread(0.1, 0.2)) for each in plan.demands))
    write_plan(plan, tmp_path / "plan.json")
    read = read_plan(tmp_path / "plan.json")
    assert read.demands == tuple(as_written(demand) for demand in plan.demands)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"channel": "chat"}, "demand: the channels are chat .allowed: .*phone"),
        ({"contacts": [1.0]}, r"demand\[1\]\.contacts: found 1 entries"),
        ({"aht_seconds": []}, r"demand\[1\]\.aht_seconds: found 0 entries"),
        ({"lead_in_contacts": [-1.0]}, r"demand\[1\]\.lead_in_contacts: found -1"),
        ({"spread": {"cv_day": -1, "cv_interval": 0}}, r"demand\[1\]\.spread\.cv_day: .*-1"),
        ({"lead_in_contacts": [1.0] * 5000}, r"demand\[1\]\.lead_in_contacts: found 5000 entries"),
        ({"aht_seconds": [0.0] * 168}, r"demand\[1\]\.aht_seconds: found 0 where contacts are expected"),
        ({"lead_in_contacts": [1e30]}, r"demand\[1\]\.lead_in_contacts: found 1e\+30"),
    ],
)
def test_damage_is_told(tmp_path: Path, change: dict[str, Any], words: str) -> None:
    document = plan_document(small_plan())
    document["demand"][0] |= change
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(BadInputError, match=words):
        read_plan(path)
