"""A tour problem in which everybody's presence is settled: what is left is the price of the rows."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from models.tour import RosterAgent
from planner.roster.row_book import RowBook
from planner.solver.answer import Answer
from planner.solver.engine import solve
from planner.solver.problem import Duty, Label, Profile, State, TourProblem, Trade

#: Skills of a person, and the intervals the person is there in.
Person = tuple[frozenset[str], Sequence[int]]


@dataclass(frozen=True)
class Only:
    """Works one label on the only day, and cannot be off."""

    label: int

    @property
    def key(self) -> Hashable:
        return self.label

    def start(self) -> State:
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        return ((), 0) if label == self.label else None

    def finish(self, state: State) -> int | None:
        return 0


def forced(book: RowBook, people: Sequence[Person]) -> TourProblem:
    """The rows and side columns of a book, with one free duty for each person."""
    numbers = range(len(people))
    trades = []
    for skills, intervals in people:
        given: dict[int, int] = {}
        for interval in intervals:
            for row, amount in book.gives(RosterAgent("p", "p", "crew", skills), interval):
                given[row] = given.get(row, 0) + amount
        trades.append(Trade((0,) * len(people), (tuple(given.items()),) * len(people)))
    return TourProblem(
        1,
        (tuple(numbers),),
        tuple(Duty(0, number) for number in numbers),
        tuple(trades),
        tuple(Profile(str(number), number, (Only(number),), 1, 1) for number in numbers),
        tuple(book.rows),
        tuple(book.sides),
    )


def solved(book: RowBook, people: Sequence[Person]) -> Answer:
    """The cheapest the rows can be with these people there."""
    answer = solve(forced(book, people), seconds=20)
    assert answer.proven_optimal
    return answer
