"""Whether the two halves of a rule say the same, asked of every tour or roster there is.

A tour rule forbids twice: its automaton, from which rosters are made, and its ``check``,
which reads them.  Solving and then checking cannot see an automaton that is too strict;
walking all tours can.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.example import example_shift
from models.horizon import Horizon
from models.rule import CoverageRow, CoverageRule, Frame, State, TourRule
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from models.violation import Violation

#: What may be done on each day.
Options = Sequence[Sequence[Shift | None]]


@dataclass(frozen=True)
class Disagreement:
    """A tour (or roster) of which the two halves say different things.

    Each verdict is the sum of prices, or ``None`` where it is illegal.
    """

    tour: str
    automaton: int | None
    check: int | None


def letter_options(horizon: Horizon, letters: str = ".DEMN") -> Options:
    """Spell out the same letters of :data:`models.example.EXAMPLE_SHIFTS` on every day."""
    return [[example_shift(letter, day, horizon) for letter in letters] for day in range(horizon.days)]


def letter_history(horizon: Horizon, letters: str) -> tuple[Shift, ...]:
    """Shifts before the period; the last letter is the day before it."""
    spelled = [example_shift(letter, day - len(letters), horizon) for day, letter in enumerate(letters)]
    return tuple(shift for shift in spelled if shift is not None)


def verdict(violations: Iterable[Violation]) -> int | None:
    """Sum of prices, or ``None`` where a finding is hard."""
    found = tuple(violations)
    return None if any(finding.hard for finding in found) else sum(f.penalty_minor for f in found)


def automaton_verdict(rule: TourRule, frame: Frame, tour: Tour) -> int | None:
    """Run one tour through the automaton."""
    state, price = rule.start(frame, tour.agent.history), 0
    for day, shift in enumerate(tour.shifts):
        step = rule.step(frame, state, day, shift)
        if step is None:
            return None
        state, price = step[0], price + step[1]
    last = rule.finish(frame, state)
    return None if last is None else price + last


def disagreements(
    rule: TourRule,
    frame: Frame,
    options: Options,
    history: tuple[Shift, ...] = (),
    *,
    at_most: int = 5,
) -> list[Disagreement]:
    """Walk the tree of all tours, the automaton along its branches, and ask the check at each leaf.

    Parameters
    ----------
    rule
        The rule asked.
    frame
        Its horizon has as many days as ``options`` has entries.
    options
        Per day the shifts that may be worked, ``None`` for a day off.
    history
        What was worked before.
    at_most
        How many disagreements to collect before stopping.
    """
    agent = RosterAgent(agent="a", name="a", contract="standard", history=history)
    found: list[Disagreement] = []

    def walk(day: int, chosen: tuple[Shift | None, ...], state: State, price: int | None) -> None:
        if len(found) >= at_most:
            return
        if day == len(options):
            last = rule.finish(frame, state) if price is not None else None
            automaton = price + last if price is not None and last is not None else None
            read = verdict(rule.check(frame, Tour(agent, chosen)))
            if automaton != read:
                found.append(Disagreement(spelling(chosen), automaton, read))
            return
        for shift in options[day]:
            step = rule.step(frame, state, day, shift) if price is not None else None
            if step is None or price is None:
                walk(day + 1, (*chosen, shift), (), None)
            else:
                hash(step[0])
                walk(day + 1, (*chosen, shift), step[0], price + step[1])

    walk(0, (), rule.start(frame, history), 0)
    return found


def spelling(shifts: Iterable[Shift | None]) -> str:
    """Write a tour with the first letters of its patterns."""
    return "".join("." if shift is None else shift.pattern[0] for shift in shifts)


def rows_verdict(rule: CoverageRule, frame: Frame, roster: Roster) -> int | None:
    """Add up the left side of each row and price what is missing or too much."""
    price = 0
    for row in rule.rows(frame):
        reached = sum(_times_counted(row, frame, tour) * _weight(row, tour.agent) for tour in roster.tours)
        missing = max(0, row.minimum - reached) if row.minimum is not None else 0
        missing += max(0, reached - row.maximum) if row.maximum is not None else 0
        if missing and row.shortfall_price_minor is None:
            return None
        price += missing * (row.shortfall_price_minor or 0)
    for total in rule.period_rows(frame):
        weights = dict(total.named)
        level = total.start + sum(
            weights.get(tour.agent.agent, 0)
            for tour in roster.tours
            for shift in tour.worked
            if total.counts(shift)
        )
        edges = [*(edge for edge, _ in total.steps[1:]), level]
        for (edge, minor), above in zip(total.steps, edges, strict=True):
            price += max(0, min(level, above) - edge) * minor
    for spread in rule.period_spreads(frame):
        levels = [
            begins
            + spread.per_shift
            * sum(
                spread.counts(shift)
                for tour in roster.tours
                if name == tour.agent.agent
                for shift in tour.worked
            )
            for name, begins in spread.begins
        ]
        excess = max(0, max(levels) - min(levels) - spread.tolerance)
        if excess and spread.price_minor is None:
            return None
        price += excess * (spread.price_minor or 0)
    return price


def _times_counted(row: CoverageRow, frame: Frame, tour: Tour) -> int:
    begin, length = frame.horizon.interval_starts[row.interval], frame.horizon.interval_minutes
    shifts = (*tour.agent.history, *tour.worked)
    if row.counts_starts:
        return sum(begin <= shift.start_minute < begin + length for shift in shifts)
    if row.counts_breaks:
        return any(shift.start_minute <= begin and begin + length <= shift.end_minute for shift in shifts)
    return any(shift.works_throughout(begin, begin + length) for shift in shifts)


def _weight(row: CoverageRow, agent: RosterAgent) -> int:
    if row.named:
        return sum(weight for name, weight in row.named if name == (agent.vacancy or agent.agent))
    if row.agents or row.contracts:
        names = {agent.agent, agent.vacancy} & set(row.agents)
        if not names and agent.contract not in row.contracts:
            return 0
    counts = row.skill is None or row.skill in agent.skills
    counts = counts and (not row.grades or agent.grade in row.grades)
    return row.with_skill if counts else row.without_skill


def coverage_disagreements(
    rule: CoverageRule, frame: Frame, rosters: Iterable[Roster], *, at_most: int = 5
) -> list[Disagreement]:
    """Compare a coverage rule's rows with its check on each roster."""
    found = []
    for roster in rosters:
        rows, read = rows_verdict(rule, frame, roster), verdict(rule.check(frame, roster))
        if rows != read:
            found.append(Disagreement("/".join(spelling(t.shifts) for t in roster.tours), rows, read))
        if len(found) >= at_most:
            break
    return found
