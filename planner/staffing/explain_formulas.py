"""What Erlang's formulas say of so many agents, with the numbers put in."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.text import Text
from planner.staffing import erlang_a, erlang_b, erlang_c
from planner.staffing.explained import Figure, close_text, figure
from planner.staffing.target import Definition


@dataclass(frozen=True)
class ErlangCell:
    """One interval of a queue without chats, lines, redials or busy days; times in handle times.

    Parameters
    ----------
    load
        Erlangs, above 0.
    impatience
        Handle time over patience; 0 where nobody gives up.
    threshold
        Of the target.
    occupancy_cap
        Highest share of agents' time on contacts.
    definition
        What the service level counts.
    """

    load: float
    impatience: float
    threshold: float
    occupancy_cap: float
    definition: Definition


def explain_erlang(cell: ErlangCell, agents: int) -> Iterator[Figure]:
    """Reckon waiting, service level and occupancy with at least one agent: Erlang A, C without impatience."""
    return _erlang_a(cell, agents) if cell.impatience > 0 else _erlang_c(cell, agents)


def _erlang_c(cell: ErlangCell, agents: int) -> Iterator[Figure]:
    load = cell.load
    filling: dict[str, float | str | Text] = {
        "agents": agents,
        "load": close_text(load),
        "cap": cell.occupancy_cap,
    }
    waits = float(erlang_c.wait_probability(load, agents))
    level = float(erlang_c.service_level(load, agents, cell.threshold))
    if agents > load:
        blocked = float(erlang_b.blocking(load, agents))
        yield figure("c_blocked", blocked, filling)
        yield figure("c_waits", waits, filling | {"blocked": close_text(blocked)})
        filling |= {"waits": close_text(waits), "threshold": close_text(cell.threshold)}
        yield figure("c_level", level, filling)
    else:
        yield figure("c_waits_all", waits, filling)
        yield figure("c_level_none", level, filling)
    yield figure("c_occupancy", load / agents, filling)


def _erlang_a(cell: ErlangCell, agents: int) -> Iterator[Figure]:
    found = erlang_a.measures(cell.load, agents, cell.impatience)
    level = erlang_a.service_level(cell.load, agents, cell.impatience, cell.threshold, cell.definition)
    abandons = float(found.abandon_share)
    filling: dict[str, float | str | Text] = {
        "agents": agents,
        "load": close_text(cell.load),
        "cap": cell.occupancy_cap,
        "abandons": close_text(abandons),
    }
    yield figure("a_waits", float(found.wait_probability), filling)
    yield figure("a_abandons", abandons, filling)
    yield figure(f"a_level_{cell.definition}", float(level), filling)
    yield figure("a_occupancy", float(found.occupancy), filling)
