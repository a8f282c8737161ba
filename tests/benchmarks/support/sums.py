"""Automata that only add something up and bound the total: one linear constraint says the same."""

from dataclasses import dataclass

from planner.solver.problem import DayAutomaton, Label, State


@dataclass(frozen=True)
class Sum:
    """``lower <= sum of weights[day][column] <= upper``; column 0 is the day off."""

    weights: tuple[tuple[int, ...], ...]
    lower: int
    upper: int


def as_sum(automaton: DayAutomaton, labels: tuple[tuple[Label, ...], ...]) -> Sum | None:
    """Recognise a sum by trying every step from every state; ``None`` where it is anything else.

    The state must be the total, every allowed step must add the same whatever the total, and
    steps must be forbidden just where the total would pass one number.
    """
    begin = _total(automaton.start())
    if begin is None:
        return None
    layer = {begin: automaton.start()}
    weights: list[tuple[int, ...]] = []
    most_allowed, least_forbidden = begin, None
    for day, day_labels in enumerate(labels):
        following: dict[int, State] = {}
        added = []
        lowest = min(layer)
        for label in (None, *day_labels):
            sample = automaton.step(layer[lowest], day, label)
            after = None if sample is None else _total(sample[0])
            if after is None or after < lowest:
                return None
            added.append(after - lowest)
            for total, state in layer.items():
                step = automaton.step(state, day, label)
                reached = total + after - lowest
                if step is None:
                    least_forbidden = min(reached, least_forbidden or reached)
                elif step[1] or _total(step[0]) != reached:
                    return None
                else:
                    most_allowed = max(reached, most_allowed)
                    following[reached] = step[0]
        weights.append(tuple(added))
        layer = following
    if least_forbidden is not None and least_forbidden <= most_allowed:
        return None
    ends = {total: automaton.finish(state) for total, state in layer.items()}
    accepted = [total for total, end in ends.items() if end is not None]
    lower = min(accepted, default=None)
    if lower is None or any(ends[total] != (0 if total >= lower else None) for total in ends):
        return None
    return Sum(tuple(weights), lower - begin, most_allowed - begin)


def _total(state: State) -> int | None:
    """Return the total a state is, if it is one."""
    if isinstance(state, tuple) and len(state) == 1:
        state = state[0]
    return state if isinstance(state, int) and not isinstance(state, bool) else None
