"""Conditions that conflict and of which none can be left out, by few questions that are dear to ask."""

from collections.abc import Callable, Sequence

#: Whether conditions conflict for certain; ``False`` where they do not, or nobody can tell.
Conflicts = Callable[[tuple[int, ...]], bool]


def quick_conflict(number: int, conflicts: Conflicts) -> tuple[int, ...] | None:
    """Find an irreducible conflict among ``range(number)``; ``None`` where all are not known to conflict.

    Halves what is not known to matter until each condition left does (QuickXplain: Junker, AAAI
    2004), so that a small conflict among many conditions takes few questions.  The first
    conditions are kept before the last ones.

    Parameters
    ----------
    number
        How many conditions there are.
    conflicts
        Answers about conditions by their numbers, in rising order.
    """
    everything = tuple(range(number))
    if not conflicts(everything):
        return None
    return () if conflicts(()) else tuple(sorted(_needed((), (), everything, conflicts)))


def _needed(
    kept: tuple[int, ...], added: Sequence[int], rest: tuple[int, ...], conflicts: Conflicts
) -> tuple[int, ...]:
    """Those of the rest that a conflict with the kept ones takes; ``added`` came to these just now."""
    if added and conflicts(tuple(sorted(kept))):
        return ()
    if len(rest) == 1:
        return rest
    half = len(rest) // 2
    first, second = rest[:half], rest[half:]
    of_second = _needed((*kept, *first), first, second, conflicts)
    of_first = _needed((*kept, *of_second), of_second, first, conflicts)
    return (*of_first, *of_second)
