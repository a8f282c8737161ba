"""In which order ways out are told."""

from itertools import permutations

from models.conflict import Relaxation
from models.text import Text
from planner.roster.reasons.relaxations import in_order


def test_what_helps_comes_first_and_what_still_falls_short_after_what_had_no_time() -> None:
    cheap = Relaxation((), Text.same("cheap"), "optimal", (100, 100))
    dear = Relaxation((), Text.same("dear"), "feasible", (150, 900))
    unpriced = Relaxation((), Text.same("no time"))
    short = Relaxation((), Text.same("short"), "infeasible", (50, 50))
    unlawful = Relaxation((), Text.same("unlawful"), "optimal", (10, 10), against_law=(Text.same("art. 1"),))
    wanted = (cheap, dear, unpriced, short, unlawful)
    for told in permutations(wanted):
        assert in_order(list(told)) == wanted
