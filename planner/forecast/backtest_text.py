"""A backtest as people read it, in both languages."""

from dataclasses import dataclass

from models.channel import Channel
from models.forecast import Backtest, Score
from models.plural import Plural
from models.text import Language, Text
from planner.forecast.replay import FEWEST_AHEAD_DAYS, MIN_DAYS

_SUMMARY = Text(
    en="{channel}: forecast again from {origins} earlier {dates}, {days} ahead. Off by {hour} by the "
    "hour (repeating the last week: {naive_hour}) and {interval} per {minutes} minutes ({naive_interval}); "
    "better than repeating the last week {better} of {origins} {times}.",
    ru="{channel}: прогноз сделан заново с {origins} {dates}, на {days} вперёд. Ошибка по часам "
    "{hour} (повтор последней недели: {naive_hour}), по {minutes} минут {interval} ({naive_interval}); "
    "лучше повтора последней недели {better} {times} из {origins}.",
)
_HELD = Text(
    en="80% intervals held in {hour_coverage} of hours and {interval_coverage} of intervals (a count on an "
    "end counts in part).",
    ru="Интервалы 80% оправдались в {hour_coverage} часов и {interval_coverage} интервалов (число на самом краю "
    "учтено частью).",
)
_HELD_BY_HOUR = Text(
    en="80% intervals held in {hour_coverage} of hours; per {minutes} minutes too few contacts are expected "
    "to tell (no interval with 1 or more).",
    ru="Интервалы 80% оправдались в {hour_coverage} часов; по {minutes} минут обращений слишком мало, чтобы "
    "судить (нет интервала, где ожидается хотя бы 1).",
)
_TOO_QUIET = Text(
    en="Too few contacts are expected to judge 80% intervals: no hour with 1 or more.",
    ru="Обращений слишком мало, чтобы судить об интервалах 80%: нет часа, где ожидается хотя бы 1.",
)
_DATES = Plural(("date", "dates"), ("прошлой даты", "прошлых дат", "прошлых дат"))
_DAYS = Plural(("day", "days"), ("день", "дня", "дней"))
_TIMES = Plural(("time", "times"), ("раз", "раза", "раз"))
_STATED = Text(
    en="{channel}: not tested: the contacts are stated (volume), not forecast from a history; "
    "how sure they are nothing tells.",
    ru="{channel}: проверки нет: обращения заданы (volume), а не спрогнозированы по истории; "
    "насколько они точны, неизвестно.",
)
_OUTSIDE = Text(
    en="{channel}: not tested: the forecast was made elsewhere.",
    ru="{channel}: проверки нет: прогноз сделан не здесь.",
)
_TOO_SHORT = Text(
    en="{channel}: not tested: that takes {fewest} days of history before the period, {learn} to learn from "
    "and {test} to be held against, and contacts on them.",
    ru="{channel}: проверки нет: для неё нужно {fewest} {days} истории до периода ({learn} для прогноза, "
    "{test} для сравнения) и обращения в эти дни.",
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
    origins, ahead = len(tested.origins), max(origin.days for origin in tested.origins)
    held = _TOO_QUIET
    if tested.hour.coverage is not None:
        held = _HELD_BY_HOUR if tested.interval.coverage is None else _HELD
    return f"{_SUMMARY.in_language(language)} {held.in_language(language)}".format(
        channel=channel,
        origins=origins,
        dates=_DATES.of(origins).in_language(language),
        days=f"{ahead} {_DAYS.of(ahead).in_language(language)}",
        times=_TIMES.of(better if language == "ru" else origins).in_language(language),
        minutes=tested.interval_minutes,
        better=better,
        hour=_percent(tested.hour.wape, language),
        naive_hour=_percent(tested.hour.naive_wape, language),
        interval=_percent(tested.interval.wape, language),
        naive_interval=_percent(tested.interval.naive_wape, language),
        hour_coverage=_percent(tested.hour.coverage, language),
        interval_coverage=_percent(tested.interval.coverage, language),
    )


def untested_text(channel: Channel, language: Language) -> str:
    """Say why a channel's forecast was not held against what came."""
    said = _OUTSIDE if channel.forecast.outside else _STATED if channel.volume else _TOO_SHORT
    return said.in_language(language).format(
        channel=channel.name,
        fewest=MIN_DAYS + FEWEST_AHEAD_DAYS,
        days=_DAYS.of(MIN_DAYS + FEWEST_AHEAD_DAYS).in_language(language),
        learn=MIN_DAYS,
        test=FEWEST_AHEAD_DAYS,
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
