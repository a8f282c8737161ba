"""Why a simulation shows less than the formulas promise, and what to change."""

from collections.abc import Iterator

from models.scenario import Scenario
from models.text import Text
from planner.cli.numbers import percent_text
from planner.refine import Attempt
from planner.staffing.live_channel import LiveChannel

#: A formula this much above the simulated upper limit is worth a word.
_GAP = 0.01
_BUSY_DAYS = Text(
    en="{channel}: the formula promises {planned}, {seen} are simulated. It takes every day for an average one, "
    'the simulation lets days stray as the forecast\'s own test found. With busy_days = "forecast" under '
    "[staffing] the plan is made for that too.",
    ru="{channel}: по расчёту {planned}, в имитации {seen}. Расчёт считает каждый день средним, имитация меняет дни "
    'так, как ошибался сам прогноз. С busy_days = "forecast" в [staffing] план учтёт и это.',
)
_POOLED_LINES = Text(
    en="{channels}: the formula lets the queue {pool} use all its lines together, the simulation gives each channel "
    "its own; so it turns away more than the formula says.",
    ru="{channels}: расчёт отдаёт очереди {pool} все линии сразу, имитация каждому каналу свои, поэтому она не "
    "принимает больше, чем по расчёту.",
)


def formula_gap_lines(scenario: Scenario, one: Attempt) -> Iterator[str]:
    """Say where formula and simulation differ for a known reason.

    Parameters
    ----------
    scenario
        Of the plan.
    one
        The plan, played and reckoned.
    """
    language, found = scenario.desk.language, one.simulated.in_time
    for number, channel in enumerate(scenario.channels):
        planned = one.expected.promises[number].service_level
        spread = one.made.demands[number].spread
        is_plain = isinstance(channel, LiveChannel) and channel.load_cv == 0 and spread is not None
        if is_plain and scenario.staffing.busy_days == "none" and planned > found.high[number] + _GAP:
            yield _BUSY_DAYS.in_language(language).format(
                channel=channel.name,
                planned=percent_text(planned, 1, language),
                seen=percent_text(float(found.value[number]), 1, language),
            )
    pools: dict[str, list[str]] = {}
    for channel in scenario.channels:
        if isinstance(channel, LiveChannel) and channel.lines is not None:
            pools.setdefault(channel.pool_name, []).append(channel.name)
    for pool, names in pools.items():
        if len(names) > 1:
            yield _POOLED_LINES.in_language(language).format(pool=pool, channels=", ".join(names))
