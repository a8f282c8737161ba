"""A backtest as people read it, in both languages."""

from dataclasses import dataclass

from models.forecast import Backtest, Score
from models.text import Language, Text

_SUMMARY = Text(
    en="{channel}: forecast again from {origins} earlier dates, {days} days ahead. Off by {hour} by the "
    "hour (repeating the last week: {naive_hour}) and {interval} per {minutes} minutes ({naive_interval}); "
    "better than repeating the last week {better} of {origins} times. "
    "80% intervals held in {hour_coverage} of hours and {interval_coverage} of intervals.",
    ru="{channel}: прогноз сделан заново с прошлых дат ({origins}), на {days} дней вперёд. Ошибка по часам "
    "{hour} (повтор последней недели: {naive_hour}), по {minutes} минут {interval} ({naive_interval}); "
    "лучше повтора последней недели {better} раз из {origins}. "
    "Интервалы 80% оправдались в {hour_coverage} часов и {interval_coverage} интервалов.",
)
_HEADS = Text(
    en="from|days|error, hours|last week, hours|error, {minutes} min|last week, {minutes} min"
    "|in 80%, hours|in 80%, {minutes} min",
    ru="с даты|дней|ошибка, часы|прошлая неделя, часы|ошибка, {minutes} мин|прошлая неделя, {minutes} мин"
    "|в 80%, часы|в 80%, {minutes} мин",
)
_ALL = Text(en="all", ru="все")


@dataclass(frozen=True)
class BacktestTable:
    """Heads and rows of a table; the last row is of all origins together."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def backtest_summary(channel: str, tested: Backtest, language: Language) -> str:
    """Say in a few sentences how good the forecast would have been."""
    better = sum(origin.hour.wape < origin.hour.naive_wape for origin in tested.origins)
    return _SUMMARY.in_language(language).format(
        channel=channel,
        origins=len(tested.origins),
        days=max(origin.days for origin in tested.origins),
        minutes=tested.interval_minutes,
        better=better,
        hour=_percent(tested.hour.wape, language),
        naive_hour=_percent(tested.hour.naive_wape, language),
        interval=_percent(tested.interval.wape, language),
        naive_interval=_percent(tested.interval.naive_wape, language),
        hour_coverage=_percent(tested.hour.coverage, language),
        interval_coverage=_percent(tested.interval.coverage, language),
    )


def backtest_table(tested: Backtest, language: Language) -> BacktestTable:
    """Lay out the errors by origin."""
    heads = _HEADS.in_language(language).format(minutes=tested.interval_minutes).split("|")
    rows = [
        (str(origin.first_date), str(origin.days), *_cells(origin.hour, origin.interval, language))
        for origin in tested.origins
    ]
    total = sum(origin.days for origin in tested.origins)
    rows.append((_ALL.in_language(language), str(total), *_cells(tested.hour, tested.interval, language)))
    return BacktestTable(tuple(heads), tuple(rows))


def _cells(hour: Score, interval: Score, language: Language) -> tuple[str, ...]:
    shares = (
        hour.wape,
        hour.naive_wape,
        interval.wape,
        interval.naive_wape,
        hour.coverage,
        interval.coverage,
    )
    return tuple(_percent(share, language) for share in shares)


def _percent(share: float | None, language: Language) -> str:
    if share is None:
        return "–"
    text = f"{100 * share:.1f}%"
    return text.replace(".", ",") if language == "ru" else text
