"""Exact queues for the simulation to be held against: Markov chains solved as they stand."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import numpy as np

State = TypeVar("State", bound=Hashable)
Moves = Callable[[State], Iterable[tuple[State, float]]]


def stationary(start: State, moves: Moves[State]) -> dict[State, float]:
    """Probabilities of a chain's states, from the rates at which it moves."""
    states, rates = [start], []
    numbers = {start: 0}
    # the list grows as states are found
    for place, state in enumerate(states):
        for target, rate in moves(state):
            if target not in numbers:
                numbers[target] = len(states)
                states.append(target)
            rates.append((place, numbers[target], rate))
    flow = np.zeros((len(states), len(states)))
    for source, reached, rate in rates:
        flow[reached, source] += rate
        flow[source, source] -= rate
    flow[-1] = 1.0
    right = np.zeros(len(states))
    right[-1] = 1.0
    return dict(zip(states, np.linalg.solve(flow, right).tolist(), strict=True))


def birth_death(arrivals: float, leaves: Callable[[int], float], most: int) -> list[float]:
    """Probabilities of 0 … ``most`` contacts, where they leave at ``leaves(n)``."""
    weights = [1.0]
    for count in range(1, most + 1):
        weights.append(weights[-1] * arrivals / leaves(count))
    total = sum(weights)
    return [weight / total for weight in weights]


def chat_moves(
    arrivals: float, slowdown: tuple[float, ...], impatience: float, most_waiting: int
) -> Moves[tuple[tuple[int, ...], int]]:
    """Moves of a chat desk that keeps chats where they are.

    A state is how many agents hold 0, 1, … K chats, and how many wait; a chat alone lasts 1 on
    average.
    """
    slots = len(slowdown)

    def moved(held: tuple[int, ...], source: int, target: int) -> tuple[int, ...]:
        counts = list(held)
        counts[source] -= 1
        counts[target] += 1
        return tuple(counts)

    def moves(state: tuple[tuple[int, ...], int]) -> Iterable[tuple[tuple[tuple[int, ...], int], float]]:
        held, waiting = state
        least = next((level for level in range(slots) if held[level]), None)
        if least is not None:
            yield (moved(held, least, least + 1), 0), arrivals
        elif waiting < most_waiting:
            yield (held, waiting + 1), arrivals
        for level in range(1, slots + 1):
            rate = held[level] * level / slowdown[level - 1]
            if rate:
                yield ((held, waiting - 1) if waiting else (moved(held, level, level - 1), 0)), rate
        if waiting:
            yield (held, waiting - 1), waiting * impatience

    return moves
