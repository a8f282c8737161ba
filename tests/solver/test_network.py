from dataclasses import replace

import pytest

from planner.solver.network import build_networks
from planner.solver.problem import Label, NoLegalTourError, Profile, State
from tests.solver.rota import Automaton, big_rota


def off_on(day_off: int) -> Automaton:
    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        return None if label is not None and day == day_off else (state, 0)

    return Automaton(("off", day_off), (), step)


def test_the_network_of_five_rules_is_as_small_as_when_first_measured() -> None:
    network = build_networks(big_rota(12))[0]
    assert network.states < 2_500
    assert network.arcs < 25_000


def test_profiles_with_different_days_off_get_their_own_masks() -> None:
    problem = big_rota(1, days=7)
    rules = problem.profiles[0].automata
    problem = replace(
        problem,
        profiles=(
            Profile("monday", 0, (*rules, off_on(0)), 1, 1),
            Profile("tuesday", 0, (*rules, off_on(1)), 1, 1),
        ),
    )
    monday, tuesday = build_networks(problem)
    assert (monday.successors[0][:, 1:] == -1).all()
    assert (tuesday.successors[1][:, 1:] == -1).all()
    assert not (tuesday.successors[0][:, 1:] == -1).all()


def test_all_profiles_without_a_legal_tour_are_named() -> None:
    problem = big_rota(1, days=7)
    never = Automaton("never", 0, lambda state, day, label: None)
    stuck = [Profile(name, 0, (never,), 1, 1) for name in ("a", "b")]
    free = Profile("c", 0, problem.profiles[0].automata, 1, 1)
    with pytest.raises(NoLegalTourError) as caught:
        build_networks(replace(problem, profiles=(stuck[0], free, stuck[1])))
    assert caught.value.profiles == ("a", "b")


def test_a_profile_that_may_stay_empty_needs_no_legal_tour() -> None:
    problem = big_rota(1, days=7)
    never = Automaton("never", 0, lambda state, day, label: None)
    networks = build_networks(replace(problem, profiles=(Profile("maybe", 0, (never,), 0, 3),)))
    assert networks[0].states == 0
