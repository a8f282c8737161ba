"""Demand as a plan file holds it: rounded, and read back the same."""

from collections.abc import Iterator
from dataclasses import replace

from models.demand import ChannelDemand
from models.errors import InputProblem
from models.scenario import Scenario
from models.spread import Spread
from planner.plan_file.document import MOST_VARIATION, DemandRow, SpreadSection
from planner.scenario.origins import Origins

_DIGITS = 6
#: Contacts of an interval, or seconds of a contact: more is a slip, or no number at all.
_MOST = 1e9


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
        found = ", ".join(row.channel for row in rows) or "none"
        allowed = "those of the scenario, in its order: " + ", ".join(channels)
        return (), [InputProblem(origins.place(("demand",)), f"the channels are {found}"[:200], allowed)]
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


def _mistakes(row: DemandRow, intervals: int, most_lead_in: int) -> Iterator[tuple[str, str, str]]:
    for key in ("contacts", "aht_seconds", "lead_in_contacts"):
        values = getattr(row, key)
        if key != "lead_in_contacts" and len(values) != intervals:
            yield key, f"found {len(values)} entries", f"{intervals}, one per interval of the period"
        wrong = next((value for value in values if not 0 <= value <= _MOST), None)
        if wrong is not None:
            yield key, f"found {wrong}", "ordinary numbers, not below 0"
    if len(row.lead_in_contacts) > most_lead_in:
        yield "lead_in_contacts", f"found {len(row.lead_in_contacts)} entries", f"at most {most_lead_in}"
    if any(count > 0 and aht <= 0 for count, aht in zip(row.contacts, row.aht_seconds, strict=False)):
        yield "aht_seconds", "found 0 where contacts are expected", "a handle time above 0"


def _bounded(spread: Spread) -> Spread:
    return Spread(*(round(min(cv, MOST_VARIATION), _DIGITS) for cv in (spread.cv_day, spread.cv_interval)))


def _rounded(values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(value, _DIGITS) for value in values)
