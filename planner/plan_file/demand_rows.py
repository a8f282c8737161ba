"""Demand as a plan file holds it: rounded, and read back the same."""

from collections.abc import Iterator
from dataclasses import replace

from models.demand import ChannelDemand
from models.errors import InputProblem
from models.scenario import Scenario
from models.spread import Spread
from models.text import Text
from planner.plan_file.document import MOST_VARIATION, DemandRow, SpreadSection
from planner.plan_file.lengths import entries_found, one_per_interval
from planner.scenario.origins import Origins
from planner.scenario.wanted import FOUND

_DIGITS = 6
#: Contacts of an interval, or seconds of a contact: more is a slip, or no number at all.
_MOST = 1e9
_NUMBERS = Text(en="ordinary numbers, not below 0", ru="обычные числа не меньше 0")
_NO_HANDLE_TIME = Text(en="found 0 where contacts are expected", ru="здесь 0 там, где ждут обращений")
_HANDLE_TIME = Text(en="a handle time above 0", ru="время обработки больше 0")


def as_written(demand: ChannelDemand) -> ChannelDemand:
    """Round a demand as the file does, so that what is planned for can be read back."""
    return replace(
        demand,
        contacts=_rounded(demand.contacts),
        aht_seconds=_rounded(demand.aht_seconds),
        lead_in_contacts=_rounded(demand.lead_in_contacts),
        spread=_bounded(demand.spread) if demand.spread else None,
    )


def demand_row(demand: ChannelDemand) -> DemandRow:
    """Put a demand into the form of the file."""
    demand = as_written(demand)
    spread = demand.spread
    return DemandRow(
        channel=demand.channel,
        contacts=demand.contacts,
        aht_seconds=demand.aht_seconds,
        lead_in_contacts=demand.lead_in_contacts,
        wape=demand.wape,
        seasonal_naive_wape=demand.seasonal_naive_wape,
        notes=demand.notes,
        spread=SpreadSection(cv_day=spread.cv_day, cv_interval=spread.cv_interval) if spread else None,
    )


def read_demands(
    scenario: Scenario, rows: tuple[DemandRow, ...], origins: Origins
) -> tuple[tuple[ChannelDemand, ...], list[InputProblem]]:
    """Read the demand of each channel, and what is wrong with it."""
    channels = [channel.name for channel in scenario.channels]
    if [row.channel for row in rows] != channels:
        found = ", ".join(row.channel for row in rows)[:200] or "–"
        message = Text(en=f"the channels are {found}", ru=f"каналы здесь: {found}")
        order = ", ".join(channels)
        allowed = Text(
            en=f"those of the scenario, in its order: {order}", ru=f"каналы сценария в его порядке: {order}"
        )
        return (), [InputProblem(origins.place(("demand",)), message, allowed)]
    problems = [
        InputProblem(origins.place(("demand", number, key)), text, allowed)
        for number, row in enumerate(rows)
        for key, text, allowed in _mistakes(row, scenario.horizon.intervals, _most_lead_in(scenario))
    ]
    demands = tuple(
        ChannelDemand(
            row.channel,
            row.contacts,
            row.aht_seconds,
            row.lead_in_contacts,
            row.wape,
            row.seasonal_naive_wape,
            row.notes,
            Spread(row.spread.cv_day, row.spread.cv_interval) if row.spread else None,
        )
        for row in rows
    )
    return demands, problems


def _most_lead_in(scenario: Scenario) -> int:
    """Intervals before the period that matter to any channel."""
    reach = max(channel.lead_in_minutes for channel in scenario.channels)
    return -(-reach // scenario.horizon.interval_minutes)


def _mistakes(row: DemandRow, intervals: int, most_lead_in: int) -> Iterator[tuple[str, Text, Text]]:
    for key in ("contacts", "aht_seconds", "lead_in_contacts"):
        values = getattr(row, key)
        if key != "lead_in_contacts" and len(values) != intervals:
            yield key, entries_found(len(values)), one_per_interval(intervals)
        wrong = next((value for value in values if not 0 <= value <= _MOST), None)
        if wrong is not None:
            yield key, FOUND.format(value=wrong), _NUMBERS
    if len(row.lead_in_contacts) > most_lead_in:
        at_most = Text(en=f"at most {most_lead_in}", ru=f"не больше {most_lead_in}")
        yield "lead_in_contacts", entries_found(len(row.lead_in_contacts)), at_most
    if any(count > 0 and aht <= 0 for count, aht in zip(row.contacts, row.aht_seconds, strict=False)):
        yield "aht_seconds", _NO_HANDLE_TIME, _HANDLE_TIME


def _bounded(spread: Spread) -> Spread:
    return Spread(*(round(min(cv, MOST_VARIATION), _DIGITS) for cv in (spread.cv_day, spread.cv_interval)))


def _rounded(values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(value, _DIGITS) for value in values)
