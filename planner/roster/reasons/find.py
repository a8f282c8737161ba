"""One person's smallest conflict: the conditions, and of each only the parts that matter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.errors import EngineError
from planner.roster.reasons.condition import Condition, Part
from planner.roster.reasons.legal_tours import History, LabelTour, LegalTours
from planner.roster.reasons.smallest import smallest_conflict


@dataclass(frozen=True)
class Member:
    """A condition of a conflict, by its number, and the numbers of its parts that matter."""

    condition: int
    parts: tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """Conditions without a legal tour; leaving out any member, or the history, makes one appear.

    ``history`` holds the shifts before the period that matter.
    """

    members: tuple[Member, ...]
    history: History


def find_conflict(legal: LegalTours, conditions: tuple[Condition, ...], history: History) -> Found | None:
    """Find a smallest conflict and verify it; ``None`` where all conditions can be kept.

    What was worked before counts as one more member, looked at last: without it other
    rules may be harder to keep, such as a minimum of hours.
    """
    groups = [condition.parts for condition in conditions]
    chosen = _smallest(legal, groups, (), history)
    if chosen is None:
        return None
    members = tuple(Member(number, tuple(range(len(conditions[number].parts)))) for number in sorted(chosen))
    search = _Narrowing(legal, conditions)
    found = search.with_less_history(Found(members, history))
    for place in range(len(found.members)):
        found = search.with_fewer_parts(found, place)
    return search.verified(found)


def _smallest(
    legal: LegalTours, groups: Sequence[tuple[Part, ...]], others: tuple[Part, ...], history: History
) -> frozenset[int] | None:
    """Numbers of the fewest groups of parts that conflict with each other and with the others."""

    def kept_by(tour: LabelTour) -> frozenset[int]:
        return frozenset(
            number
            for number, group in enumerate(groups)
            if all(legal.kept(part, tour, history) for part in group)
        )

    def around(chosen: frozenset[int]) -> frozenset[int] | None:
        tours = legal.some((*others, *(part for number in chosen for part in groups[number])), history)
        return max((kept_by(tour) for tour in tours), key=len, default=None)

    fitting = (tour for tour in legal.met(history) if all(legal.kept(one, tour, history) for one in others))
    return smallest_conflict(len(groups), around, [kept_by(tour) for tour in fitting])


class _Narrowing:
    """Leaves out of a conflict what it does without."""

    def __init__(self, legal: LegalTours, conditions: tuple[Condition, ...]) -> None:
        self._legal, self._conditions = legal, conditions

    def with_less_history(self, found: Found) -> Found:
        """Keep only the shifts before the period that matter."""
        for shift in found.history:
            less = replace(found, history=tuple(one for one in found.history if one != shift))
            if self._conflict(less):
                found = less
        return found

    def with_fewer_parts(self, found: Found, place: int) -> Found:
        """Keep as few parts of one member as conflict with the other members."""
        member = found.members[place]
        others = self._parts(found.members[:place] + found.members[place + 1 :])
        parts = [(self._conditions[member.condition].parts[number],) for number in member.parts]

        chosen = _smallest(self._legal, parts, others, found.history) if len(parts) > 1 else None
        if chosen is None:
            return found
        fewer = replace(member, parts=tuple(member.parts[i] for i in sorted(chosen)))
        members = (*found.members[:place], fewer, *found.members[place + 1 :])
        return replace(found, members=members)

    def verified(self, found: Found) -> Found:
        """Check both claims on the conflict as it will be told; leave out what fails the second."""
        if not self._conflict(found):
            raise EngineError("a conflict between rules could not be confirmed; please report this")
        for member in found.members:
            less = replace(found, members=tuple(one for one in found.members if one != member))
            if self._conflict(less):
                return self.verified(less)
        without = replace(found, history=())
        return self.verified(without) if found.history and self._conflict(without) else found

    def _conflict(self, found: Found) -> bool:
        return not self._legal.some(self._parts(found.members), found.history)

    def _parts(self, members: tuple[Member, ...]) -> tuple[Part, ...]:
        return tuple(
            self._conditions[member.condition].parts[number] for member in members for number in member.parts
        )
