"""One person's legal tours in CP-SAT: a Boolean per day and duty, a constraint per automaton."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from planner.solver.problem import DayAutomaton, Profile, State, TourProblem
from tests.benchmarks.support.problem_tables import ProblemTables
from tests.benchmarks.support.sums import Sum, as_sum
from tests.benchmarks.support.tables import FORBIDDEN, Table

#: Class of every day of a person who is not taken; a day off is class 0.
_ABSENT = -1
Classes = tuple[int, ...]


@dataclass
class Person:
    """Variables of one tour.

    Parameters
    ----------
    taken
        Whether the tour is taken; the constant 1 where it must be.
    duties
        Boolean of each duty that may be done.
    off
        Boolean of a day off, per day.
    costs
        What the automata charge, as pieces of the objective.
    """

    taken: cp_model.IntVar
    duties: dict[int, cp_model.IntVar]
    off: list[cp_model.IntVar]
    costs: list[cp_model.LinearExprT] = field(default_factory=list)


class TourModeller:
    """Adds tours of a problem to a CP-SAT model, as a plain modeller would.

    Automata without memory forbid or price single Booleans; those that only bound a total are
    one linear constraint; the others are ``AddAutomaton`` constraints over a small integer per day that says which of the classes of labels the
    automaton tells apart is worked; those with prices, and counters with memory, are flows
    of Booleans through their transitions.
    """

    def __init__(self, model: cp_model.CpModel, problem: TourProblem, tables: ProblemTables) -> None:
        self._model, self._problem, self._tables = model, problem, tables
        self._on_day: list[list[int]] = [[] for _ in range(problem.days)]
        for number, duty in enumerate(problem.duties):
            self._on_day[duty.day].append(number)
        self._sums: dict[tuple[Hashable, State], Sum | None] = {}

    def add(self, profile: Profile, *, optional: bool) -> Person:
        """Add one tour of a profile."""
        model = self._model
        taken = model.new_bool_var("") if optional else model.new_constant(1)
        duties = {n: model.new_bool_var("") for day in self._on_day for n in day}
        person = Person(taken, duties, [model.new_bool_var("") for _ in self._on_day])
        for off, numbers in zip(person.off, self._on_day, strict=True):
            model.add_exactly_one([*(duties[n] for n in numbers), off, ~taken])
        words: dict[tuple[int, Classes], cp_model.IntVar] = {}
        for automaton in profile.automata:
            table = self._tables.automata[automaton.key]
            start = table.starts[automaton.start()]
            if start == FORBIDDEN:
                model.add(taken == 0)
            elif table.is_memoryless:
                self._forbid(person, table)
                person.costs += self._flat(person, table)
            elif (total := self._sum(automaton)) is not None:
                self._bound(person, total)
            elif table.is_priced:
                person.costs += self._flow(person, table, start)
            else:
                self._accept(person, table, start, words, optional=optional)
        for counter in profile.counters:
            table = self._tables.counters[counter.key]
            start = table.starts[counter.start()]
            flat = table.is_memoryless
            counted = sum(self._flat(person, table) if flat else self._flow(person, table, start))
            model.add(counted >= counter.lower * taken)
            model.add(counted <= counter.upper * taken)
        return person

    def _sum(self, automaton: DayAutomaton) -> Sum | None:
        which = (automaton.key, automaton.start())
        if which not in self._sums:
            self._sums[which] = as_sum(automaton, self._problem.labels)
        return self._sums[which]

    def _bound(self, person: Person, total: Sum) -> None:
        parts: list[cp_model.LinearExprT] = []
        for day, weights in enumerate(total.weights):
            parts.append(person.off[day] * weights[0])
            parts += [person.duties[n] * weights[self._column(n)] for n in self._on_day[day]]
        self._model.add(sum(parts) >= total.lower * person.taken)
        self._model.add(sum(parts) <= total.upper * person.taken)

    def _forbid(self, person: Person, table: Table) -> None:
        for day, grid in enumerate(table.successors):
            for number in self._on_day[day]:
                if grid[0][self._column(number)] == FORBIDDEN:
                    self._model.add(person.duties[number] == 0)
            if grid[0][0] == FORBIDDEN:
                self._model.add(person.off[day] == 0)

    def _flat(self, person: Person, table: Table) -> list[cp_model.LinearExprT]:
        """Return costs (or amounts) of a table without memory."""
        parts: list[cp_model.LinearExprT] = [person.taken * table.end_costs[0]]
        for day, grid in enumerate(table.costs):
            parts.append(person.off[day] * grid[0][0])
            parts += [person.duties[n] * grid[0][self._column(n)] for n in self._on_day[day]]
        return parts

    def _accept(
        self,
        person: Person,
        table: Table,
        start: int,
        words: dict[tuple[int, Classes], cp_model.IntVar],
        *,
        optional: bool,
    ) -> None:
        """Add the automaton; states of different days get different numbers."""
        offsets = _offsets(table)
        triples, expressions = [], []
        absent = offsets[-1] + len(table.end_costs)
        for day, grid in enumerate(table.successors):
            classes = _classes(table, day)
            if (day, classes) not in words:
                words[day, classes] = self._word(person, day, classes, optional=optional)
            expressions.append(words[day, classes])
            for state, row in enumerate(grid):
                steps = {kind: row[column] for column, kind in enumerate(classes)}
                triples += [
                    (offsets[day] + state, kind, offsets[day + 1] + to)
                    for kind, to in steps.items()
                    if to != FORBIDDEN
                ]
            if optional:
                triples.append((start if day == 0 else absent + day, _ABSENT, absent + day + 1))
        finals = [offsets[-1] + state for state in range(len(table.end_costs))]
        if optional:
            finals.append(absent + len(table.successors))
        self._model.add_automaton(expressions, start, finals, triples)

    def _word(self, person: Person, day: int, classes: Classes, *, optional: bool) -> cp_model.IntVar:
        """Return the class of label worked on a day, tied to the Booleans of its duties."""
        word = self._model.new_int_var(_ABSENT if optional else 0, max(classes), "")
        literals = self._literals(person, day, classes)
        if optional:
            literals[_ABSENT] = ~person.taken
        for kind, literal in literals.items():
            self._model.add(word == kind).only_enforce_if(literal)
            self._model.add(word != kind).only_enforce_if(~literal)
        return word

    def _literals(self, person: Person, day: int, classes: Classes) -> dict[int, cp_model.LiteralT]:
        """Return a Boolean per class: whether one of its labels, or its day off, is taken."""
        members: dict[int, list[cp_model.IntVar]] = {0: [person.off[day]]}
        for number in self._on_day[day]:
            members.setdefault(classes[self._column(number)], []).append(person.duties[number])
        literals: dict[int, cp_model.LiteralT] = {}
        for kind, variables in members.items():
            literals[kind] = variables[0]
            if len(variables) > 1:
                literals[kind] = either = self._model.new_bool_var("")
                self._model.add(sum(variables) == either)
        return literals

    def _flow(self, person: Person, table: Table, start: int) -> list[cp_model.LinearExprT]:
        """Add a Boolean per transition and class; return the costs of those taken."""
        model, parts = self._model, list[cp_model.LinearExprT]()
        inflow: dict[int, list[cp_model.IntVar]] = {start: [person.taken]}
        for day, grid in enumerate(table.successors):
            classes = _classes(table, day)
            outflow: dict[int, list[cp_model.IntVar]] = defaultdict(list)
            by_class: dict[int, list[cp_model.IntVar]] = defaultdict(list)
            for state, came in inflow.items():
                left = []
                for kind in range(max(classes) + 1):
                    column = classes.index(kind)
                    if grid[state][column] != FORBIDDEN:
                        arc = model.new_bool_var("")
                        left.append(arc)
                        by_class[kind].append(arc)
                        outflow[grid[state][column]].append(arc)
                        parts.append(arc * table.costs[day][state][column])
                model.add(sum(left) == sum(came))
            for kind, literal in self._literals(person, day, classes).items():
                model.add(sum(by_class[kind]) == literal)
            inflow = outflow
        for state, came in inflow.items():
            parts += [arc * table.end_costs[state] for arc in came]
        return parts

    def _column(self, duty: int) -> int:
        return self._problem.duties[duty].label + 1


def _classes(table: Table, day: int) -> Classes:
    """Class of each column of a day: equal for columns no state tells apart; the day off has 0."""
    numbers: dict[Hashable, int] = {}
    grid, costs = table.successors[day], table.costs[day]
    columns = zip(zip(*grid, strict=True), zip(*costs, strict=True), strict=True)
    return tuple(numbers.setdefault(column, len(numbers)) for column in columns)


def _offsets(table: Table) -> list[int]:
    offsets = [0]
    for grid in table.successors:
        offsets.append(offsets[-1] + len(grid))
    return offsets
