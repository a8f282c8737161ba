"""A small made-up covering problem for tests of the engine: workers, starts, five rules."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from planner.solver.convex import shortfall_price
from planner.solver.problem import Duty, Label, Profile, Row, State, TourProblem, Trade

Step = Callable[[State, int, Label | None], tuple[State, int] | None]
Finish = Callable[[State], int | None]


@dataclass(frozen=True)
class Automaton:
    key: Hashable
    first: State
    make_step: Step
    make_finish: Finish = lambda state: 0

    def start(self) -> State:
        return self.first

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        return self.make_step(state, day, label)

    def finish(self, state: State) -> int | None:
        return self.make_finish(state)


@dataclass(frozen=True)
class Tally:
    """A counter made of a function of memory and label."""

    make_count: Callable[[State, Label | None], tuple[State, int]]
    lower: int
    upper: int

    @property
    def key(self) -> Hashable:
        return self.make_count.__name__

    def start(self) -> State:
        return False

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int]:
        return self.make_count(state, label)


@dataclass(frozen=True, order=True)
class Work:
    """A label: start slot, length in slots, counted from midnight; half hours in the big rota."""

    start: int
    length: int

    @property
    def is_late(self) -> bool:
        return self.start >= 40


def slots_worked(state: State, label: Label | None) -> tuple[State, int]:
    return state, label.length if isinstance(label, Work) else 0


def late_runs(state: State, label: Label | None) -> tuple[State, int]:
    """Count runs of late shifts."""
    late = isinstance(label, Work) and label.is_late
    return late, int(late and not state)


def work_slots(lower: int, upper: int) -> Tally:
    return Tally(slots_worked, lower, upper)


def rest(slots_a_day: int, slots: int) -> Automaton:
    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        assert isinstance(state, int)
        if label is None:
            return max(0, state - slots_a_day), 0
        assert isinstance(label, Work)
        if label.start < state:
            return None
        return max(0, label.start + label.length + slots - slots_a_day), 0

    return Automaton(("rest", slots), 0, step)


def no_late_twice() -> Automaton:
    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        late = isinstance(label, Work) and label.is_late
        return None if late and state else (late, 0)

    return Automaton("late", False, step)


def longest_run(days: int) -> Automaton:
    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        assert isinstance(state, int)
        run = 0 if label is None else state + 1
        return None if run > days else (run, 0)

    return Automaton(("run", days), 0, step)


def weekly_slots(slots: int) -> Automaton:
    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        assert isinstance(state, int)
        total = (0 if day % 7 == 0 else state) + (label.length if isinstance(label, Work) else 0)
        return None if total > slots else (total, 0)

    return Automaton(("week", slots), 0, step)


def weekends(most: int) -> Automaton:
    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        assert isinstance(state, tuple)
        count, this = state
        if day % 7 == 5:
            this = False
        if day % 7 >= 5 and label is not None and not this:
            count, this = count + 1, True
        return None if count > most else ((count, this and day % 7 == 5), 0)

    return Automaton(("weekends", most), (0, False), step)


def big_rota(workers: int, days: int = 28, short_price: int = 1000) -> TourProblem:
    """Half-hour slots round the clock, 13 starts of 16 and 22 slots, demand that swings with the day."""
    works = tuple(
        sorted(
            [Work(s, 16) for s in (12, 14, 16, 18, 20, 24, 28, 44)]
            + [Work(s, 22) for s in (14, 16, 20, 36, 40)]
        )
    )
    shape = [2 if h < 14 else 9 if h < 22 else 10 if h < 36 else 6 if h < 44 else 3 for h in range(48)]
    need = [
        max(1, round(workers / 40 * shape[t % 48] * (0.6 if (t // 48) % 7 >= 5 else 1.0) * 1.1))
        for t in range(days * 48)
    ]
    duties, costs, covers = [], [], []
    for day in range(days):
        for label, work in enumerate(works):
            duties.append(Duty(day, label))
            slots = range(day * 48 + work.start, day * 48 + work.start + work.length)
            night = sum(1 for s in slots if s % 48 >= 44 or s % 48 < 12)
            costs.append(work.length * 100 + night * 20)
            covers.append(tuple((s, 1) for s in slots if s < days * 48))
    rules = (rest(48, 24), no_late_twice(), longest_run(5), weekly_slots(80), weekends(2))
    return TourProblem(
        days,
        (works,) * days,
        tuple(duties),
        (Trade(tuple(costs), tuple(covers)),),
        (Profile("worker", 0, rules, workers, workers),),
        tuple(Row(f"slot {t}", shortfall_price(n, short_price)) for t, n in enumerate(need)),
    )
