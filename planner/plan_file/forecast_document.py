"""What stands in ``forecast.json``: shares are between 0 and 1."""

from collections.abc import Sequence
from typing import Any

from models.forecast import Backtest, Forecast, Score
from models.scenario import Scenario

FORECAST_VERSION = 1
_DIGITS = 6


def forecast_document(scenario: Scenario, forecasts: Sequence[Forecast]) -> dict[str, Any]:
    """Put forecasts into the form of their file, as plain JSON values.

    Parameters
    ----------
    scenario
        Whose channels they are of.
    forecasts
        One per channel, in their order.
    """
    horizon = scenario.horizon
    return {
        "format_version": FORECAST_VERSION,
        "name": scenario.name,
        "interval_minutes": horizon.interval_minutes,
        "start": [horizon.local(minute).isoformat(timespec="minutes") for minute in horizon.interval_starts],
        "channels": [_channel(forecast) for forecast in forecasts],
    }


def _channel(forecast: Forecast) -> dict[str, Any]:
    demand, spread = forecast.demand, forecast.spread
    return {
        "channel": demand.channel,
        "contacts_total": round(sum(demand.contacts), _DIGITS),
        "spread": None
        if spread is None
        else {"cv_day": round(spread.cv_day, _DIGITS), "cv_interval": round(spread.cv_interval, _DIGITS)},
        "backtest": None if forecast.backtest is None else _backtest(forecast.backtest),
        "notes": list(demand.notes),
        "days": [
            {
                "date": day.date.isoformat(),
                "expected": round(day.expected, _DIGITS),
                "low": round(day.low, _DIGITS),
                "high": round(day.high, _DIGITS),
            }
            for day in forecast.days
        ],
        "contacts": [round(value, _DIGITS) for value in demand.contacts],
        "aht_seconds": [round(value, _DIGITS) for value in demand.aht_seconds],
        "quantiles": [
            {
                "probability": quantile.probability,
                "contacts": [round(value, _DIGITS) for value in quantile.contacts],
            }
            for quantile in forecast.quantiles
        ],
    }


def _backtest(tested: Backtest) -> dict[str, Any]:
    return {
        "by_hour": _score(tested.hour),
        "by_interval": _score(tested.interval),
        "origins": [
            {
                "first_date": origin.first_date.isoformat(),
                "days": origin.days,
                "by_hour": _score(origin.hour),
                "by_interval": _score(origin.interval),
            }
            for origin in tested.origins
        ],
    }


def _score(score: Score) -> dict[str, float | None]:
    coverage = score.coverage
    return {
        "wape": round(score.wape, _DIGITS),
        "seasonal_naive_wape": round(score.naive_wape, _DIGITS),
        "covered_by_80_percent": None if coverage is None else round(coverage, _DIGITS),
    }
