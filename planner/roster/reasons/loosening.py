"""The smallest changes of one person's conditions that make a legal tour appear."""

import heapq
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import count

from planner.roster.reasons.condition import Condition, Part
from planner.roster.reasons.eased import Eased, Left, changed, left_of, steps_of, steps_of_part, whole
from planner.roster.reasons.find import Found, Member, find_conflict
from planner.roster.reasons.legal_tours import History, LegalTours

#: Ways out found for one person, conditions changed in each, attempts, days of one leave looked at.
_MOST_WAYS = 8
_MOST_CHANGES = 3
_MOST_ATTEMPTS = 60
_MOST_PARTS = 3


def ways_out(
    legal: LegalTours,
    conditions: tuple[Condition, ...],
    history: History,
    first: Found,
    keep_going: Callable[[], bool],
) -> tuple[Eased, ...]:
    """Find changes after which all conditions have a legal tour, those of fewest conditions first.

    Each member of a conflict is eased as little as suffices; where other conflicts remain
    whatever is left of it, as little as resolves this one, and the members of the next are
    eased in turn (the hitting-set tree of Reiter 1987).

    Parameters
    ----------
    legal, conditions, history
        The person.
    first
        A conflict of the conditions as they are.
    keep_going
        Whether there is still time.
    """
    order, begin = count(), whole(conditions)
    waiting, fewest = [(0, next(order), begin)], _MOST_CHANGES
    seen, ways = {begin}, list[Eased]()
    while waiting and len(ways) < _MOST_WAYS and next(order) < _MOST_ATTEMPTS and keep_going():
        touched, _, eased = heapq.heappop(waiting)
        if touched > fewest:
            break
        found = first if eased == begin else find_conflict(legal, left_of(conditions, eased), history)
        if found is None:
            continue
        for child in _children(legal, conditions, eased, found, history):
            if child in seen:
                continue
            seen.add(child)
            number = len(changed(child, conditions))
            if number > fewest:
                continue
            if legal.some(_all(child), history):
                ways.append(child)
                fewest = min(fewest, number)
            else:
                heapq.heappush(waiting, (number, next(order), child))
            if not keep_going():
                break
    return _needed(ways, conditions)[:_MOST_WAYS]


def _needed(ways: list[Eased], conditions: tuple[Condition, ...]) -> tuple[Eased, ...]:
    """Ways of which no other way is a part."""
    touched = [set(changed(way, conditions)) for way in ways]
    return tuple(
        way for way, own in zip(ways, touched, strict=True) if not any(less < own for less in touched)
    )


def _children(
    legal: LegalTours, conditions: tuple[Condition, ...], eased: Eased, found: Found, history: History
) -> Iterator[Eased]:
    """Each member eased until everything can be kept, or else until this conflict is gone."""
    for member in found.members:
        number = member.condition
        condition, left = conditions[number], eased[number]
        if condition.origin == "offered":
            continue
        others = [
            eased[other.condition].kept[part]
            for other in found.members
            if other != member
            for part in other.parts
        ]
        chains = [
            list(steps_of_part(condition, left, left.places[part], legal.frame))
            for part in member.parts[:_MOST_PARTS]
        ]
        # where giving up one day does not help, giving up all of a leave or of set hours may
        helps = any(chain and legal.some(_all(_with(eased, number, chain[-1])), history) for chain in chains)
        if len(member.parts) > 1 or left.step is not None or not helps:
            chains.append(list(steps_of(condition, left, legal.frame)))
        for chain in chains:
            children = [_with(eased, number, step) for step in chain]
            asked = [_all(child) for child in children]
            if children and not legal.some(asked[-1], history):
                # another conflict remains even without it: ease it for this one alone
                asked = [(*others, *_matter(step, member)) for step in chain]
            place = _first_that_goes(legal, asked, history)
            if place < len(children):
                yield children[place]


def _with(eased: Eased, number: int, step: Left) -> Eased:
    return (*eased[:number], step, *eased[number + 1 :])


def _all(eased: Eased) -> tuple[Part, ...]:
    return tuple(part for left in eased for part in left.kept)


def _first_that_goes(legal: LegalTours, asked: list[tuple[Part, ...]], history: History) -> int:
    """The first of ever looser questions that has a legal tour; past the end where none has."""
    return bisect_left(range(len(asked)), True, key=lambda number: bool(legal.some(asked[number], history)))


def _matter(left: Left, member: Member) -> tuple[Part, ...]:
    """What is left of the parts that matter; all of a looser whole, whose parts are others."""
    if left.step is not None or not left.kept:
        return left.kept
    return tuple(part for n in member.parts if (part := left.parts[n]) is not None)
