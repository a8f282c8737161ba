"""The smallest set of numbered conditions that conflict."""

from collections.abc import Callable, Iterable
from itertools import combinations
from math import comb

#: Given some conditions: a set of conditions around them that can all be kept, or ``None``.
Around = Callable[[frozenset[int]], frozenset[int] | None]

#: Candidate sets looked through, and networks asked for, before a small set is good enough.
_MOST_CANDIDATES = 20_000
_MOST_QUESTIONS = 60


def smallest_conflict(
    number: int, around: Around, known: Iterable[frozenset[int]] = ()
) -> frozenset[int] | None:
    """Find a smallest set of ``range(number)`` that cannot be kept; ``None`` where all can.

    Whatever can be kept misses at least one member of every conflict, so a conflict hits
    the complement of each such set.  The smallest set that hits all complements seen is
    asked next: either it conflicts, and none is smaller, or it teaches another complement
    (implicit hitting sets: Ignatiev et al., "Smallest MUS extraction", CP 2015).  Where
    that would take too long, a set is found from which nothing can be left out.

    Parameters
    ----------
    number
        How many conditions there are.
    around
        Asks whether some can be kept.
    known
        Sets that can be kept, as known before.
    """
    everything = frozenset(range(number))
    if everything in (known := set(known)):
        return None
    # a set within another teaches nothing more than that one
    missed = [everything - one for one in known if not any(one < other for other in known)]
    size = 0
    for _ in range(_MOST_QUESTIONS):
        candidate = _hitting(number, missed, size)
        if candidate is None:
            break
        size = len(candidate)
        kept = around(candidate)
        if kept is None:
            return candidate
        if kept == everything:
            return None
        missed.append(everything - kept)
    return irreducible_conflict(everything, around)


def irreducible_conflict(members: frozenset[int], around: Around) -> frozenset[int] | None:
    """Leave out one member after another while the rest still conflict."""
    if around(members) is not None:
        return None
    for member in sorted(members, reverse=True):
        if around(members - {member}) is None:
            members = members - {member}
    return members


def _hitting(number: int, sets: list[frozenset[int]], least: int) -> frozenset[int] | None:
    """Find a smallest set that shares a member with each of ``sets``; ``None`` where that takes too long."""
    for size in range(least, number + 1):
        if comb(number, size) > _MOST_CANDIDATES:
            return None
        for chosen in combinations(range(number), size):
            candidate = frozenset(chosen)
            if all(candidate & one for one in sets):
                return candidate
    return None
