"""``forecast.png``: the end of the history, what is expected, and how good that would have been."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from babel.dates import format_date
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from models.forecast import Backtest, Forecast
from models.horizon import Horizon
from models.text import Language
from planner.report.canvas import heading, new_figure, save, tidy
from planner.report.forecast_texts import FORECAST_TEXTS
from planner.report.palette import GRID, INK, MUTED, ON_DUTY
from planner.report.texts import decimal_text

_EXPECTED = "#1b3a6b"
_COUNTED = MUTED
_NAIVE = "#e69f00"
_WEEK_DAYS = 7
_TICK_DAYS = (1, 2, 7, 14, 28, 56)
_MOST_TICKS = 12


def draw_forecast(
    forecasts: Sequence[Forecast], horizon: Horizon, path: Path, language: Language = "en"
) -> None:
    """Draw forecasts, one below the other.

    Parameters
    ----------
    forecasts
        Of any channels; without history there is no past, without spread no band, without
        backtest no bars.
    horizon
        The period.
    path
        The PNG file; replaced where it exists.
    language
        Language of the words.
    """
    heights = [height for one in forecasts for height in (3.0, 3.0, *((2.0,) if one.backtest else ()))]
    figure = new_figure(11, 1.2 * sum(heights))
    axes = iter(figure.subplots(len(heights), 1, height_ratios=heights))
    for forecast in forecasts:
        for draw in (_draw_days, _draw_week):
            panel = next(axes)
            draw(forecast, horizon, panel, language)
            panel.yaxis.set_major_formatter(lambda value, _: _in_language(f"{value:g}", language))
        if forecast.backtest is not None:
            _draw_tests(forecast.backtest, next(axes), language)
    save(figure, path)


def _draw_days(forecast: Forecast, horizon: Horizon, axes: Axes, language: Language) -> None:
    words, recent = FORECAST_TEXTS[language], forecast.recent
    first = horizon.first_date.toordinal()
    if recent is not None:
        places = [date.toordinal() for date in recent.dates]
        axes.plot(
            places,
            [sum(row) for row in recent.contacts],
            color=_COUNTED,
            linewidth=1.2,
            label=words["counted"],
        )
    totals: dict[dt.date, float] = {}
    for start, contacts in zip(horizon.interval_starts, forecast.demand.contacts, strict=True):
        date = horizon.local(start).date()
        totals[date] = totals.get(date, 0.0) + contacts
    ahead = [date.toordinal() for date in totals]
    if forecast.days:
        low, high = [day.low for day in forecast.days], [day.high for day in forecast.days]
        label = words["band"].format(share=80)
        axes.fill_between(ahead, low, high, color=ON_DUTY, linewidth=0, label=label)
    axes.plot(ahead, list(totals.values()), color=_EXPECTED, linewidth=1.6, label=words["expected"])
    axes.axvline(first - 0.5, color=GRID, linewidth=1.2)
    left = max(recent.dates[0].toordinal() if recent is not None else ahead[0], first - 140)
    _label_dates(axes, date_ticks(left, ahead[-1], ahead[0]), language)
    axes.set_xlim(left, max(ahead[-1], ahead[0] + 1))
    heading(axes, f"{forecast.demand.channel}. {words['days']}")
    _finish(axes)


def _draw_week(forecast: Forecast, horizon: Horizon, axes: Axes, language: Language) -> None:
    """Draw the first week by interval, over the last one counted on the same weekdays."""
    words, minutes = FORECAST_TEXTS[language], horizon.interval_minutes
    shown = sum(start < horizon.day_start(min(_WEEK_DAYS, horizon.days)) for start in horizon.interval_starts)
    days = [start / 1440 for start in horizon.interval_starts[:shown]]
    if len(forecast.quantiles) > 1:
        low, high = forecast.quantiles[0], forecast.quantiles[-1]
        share = decimal_text(100 * (high.probability - low.probability), language, 0)
        band = (low.contacts[:shown], high.contacts[:shown])
        label = words["band"].format(share=share)
        axes.fill_between(days, *band, step="post", color=ON_DUTY, linewidth=0, label=label)
    before = _week_before(forecast, horizon)
    if before:
        edges = [place * minutes / 1440 for place in range(len(before))]
        axes.plot(
            edges, before, drawstyle="steps-post", color=_COUNTED, linewidth=0.7, label=words["week_before"]
        )
    axes.plot(
        days,
        forecast.demand.contacts[:shown],
        drawstyle="steps-post",
        color=_EXPECTED,
        linewidth=1.4,
        label=words["expected"],
    )
    axes.set_xlim(0, min(_WEEK_DAYS, horizon.days))
    names = [format_date(horizon.date_of(day), "EEE d MMM", locale=language) for day in range(_WEEK_DAYS)]
    axes.set_xticks([day + 0.5 for day in range(min(_WEEK_DAYS, horizon.days))])
    axes.set_xticklabels(names[: horizon.days])
    for day in range(1, min(_WEEK_DAYS, horizon.days)):
        axes.axvline(day, color=GRID, linewidth=0.8, zorder=0.6)
    heading(axes, words["week"].format(minutes=minutes))
    _finish(axes)


def _week_before(forecast: Forecast, horizon: Horizon) -> list[float]:
    """Counts of the last week of the history, in the order of the period's weekdays."""
    recent = forecast.recent
    if recent is None or len(recent.dates) < _WEEK_DAYS:
        return []
    by_weekday = {
        date.weekday(): row
        for date, row in zip(recent.dates[-_WEEK_DAYS:], recent.contacts[-_WEEK_DAYS:], strict=True)
    }
    days = range(min(_WEEK_DAYS, horizon.days))
    return [count for day in days for count in by_weekday[horizon.weekday(day)]]


def _draw_tests(tested: Backtest, axes: Axes, language: Language) -> None:
    words = FORECAST_TEXTS[language]
    places = range(len(tested.origins))
    ours = [100 * origin.hour.wape for origin in tested.origins]
    naive = [100 * origin.hour.naive_wape for origin in tested.origins]
    axes.bar([place - 0.19 for place in places], ours, 0.36, color=_EXPECTED, label=words["forecast"])
    axes.bar([place + 0.19 for place in places], naive, 0.36, color=_NAIVE, label=words["naive"])
    axes.set_xticks(list(places))
    axes.set_xticklabels(
        [format_date(origin.first_date, "d MMM", locale=language) for origin in tested.origins]
    )
    axes.yaxis.set_major_formatter(lambda value, _: _in_language(f"{value:g}%", language))
    hour = tested.hour
    said = {
        "forecast": decimal_text(100 * hour.wape, language),
        "naive": decimal_text(100 * hour.naive_wape, language),
    }
    if hour.coverage is not None:
        said["coverage"] = decimal_text(100 * hour.coverage, language, 0)
    heading(axes, words["tests"], words["tested" if "coverage" in said else "tested_errors"].format(**said))
    _finish(axes)


def date_ticks(left: int, right: int, first: int) -> list[int]:
    """Days to label from left to right, the period's first among them, no more than have room.

    All are ordinals of dates.
    """
    step = next((days for days in _TICK_DAYS if right - left <= _MOST_TICKS * days), _TICK_DAYS[-1])
    return list(range(first - (first - left) // step * step, right + 1, step))


def _label_dates(axes: Axes, ordinals: list[int], language: Language) -> None:
    dates = [dt.date.fromordinal(ordinal) for ordinal in ordinals]
    axes.set_xticks(ordinals)
    axes.set_xticklabels([format_date(date, "d MMM", locale=language) for date in dates])


def _in_language(number: str, language: Language) -> str:
    return number.replace(".", ",") if language == "ru" else number


def _finish(axes: Axes) -> None:
    tidy(axes)
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_locator(MaxNLocator(5))
    axes.legend(
        loc="upper center", bbox_to_anchor=(0.5, -0.1), ncols=4, frameon=False, fontsize=9, labelcolor=INK
    )
