"""Search on by numbers of people, where roles that step with them leave the bound apart from the cost.

The engine is told a charge on each hire that is never above the steps (:mod:`planner.roster.role_costs`).
Between two steps the charge is exact.  So the numbers of hires a roster may have are cut in parts,
as branch and bound does: a part whose bound reaches the best roster is done with, one whose roster
costs just what the engine was told is as exact as the engine.  The bound of all is the least bound
of the parts still open.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from models.plan import Status
from models.roster_answer import RosterAnswer
from planner.roster.certify import certificate_of
from planner.roster.people import Crew
from planner.roster.translate import Translation
from planner.solver.answer import Answer, BoundMethod, Stop

#: A search shorter than this tells too little.
_LEAST_SECONDS = 0.5


@dataclass(frozen=True)
class Found:
    """What the engine was asked, and what it answered."""

    translation: Translation
    answer: Answer

    @property
    def headcount(self) -> int:
        """People on the roster."""
        return sum(len(own) for own in self.answer.solution.tours)

    @property
    def untold_minor(self) -> int:
        """What the roles of the roster cost beyond what the engine was told."""
        return self.translation.roles.untold(self.headcount)

    @property
    def objective_minor(self) -> int:
        """Cost of the roster, roles in full."""
        return self.answer.solution.objective + self.untold_minor


@dataclass(frozen=True)
class Searched:
    """The best roster found, and what is proven of all.

    Parameters
    ----------
    best
        The part of the search with the best roster.
    bound_minor, bound_method
        No roster costs less, and what says so.
    stop
        Why the search ended.
    seconds
        What all of it took.
    """

    best: Found
    bound_minor: int
    bound_method: BoundMethod
    stop: Stop
    seconds: float


#: Searches again with other crews for so many seconds; ``None`` where somebody has no legal tour.
SearchAgain = Callable[[tuple[Crew, ...], float], Found | None]


def search_by_headcount(root: Found, again: SearchAgain, end: float) -> Searched:
    """Close the gap between what roles cost and what the engine was told, as far as time allows.

    Parameters
    ----------
    root
        The search over all numbers of people.
    again
        Searches a part of them.
    end
        When to stop, on the monotonic clock.
    """
    best, open_parts, done, seconds = root, [root], list[int](), root.answer.seconds
    interrupted = root.answer.stop == "interrupted"
    while open_parts and not interrupted:
        part = min(open_parts, key=lambda one: one.answer.bound)
        open_parts.remove(part)
        left = end - time.monotonic()
        if part.answer.bound >= best.objective_minor or not part.untold_minor or left < _LEAST_SECONDS:
            done.append(part.answer.bound)
            continue
        for crews in _parts(part):
            # what is left is shared out; one part often takes less than its share
            own = again(crews, max(_LEAST_SECONDS, (end - time.monotonic()) / 2))
            if own is not None:
                seconds += own.answer.seconds
                interrupted |= own.answer.stop == "interrupted"
                tighter = max(own.answer.bound, part.answer.bound)
                own = replace(own, answer=replace(own.answer, bound=tighter))
                open_parts.append(own)
                best = min(best, own, key=lambda one: one.objective_minor)
    bounds = [*done, *(part.answer.bound for part in open_parts), best.objective_minor]
    bound, method = max(min(bounds), root.answer.bound), root.answer.bound_method
    if bound > root.answer.bound:
        method = "branch_and_bound"
    stop: Stop = "interrupted" if interrupted else "time_limit"
    return Searched(best, bound, method, "proven" if bound >= best.objective_minor else stop, seconds)


def proven_over_all(read: RosterAnswer, root: Found, searched: Searched) -> RosterAnswer:
    """Say of the best roster what is proven over all parts.

    The certificate keeps the prices of the whole problem: what was found part by part is a
    bound of the search.
    """
    if searched.best is root and not root.untold_minor:
        return read
    status: Status = "optimal" if searched.bound_minor >= read.proof.objective_minor else "feasible"
    proof = replace(
        read.proof,
        status=status if read.proof.status != "infeasible" else "infeasible",
        bound_minor=searched.bound_minor,
        bound_method=searched.bound_method,
        stop=read.proof.stop if read.proof.stop == "no_legal_tour" else searched.stop,
        wall_seconds=searched.seconds,
    )
    whole = certificate_of(root.translation.problem, root.answer)
    return replace(read, proof=proof, certificate=replace(whole, sides=read.certificate.sides))


def _parts(part: Found) -> Iterator[tuple[Crew, ...]]:
    """The crews of a part with their numbers cut below, at and above those of its roster."""
    crews = part.translation.crews
    counts = [len(own) for own in part.answer.solution.tours]
    open_crews = [number for number, crew in enumerate(crews) if crew.bounds[0] < crew.bounds[1]]
    chosen = max(open_crews, key=lambda number: crews[number].bounds[1] - crews[number].bounds[0])
    least, most = crews[chosen].bounds
    first = last = counts[chosen]
    if len(open_crews) == 1:
        # within a step the charge is exact: the whole step is one part
        others = part.headcount - counts[chosen]
        cost = part.translation.roles.cost_minor
        alike = [n for n in range(least, most + 1) if cost(others + n) == cost(part.headcount)]
        first, last = alike[0], alike[-1]
    for bounds in ((first, last), (least, first - 1), (last + 1, most)):
        if bounds[0] <= bounds[1]:
            limited = replace(crews[chosen], limits=bounds)
            # a crew nobody of is taken is no crew
            yield tuple(
                limited if number == chosen else crew
                for number, crew in enumerate(crews)
                if number != chosen or bounds[1] > 0
            )
