"""Contacts that find all lines taken, and those that come again, for the terminal."""

import math

from rich.table import Table

from models.channel import Channel
from models.expectation import Expectation
from models.scenario import Scenario
from models.text import Language, Text
from planner.cli.numbers import decimal_text, percent_text
from planner.simulate.estimates import Estimate
from planner.simulate.plan_simulation import PlanSimulation
from planner.staffing.live_channel import LiveChannel

_HEADS = (
    Text(en="Channel", ru="Канал"),
    Text(en="Turned away:\nformula", ru="Не приняты:\nрасчёт"),
    Text(en="\nsimulated", ru="\nимитация"),
    Text(en="\ncontacts", ru="\nобращений"),
    Text(en="Called again:\nformula", ru="Повторно:\nрасчёт"),
    Text(en="\nsimulated", ru="\nимитация"),
    Text(en="\ncontacts", ru="\nобращений"),
)
_NOTE = Text(
    en="Turned away: found all lines taken. Shares are of all tries, contacts of the whole period. With redials "
    "the formula takes all tries to come evenly, which is near but not exact.",
    ru="Не приняты: все линии заняты. Доли от всех попыток, обращения за весь период. С повторными обращениями "
    "расчёт считает, что попытки идут ровно: это близко, но не точно.",
)


def has_lost_tries(scenario: Scenario) -> bool:
    """Whether any channel limits its lines, or has customers who call again."""
    return any(_may_lose(channel) for channel in scenario.channels)


def lost_note(language: Language) -> str:
    """What the table's figures mean."""
    return _NOTE.in_language(language)


def lost_table(scenario: Scenario, simulated: PlanSimulation, expected: Expectation) -> Table:
    """One row per channel with limited lines or redials: formula beside simulation."""
    language, total = scenario.desk.language, simulated.result.total
    table = Table(box=None, padding=(0, 2, 0, 0))
    for number, head in enumerate(_HEADS):
        table.add_column(head.in_language(language), justify="right" if number else "left", overflow="fold")
    for number, channel in enumerate(scenario.channels):
        lost = expected.lost.get(channel.name)
        if lost is None or not _may_lose(channel):
            continue
        table.add_row(
            channel.name,
            percent_text(lost.turned_away, 1, language),
            _estimate(total.turned_away_share, number, language, 100, "%"),
            _estimate(total.turned_away, number, language, 1, ""),
            percent_text(lost.repeated, 1, language),
            _estimate(total.redialled_share, number, language, 100, "%"),
            _estimate(total.redialled, number, language, 1, ""),
        )
    return table


def _may_lose(channel: Channel) -> bool:
    return isinstance(channel, LiveChannel) and (channel.lines is not None or channel.redial_probability > 0)


def _estimate(estimate: Estimate, number: int, language: Language, scale: float, unit: str) -> str:
    value, low, high = (scale * float(each[number]) for each in (estimate.value, estimate.low, estimate.high))
    if math.isnan(value):
        return "–"
    return f"{decimal_text(value, 1, language)}{unit} ±{decimal_text(max(value - low, high - value), 1, language)}"
