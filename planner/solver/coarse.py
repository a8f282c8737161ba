"""Row prices from a smaller problem, where the whole one would take too long to relax.

Leaving automata out only allows more tours, so a relaxation without them is one of the whole
problem too.  Its row prices are good ones, and the bound they give over the whole networks
is valid like that of any prices (see :mod:`planner.solver.bound`), and higher than over the
smaller ones.
"""

from collections.abc import Hashable
from dataclasses import replace

from planner.solver.flow_model import build_flow_model
from planner.solver.layers import Layers
from planner.solver.linear import solve_linear
from planner.solver.network import build_networks, states_by_automaton
from planner.solver.problem import TourProblem

#: Arcs of all networks together from which a smaller problem is relaxed first.
MANY_ARCS = 100_000


def coarse_prices(
    problem: TourProblem, networks: tuple[Layers, ...], seconds: float, seed: int
) -> list[float] | None:
    """Prices of the rows from the problem without its largest automata.

    Parameters
    ----------
    problem, networks
        The whole problem, with its networks built.
    seconds, seed
        For the linear program.

    Returns
    -------
    list of float or None
        What one more unit of each row's level costs; ``None`` where the problem is small
        enough to be relaxed at once, or the smaller one was not solved in time.
    """
    if _arcs(networks) <= MANY_ARCS:
        return None
    coarse, coarse_networks = _without_largest(problem)
    model = build_flow_model(coarse, coarse_networks)
    relaxed = solve_linear(model.program, relaxed=True, seconds=seconds, seed=seed)
    if relaxed.duals is None:
        return None
    prices: list[float] = (-relaxed.duals[model.rows] * model.scale).tolist()
    return prices


def _without_largest(problem: TourProblem) -> tuple[TourProblem, tuple[Layers, ...]]:
    """Leave out the automaton with most states, again and again, until little is left to relax."""
    states = states_by_automaton(problem)
    dropped: set[Hashable] = set()
    networks: tuple[Layers, ...] = ()
    for key in sorted(states, key=lambda one: (-states[one], repr(one))):
        dropped.add(key)
        smaller = tuple(
            replace(profile, automata=tuple(a for a in profile.automata if a.key not in dropped))
            for profile in problem.profiles
        )
        problem = replace(problem, profiles=smaller)
        networks = build_networks(problem)
        if _arcs(networks) <= MANY_ARCS // 2:
            break
    return problem, networks


def _arcs(networks: tuple[Layers, ...]) -> int:
    return sum(network.arcs for network in networks)
