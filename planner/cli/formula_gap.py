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
_UNLIMITED = Text(
    en="{channels}: a channel of the queue {pool} has no limit of lines, so the formula knows none; the simulation "
    "turns away who finds the lines of its own channel taken.",
    ru="{channels}: у одного из каналов очереди {pool} линии не ограничены, поэтому расчёт не знает предела; в "
    "имитации не принимают того, кто застал занятыми линии своего канала.",
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
    pools: dict[str, list[LiveChannel]] = {}
    for channel in scenario.channels:
        if isinstance(channel, LiveChannel):
            pools.setdefault(channel.pool_name, []).append(channel)
    for pool, channels in pools.items():
        limited = [channel.name for channel in channels if channel.lines is not None]
        if 0 < len(limited) < len(channels):
            yield _UNLIMITED.in_language(language).format(pool=pool, channels=", ".join(limited))
