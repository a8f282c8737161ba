import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from models.channel import Channel
from models.desk import Desk
from models.errors import BadInputError
from models.forecast import Forecast, OutsideForecast
from models.forecast_terms import ForecastFile
from planner.forecast.forecast_channels import forecast_channels
from planner.forecast.outside_file import read_outside
from planner.history.read import read_history
from tests.forecast.histories import PLAIN, AnyChannel, history, period

FIRST = dt.date(2024, 3, 11)
DESK = Desk(name="Desk", zone="Europe/Moscow", currency="RUB", interval_minutes=60)
HEAD = "date,interval_start,contacts,aht,p10,p90"


def written(folder: Path, rows: list[str], head: str = HEAD) -> Path:
    path = folder / "outside.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def week(days: int = 7, first: dt.date = FIRST) -> list[str]:
    return [
        f"{first + dt.timedelta(days=day)},{hour:02d}:00,{100 + day},{240 + day},{80 + day},{125 + day}"
        for day in range(days)
        for hour in range(24)
    ]


def read(path: Path, **fields: Any) -> OutsideForecast:
    columns = {"aht_seconds_column": "aht", "quantile_columns": {"p90": 0.9, "p10": 0.1}}
    file = ForecastFile.model_validate({"file": path.name, **columns, **fields})
    return read_outside(file, partial(read_history, base_dir=path.parent, desk=DESK))


def outside_channel(**fields: Any) -> Channel:
    return AnyChannel.model_validate(
        {
            "kind": "any",
            "name": "calls",
            "aht_seconds": 300,
            "forecast": {"outside": {"file": "outside.csv"}, **fields.pop("forecast", {})},
            **fields,
        }
    )


def forecast(
    outside: OutsideForecast, channel: Channel | None = None, lead_in: int = 0, **known: Any
) -> Forecast:
    (made,) = forecast_channels(
        (channel or outside_channel(),), known, PLAIN, period(FIRST), lead_in, outside={"calls": outside}
    )
    return made


def test_what_the_file_says_is_the_forecast(tmp_path: Path) -> None:
    made = forecast(read(written(tmp_path, week())))
    assert made.demand.contacts == pytest.approx(np.repeat(100.0 + np.arange(7), 24))
    assert made.demand.aht_seconds == pytest.approx(np.repeat(240.0 + np.arange(7), 24))
    assert [(each.probability, each.contacts[0]) for each in made.quantiles] == [(0.1, 80), (0.9, 125)]
    assert made.backtest is None
    # 45 between the deciles is a deviation of 17.6: 310 = 103 of chance + (0.14 · 103)².
    assert made.spread is not None
    assert made.spread.cv_day == pytest.approx(0.14, abs=0.01)
    assert made.demand.notes == ()


def test_levers_move_the_stated_quantiles(tmp_path: Path) -> None:
    channel = outside_channel(growth=2, forecast={"deflection": 0.25})
    made = forecast(read(written(tmp_path, week())), channel)
    assert made.quantiles[1].contacts[0] == pytest.approx(125 * 1.5)


def test_without_quantiles_a_history_beside_it_says_how_sure_it_is(tmp_path: Path) -> None:
    outside = read(written(tmp_path, week()), quantile_columns={}, aht_seconds_column=None)
    alone = forecast(outside, lead_in=24)
    assert (alone.spread, alone.quantiles, alone.days) == (None, (), ())
    assert [note.split(":")[1][:20] for note in alone.demand.notes] == [
        " what came in the da",
        " nothing says how su",
    ]
    # The Sunday before is that of the forecast; handle times are the channel's.
    assert alone.demand.lead_in_contacts == pytest.approx([106] * 24)
    assert set(alone.demand.aht_seconds) == {300}
    channel = outside_channel(history={"file": "calls.csv"})
    past = history(70, lambda date: np.full(24, 50.0), handle_seconds=222)
    beside = forecast(outside, channel, lead_in=24, calls=past)
    assert beside.demand.contacts == alone.demand.contacts
    assert beside.demand.lead_in_contacts == (50.0,) * 24
    assert beside.demand.aht_seconds == pytest.approx([222] * 168)
    assert beside.spread is not None
    assert len(beside.quantiles) == 3
    short = history(70, lambda date: np.full(24, 50.0), first=FIRST - dt.timedelta(days=5))
    assert forecast(outside, channel, calls=short).spread is None


def test_a_forecast_must_cover_the_period(tmp_path: Path) -> None:
    outside = read(written(tmp_path, week(5)))
    with pytest.raises(BadInputError) as caught:
        forecast(outside)
    assert str(caught.value) == (
        'channel "calls": forecast.outside: the forecast covers 2024-03-11 to 2024-03-15 '
        "(allowed: every date of the period, 2024-03-11 to 2024-03-17)"
    )


def test_everything_wrong_with_the_file_is_told_once(tmp_path: Path) -> None:
    rows = week()
    rows[0] = "2024-03-11,00:00,many,240,80,lots"
    rows[5] = "2024-03-41,05:00,100,240,80,125"
    with pytest.raises(BadInputError) as caught:
        read(written(tmp_path, rows))
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == len(set(said)) == 3
    assert any(line.startswith("outside.csv: line 2, column 'contacts': \"many\"") for line in said)
    assert any(line.startswith("outside.csv: line 2, column 'p90': \"lots\"") for line in said)
    assert any(line.startswith("outside.csv: line 7, column 'date': \"2024-03-41\"") for line in said)


def test_a_missing_file_or_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="there is no such file"):
        read(tmp_path / "nowhere.csv")
    with pytest.raises(BadInputError, match='there is no column "p10"'):
        read(written(tmp_path, [row.rsplit(",", 2)[0] for row in week()], "date,interval_start,contacts,aht"))


def test_quantiles_rise(tmp_path: Path) -> None:
    rows = week()
    rows[30] = "2024-03-12,06:00,100,240,126,125"
    with pytest.raises(BadInputError, match=r"outside.csv: 2024-03-12 06:00: 'p10' is above 'p90'"):
        read(written(tmp_path, rows))
    turned = [",".join([*row.split(",")[:4], "9", "8"]) for row in rows]
    with pytest.raises(BadInputError) as caught:
        read(written(tmp_path, turned))
    assert [str(problem) for problem in caught.value.problems][-1] == "outside.csv: and 158 more"


def test_date_and_time_may_share_a_column_in_another_zone(tmp_path: Path) -> None:
    moments = [dt.datetime(2024, 3, 10, tzinfo=dt.UTC) + dt.timedelta(hours=hour) for hour in range(9 * 24)]
    rows = [f"{moment:%Y-%m-%d %H:%M},{number}" for number, moment in enumerate(moments)]
    outside = read(
        written(tmp_path, rows, "when,contacts"),
        date_column="when",
        time_column=None,
        zone="UTC",
        aht_seconds_column=None,
        quantile_columns={},
    )
    # Midnight in Moscow is 21:00 in UTC, the 22nd row.
    assert forecast(outside).demand.contacts[:3] == (21, 22, 23)


def test_mistakes_of_the_caller_are_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no forecast was given"):
        forecast_channels((outside_channel(),), {}, PLAIN, period(FIRST), 0)
    with pytest.raises(ValueError, match="by 60 minutes, the horizon 30"):
        forecast_channels(
            (outside_channel(),),
            {},
            PLAIN,
            period(FIRST, step=30),
            0,
            outside={"calls": read(written(tmp_path, week()))},
        )
