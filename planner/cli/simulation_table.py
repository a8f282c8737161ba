"""A simulation as tables for the terminal."""

import numpy as np
from rich.console import JustifyMethod
from rich.table import Table

from models.channel import Channel
from models.expectation import Expectation
from models.scenario import Scenario
from models.text import Language, Text
from planner.cli.below_words import below_text
from planner.cli.numbers import decimal_text, duration_text, percent_text
from planner.simulate.plan_simulation import PlanSimulation, in_time
from planner.simulate.result import Measures
from planner.staffing.deferred_channel import DeferredChannel
from planner.staffing.live_channel import LiveChannel

_HEADS = {
    "channel": Text(en="Channel", ru="Канал"),
    "promised": Text(en="Promised", ru="Обещано"),
    "planned": Text(en="Formula", ru="Расчёт"),
    "in_time": Text(en="Simulated", ru="Имитация"),
    "wait": Text(en="Wait", ru="Ждут"),
    "abandoned": Text(en="Gave up", ru="Ушли"),
    "occupancy": Text(en="Busy", ru="Заняты"),
    "below": Text(en="Below", ru="Ниже"),
    "verdict": Text(en="", ru=""),
    "date": Text(en="Date", ru="Дата"),
    "contacts": Text(en="Contacts", ru="Обращений"),
}
_LIVE = Text(en="{share} in {time}", ru="{share} за {time}")
_DEFERRED = Text(en="deadline {time}", ru="срок {time}")


def simulation_table(scenario: Scenario, simulated: PlanSimulation, expected: Expectation) -> Table:
    """One row per channel: what was promised, what customers see, and how busy agents are.

    Parameters
    ----------
    scenario
        Of the plan.
    simulated
        The plan, played.
    expected
        What the formulas say of the same roster.
    """
    language, result = scenario.desk.language, simulated.result
    keys = ("channel", "promised", "planned", "in_time", "wait", "abandoned", "occupancy", "below", "verdict")
    table = _table(keys, language, left=("channel", "promised", "verdict"))
    for number, (channel, promise) in enumerate(zip(scenario.channels, expected.promises, strict=True)):
        kept = simulated.is_kept[number]
        table.add_row(
            channel.name,
            _promise(channel, language),
            percent_text(promise.service_level, 1, language),
            *_seen(channel, result.total, (number,), language),
            below_text([simulated.targets[number]], [simulated.below[number]], language),
            "✓" if kept else "✗",
            style="" if kept else "red",
        )
    return table


def days_table(scenario: Scenario, simulated: PlanSimulation) -> Table:
    """One row per day and channel."""
    language, measures = scenario.desk.language, simulated.result.by_day
    keys = ("date", "channel", "contacts", "in_time", "wait", "abandoned", "occupancy")
    table = _table(keys, language, left=("date", "channel"))
    for place, day in enumerate(np.unique(simulated.given.day).tolist()):
        for number, channel in enumerate(scenario.channels):
            table.add_row(
                scenario.horizon.date_of(day).isoformat() if number == 0 else "",
                channel.name,
                decimal_text(float(measures.contacts[number, place]), 1, language),
                *_seen(channel, measures, (number, place), language),
            )
    return table


def _table(keys: tuple[str, ...], language: Language, left: tuple[str, ...]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for key in keys:
        justify: JustifyMethod = "left" if key in left else "right"
        table.add_column(_HEADS[key].in_language(language), justify=justify, overflow="fold")
    return table


def _promise(channel: Channel, language: Language) -> str:
    if isinstance(channel, LiveChannel):
        share = percent_text(channel.target.share, 0, language)
        time = duration_text(channel.target.within_seconds, language)
        return _LIVE.in_language(language).format(share=share, time=time)
    minutes = channel.deadline_minutes if isinstance(channel, DeferredChannel) else 0
    return _DEFERRED.in_language(language).format(time=duration_text(60.0 * minutes, language))


def _seen(
    channel: Channel, measures: Measures, place: tuple[int, ...], language: Language
) -> tuple[str, str, str, str]:
    level = in_time(measures)
    value, low, high = (float(each[place]) for each in (level.value, level.low, level.high))
    wait = float(measures.asa_seconds.value[place])
    shown = "–"
    if not np.isnan(value):
        reach = decimal_text(100 * max(value - low, high - value), 1, language)
        shown = f"{percent_text(value, 1, language)} ±{reach}"
    return (
        shown,
        "–" if np.isnan(wait) else duration_text(wait, language),
        _share(float(measures.abandoned_share.value[place]), language)
        if isinstance(channel, LiveChannel)
        else "–",
        _share(float(measures.occupancy.value[place]), language),
    )


def _share(value: float, language: Language) -> str:
    return "–" if np.isnan(value) else percent_text(value, 1, language)
