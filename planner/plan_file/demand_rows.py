"""Demand as a plan file holds it: rounded, and read back the same."""

from collections.abc import Iterator
from dataclasses import replace

from models.demand import ChannelDemand
from models.errors import InputProblem
from models.scenario import Scenario
from planner.plan_file.document import DemandRow
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
    )


def demand_row(demand: ChannelDemand) -> DemandRow:
    """Put a demand into the form of the file."""
    demand = as_written(demand)
    return DemandRow(
        channel=demand.channel,
        contacts=demand.contacts,
        aht_seconds=demand.aht_seconds,
        lead_in_contacts=demand.lead_in_contacts,
        wape=demand.wape,
        seasonal_naive_wape=demand.seasonal_naive_wape,
        notes=demand.notes,
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
        for key, text, allowed in _mistakes(row, scenario.horizon.intervals)
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
        )
        for row in rows
    )
    return demands, problems


def _mistakes(row: DemandRow, intervals: int) -> Iterator[tuple[str, str, str]]:
    for key in ("contacts", "aht_seconds", "lead_in_contacts"):
        values = getattr(row, key)
        if key != "lead_in_contacts" and len(values) != intervals:
            yield key, f"found {len(values)} entries", f"{intervals}, one per interval of the period"
        wrong = next((value for value in values if not 0 <= value <= _MOST), None)
        if wrong is not None:
            yield key, f"found {wrong}", "ordinary numbers, not below 0"


def _rounded(values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(value, _DIGITS) for value in values)
