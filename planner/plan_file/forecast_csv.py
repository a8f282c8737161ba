"""A channel's forecast as a table: what ``forecast.outside`` reads, to be edited and given back."""

import csv
import io

from models.forecast import Forecast
from models.horizon import Horizon

_DIGITS = 6


def forecast_csv(forecast: Forecast, horizon: Horizon) -> str:
    """Write one row per interval of the period: local date and start, contacts, handle time, quantiles.

    A clock time that occurs twice stands there twice, the earlier one first; the reader takes
    it so.
    """
    demand, text = forecast.demand, io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    names = [f"p{100 * quantile.probability:g}" for quantile in forecast.quantiles]
    table.writerow(["date", "interval_start", "contacts", "aht_seconds", *names])
    for place, minute in enumerate(horizon.interval_starts):
        local = horizon.local(minute)
        numbers = (
            demand.contacts[place],
            demand.aht_seconds[place],
            *(quantile.contacts[place] for quantile in forecast.quantiles),
        )
        table.writerow(
            [f"{local:%Y-%m-%d}", f"{local:%H:%M}", *(f"{round(number, _DIGITS):.12g}" for number in numbers)]
        )
    return text.getvalue()
