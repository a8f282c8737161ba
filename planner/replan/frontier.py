"""The least cost with 0, 1, 2, … changes, as far as there is time."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from models.replanning import FrontierPoint
from planner.replan.mended import Mended
from planner.replan.search import ChangeSearch
from planner.solver.problem import NoLegalTourError

#: Points beyond the fewest changes, and in all.
_POINTS_BEYOND, _MOST_POINTS = 2, 12


class Frontier:
    """Rosters found for so many changes, and what is proven about each number.

    A plan with fewer changes is one with more, and a bound for more is one for fewer.

    Parameters
    ----------
    searches
        Those to ask, the one that sees every change last: it alone proves anything.
    most_in_notice
        Changes within the notice period, in each plan of the frontier.
    bound
        No plan costs less, however many changes it makes.
    """

    def __init__(self, searches: Sequence[ChangeSearch], most_in_notice: int, bound: int) -> None:
        self._searches, self._most_in_notice, self._bound = searches, most_in_notice, bound
        self._bounds: dict[int, int] = {}

    def bound(self, most: int) -> int:
        """No plan with at most so many changes costs less."""
        return max([self._bound, *(own for number, own in self._bounds.items() if number >= most)])

    def look(
        self, most: int, known: Sequence[Mended], share: float, *, roughly: bool = False
    ) -> list[Mended]:
        """Find the cheapest plans with at most so many changes, in a share of the time left.

        Every change too many is charged more than any can save; ``known`` says what that is.
        """
        within = [one.objective_minor for one in self._within(known, most)]
        if within and min(within) <= self.bound(most):
            return []  # found already, and proven
        price = (min(within) if within else max(one.objective_minor for one in known)) - self._bound + 1
        noticed = self._most_in_notice
        found: list[Mended] = []
        for place, own in enumerate(self._searches):
            if own.is_stopped:
                break
            part = share / (len(self._searches) - place)
            # somebody may have no legal tour with so few changes: then there is no such plan
            with suppress(NoLegalTourError):
                lower, one = own.within(most, noticed, price, part, roughly=roughly)
                found.append(one)
                if own is self._searches[-1]:
                    self._bounds[most] = max(lower, self._bounds.get(most, lower))
        return found

    def look_along(
        self,
        numbers: Sequence[int],
        known: Sequence[Mended],
        share: float,
        workers: int,
        *,
        roughly: bool = False,
    ) -> list[Mended]:
        """Look at each of these numbers of changes, some side by side.

        What one leaves of its part of the share is the others'.
        """
        found: list[Mended] = []
        self._bounds = {most: self.bound(most) for most in numbers}
        for first in range(0, len(numbers), workers):
            some = numbers[first : first + workers]
            part = share * len(some) / (len(numbers) - first)
            seen = (*known, *found)
            with ThreadPoolExecutor(workers) as pool:
                looks = [pool.submit(self.look, most, seen, part, roughly=roughly) for most in some]
                found += [one for look in looks for one in look.result()]
        return found

    def _within(self, known: Iterable[Mended], most: int) -> list[Mended]:
        noticed, own = self._most_in_notice, self._searches[-1]
        return [one for one in known if len(one.changed) <= most and own.in_notice(one) <= noticed]

    def points(self, numbers: Sequence[int], known: Sequence[Mended]) -> tuple[FrontierPoint, ...]:
        """One point per number of changes, each as good as everything known says."""
        return tuple(self._point(most, known) for most in numbers)

    def _point(self, most: int, known: Sequence[Mended]) -> FrontierPoint:
        lower = self.bound(most)
        within = self._within(known, most)
        best = min(within, key=lambda one: (one.objective_minor, len(one.changed)), default=None)
        if best is None:
            return FrontierPoint(most, None, None, lower, None)
        cost = best.objective_minor
        return FrontierPoint(most, len(best.changed), cost, min(lower, cost), best.holes)


def numbers_to_look_at(chosen: int, asked: int | None) -> tuple[int, ...]:
    """Return the numbers of changes a frontier has points for: from none to a little beyond what is chosen.

    Where that would be too many, some between are left out, as evenly as can be.

    Parameters
    ----------
    chosen
        Changes of the plan that changes as few shifts as suffice.
    asked
        Changes somebody allowed.
    """
    ends = {chosen, chosen + 1, chosen + _POINTS_BEYOND, *(() if asked is None else (asked,))}
    steps = min(chosen, _MOST_POINTS - len(ends))
    return tuple(sorted(ends | {chosen * step // max(1, steps) for step in range(steps)} | {0}))
