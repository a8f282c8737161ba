"""Deferred work as a roster works it off: minutes given to each channel, and what is late."""

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from models.requirement import BacklogNeed, Requirement
from planner.roster.spare_time import Kind, Skills, SpareTime


@dataclass(frozen=True)
class WorkedOff:
    """What becomes of deferred work under a roster.

    Parameters
    ----------
    given
        Agent-minutes worked for each channel, per interval.
    late_minutes
        Agent-minutes that nobody can do in time.
    """

    given: dict[str, tuple[int, ...]]
    late_minutes: int


@dataclass(order=True)
class _Piece:
    """Work with one arrival and one due interval."""

    arrival: int
    due: int
    minutes: int
    channel: str


def work_off(present: tuple[Counter[Skills], ...], requirement: Requirement, parts: int = 1) -> WorkedOff:
    """Work the deferred channels off together, the earliest deadline first.

    Parameters
    ----------
    present
        Agents on duty by their skills, per interval.
    requirement
        Deferred needs, and the live pools whose work comes before them.
    parts
        Parts an agent counts as: ``present`` is in parts, the answer in whole minutes of an agent,
        those given rounded down and those late rounded up.

    Notes
    -----
    Serving the earliest deadline first, and giving work up at its deadline, leaves the least
    of it late where everyone can do everything (Glover 1967, matching in convex graphs).
    Where skills differ, work that fewest can do goes first among equals, and whoever can do
    least else is asked first: nearly always as good, and never better than what the roster
    was priced at.  The price also counts live work nobody
    is there for; this does not.
    """
    spare = SpareTime(requirement)
    usable = [i for i, each in enumerate(spare.minutes) if each > 0]
    pieces = sorted(piece for need in spare.needs for piece in _pieces(need, usable, parts))
    given = {need.channel: [0] * len(present) for need in requirement.backlog}
    kinds = {spare.kind_of(skills) for people in present for skills in people}
    helpers = {channel: sum(channel in kind.channels for kind in kinds) for channel in given}
    waiting: list[tuple[int, int, int]] = []
    late = following = 0
    for interval, people in enumerate(present):
        room = _room(spare, people, interval, parts)
        while following < len(pieces) and pieces[following].arrival <= interval:
            piece = pieces[following]
            heapq.heappush(waiting, (piece.due, helpers[piece.channel], following))
            following += 1
        kept = []
        while waiting and (any(room.values()) or waiting[0][0] <= interval):
            entry = heapq.heappop(waiting)
            due, _, number = entry
            piece = pieces[number]
            done = _draw(room, piece.minutes, [kind for kind in room if piece.channel in kind.channels])
            given[piece.channel][interval] += done
            piece.minutes -= done
            if due <= interval:
                late += piece.minutes
            elif piece.minutes:
                kept.append(entry)
        for entry in kept:
            heapq.heappush(waiting, entry)
    whole = {channel: tuple(one // parts for one in minutes) for channel, minutes in given.items()}
    return WorkedOff(whole, -(-late // parts))


def _room(spare: SpareTime, people: Counter[Skills], interval: int, parts: int) -> dict[Kind, int]:
    """Minutes left in an interval by kind, live work taken off; who can do least else comes first."""
    room: Counter[Kind] = Counter()
    for skills, count in people.items():
        room[spare.kind_of(skills)] += count * spare.minutes[interval]
    left = dict(sorted(room.items(), key=lambda item: (len(item[0].channels), sorted(item[0].channels))))
    servers = {pool: [kind for kind in left if pool in kind.pools] for pool in spare.taken}
    for pool in sorted(servers, key=lambda one: len(servers[one])):
        _draw(left, spare.taken[pool][interval] * parts, servers[pool])
    return left


def _draw(room: dict[Kind, int], wanted: int, kinds: list[Kind]) -> int:
    """Take minutes from kinds in order, as far as they go; return how many."""
    left = wanted
    for kind in kinds:
        taken = min(left, room[kind])
        room[kind] -= taken
        left -= taken
    return wanted - left


def _pieces(need: BacklogNeed, usable: list[int], parts: int) -> Iterator[_Piece]:
    """Cut cumulative windows into pieces.

    Work that falls due before anyone may touch it, as in the first hours the plan before
    answers for, is due in the first interval it can be done in.
    """
    arrivals = [(i, minutes) for i, minutes in enumerate(_steps(need.available_minutes)) if minutes]
    after = len(need.due_minutes)
    dues = [(i, minutes) for i, minutes in enumerate(_steps(need.due_minutes)) if minutes]
    dues.append((after, sum(m for _, m in arrivals) - sum(m for _, m in dues)))
    due, owed = dues.pop(0)
    for arrival, arrived in arrivals:
        minutes = arrived
        first = next((i for i in usable if i >= arrival), None)
        while minutes > 0:
            while owed == 0:
                due, owed = dues.pop(0)
            part = min(minutes, owed)
            minutes, owed = minutes - part, owed - part
            if first is not None and due < after:
                yield _Piece(arrival, max(due, first), part * parts, need.channel)


def _steps(cumulative: tuple[int, ...]) -> list[int]:
    return [now - before for before, now in zip((0, *cumulative), cumulative, strict=False)]
