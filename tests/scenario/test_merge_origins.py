"""Volume and a forecast made elsewhere, one in the base and one in the file over it."""

from pathlib import Path

from models.channel import Channel
from planner.scenario import load_scenario
from tests.scenario.samples import CALLS, GOOD, changed

VOLUME = GOOD[GOOD.index("[channels.volume]") : GOOD.index("[[shift_patterns]]")]
OUTSIDE = 'forecast = { deflection = 0.1, outside = { file = "calls.csv" } }\n'


def laid_over(folder: Path, base: str, child: str) -> Channel:
    bases = folder / "bases"
    bases.mkdir()
    for place in (bases, folder):
        (place / "calls.csv").write_text(CALLS, encoding="utf-8")
    (bases / "base.toml").write_text(base, encoding="utf-8")
    path = folder / "what_if.toml"
    text = f'extends = "bases/base.toml"\n[[channels]]\nname = "phone"\n{child}'
    path.write_text(text, encoding="utf-8")
    return load_scenario(path).scenario.channels[0]


def test_a_forecast_replaces_the_volume_of_the_base(tmp_path: Path) -> None:
    channel = laid_over(tmp_path, GOOD, OUTSIDE)
    assert channel.volume is None
    assert channel.forecast.outside is not None
    assert channel.forecast.outside.file == "calls.csv"


def test_a_volume_replaces_the_forecast_of_the_base_and_leaves_its_levers(tmp_path: Path) -> None:
    channel = laid_over(tmp_path, changed((VOLUME, OUTSIDE)), "volume = { contacts_per_day = { mon = 5 } }")
    assert channel.volume is not None
    assert channel.forecast.outside is None
    assert channel.forecast.deflection == 0.1


def test_a_forecast_named_in_a_base_is_looked_up_beside_the_base(tmp_path: Path) -> None:
    channel = laid_over(tmp_path, changed((VOLUME, OUTSIDE)), "growth = 2")
    assert channel.forecast.outside is not None
    assert channel.forecast.outside.file == "bases/calls.csv"
