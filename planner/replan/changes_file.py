"""Read a file of changes and check it against the plan: every mistake at once."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from models.errors import BadInputError, InputProblem
from planner.plan_file import ReadPlan
from planner.replan.changes import Absence, Changes, Joiner, Leaver, Lock, Volume
from planner.scenario.origins import Origins
from planner.scenario.structure import number_problems, structure_problems, with_wild_numbers_tamed
from planner.scenario.suggest import did_you_mean, listed
from planner.scenario.toml_file import read_toml


def read_changes(path: Path, plan: ReadPlan) -> Changes:
    """Read a file of changes to a plan.

    Raises
    ------
    BadInputError
        With every mistake at once.
    """
    data = read_toml(path, path.name)
    origins = Origins(path.name, data)
    problems = list(number_problems(data, origins))
    data = with_wild_numbers_tamed(data)
    problems += structure_problems(Changes, data, origins)
    if problems:
        raise BadInputError(list(dict.fromkeys(problems)))
    changes = Changes.model_validate(data)
    problems = list(_Checks(plan, changes, origins).problems())
    if problems:
        raise BadInputError(problems)
    return changes


class _Checks:
    """What shows only when the changes are seen beside the plan."""

    def __init__(self, plan: ReadPlan, changes: Changes, origins: Origins) -> None:
        self._changes, self._origins = changes, origins
        self._people = {tour.agent.agent for tour in plan.roster.tours}
        self._channels = {channel.name for channel in plan.scenario.channels}
        self._contracts = {contract.name for contract in plan.scenario.contracts}
        self._patterns = {pattern.name for pattern in plan.scenario.shift_patterns}
        horizon = plan.scenario.horizon
        self._first, self._last = horizon.first_date, horizon.date_of(horizon.days - 1)

    def problems(self) -> Iterator[InputProblem]:
        """Yield every mistake."""
        known_on = self._changes.known_on
        if known_on is not None:
            yield from self._in_period(("known_on",), known_on)
        joining: set[str] = set()
        for number, change in enumerate(self._changes.changes):
            at = ("changes", number)
            if isinstance(change, Absence | Leaver):
                yield from self._known((*at, "agent"), change.agent, "person on the roster", self._people)
            if isinstance(change, Lock):
                for name in change.agents:
                    yield from self._known((*at, "agents"), name, "person on the roster", self._people)
            if isinstance(change, Volume):
                yield from self._known((*at, "channel"), change.channel, "channel", self._channels)
            if isinstance(change, Joiner):
                yield from self._joiner((*at, "person"), change, joining)
                yield from self._in_period((*at, "first_date"), change.first_date)
            elif isinstance(change, Leaver):
                yield from self._in_period((*at, "last_date"), change.last_date)
            else:
                yield from self._touches_period(at, change.first_date, change.last_date)
            first = change.last_date if isinstance(change, Leaver) else change.first_date
            late = known_on is not None and isinstance(change, Absence | Joiner) and first < known_on
            if late:
                message = f"{first} lies before known_on = {known_on}: those days have been worked"
                yield InputProblem(self._origins.place((*at, "first_date")), message, "known_on or later")

    def _joiner(self, at: tuple[str | int, ...], change: Joiner, joining: set[str]) -> Iterator[InputProblem]:
        person = change.person
        if person.id in self._people | joining:
            message = f'"{person.id}" is on the roster already'
            yield InputProblem(self._origins.place((*at, "id")), message, "another name")
        joining.add(person.id)
        yield from self._known((*at, "contract"), person.contract, "contract", self._contracts)
        for field in ("fixed_shifts", "requests"):
            for place, entry in enumerate(getattr(person, field)):
                if entry.pattern is not None:
                    path = (*at, field, place, "pattern")
                    yield from self._known(path, entry.pattern, "shift pattern", self._patterns)

    def _known(
        self, path: tuple[str | int, ...], name: str, noun: str, known: set[str]
    ) -> Iterator[InputProblem]:
        if name not in known:
            message = f'there is no {noun} "{name}"{did_you_mean(name, known)}'
            yield InputProblem(self._origins.place(path), message, listed(sorted(known)))

    def _in_period(self, path: tuple[str | int, ...], date: dt.date) -> Iterator[InputProblem]:
        if not self._first <= date <= self._last:
            message = f"{date} is outside the period of the plan"
            yield InputProblem(self._origins.place(path), message, f"{self._first} to {self._last}")

    def _touches_period(
        self, at: tuple[str | int, ...], first: dt.date, last: dt.date
    ) -> Iterator[InputProblem]:
        if last < self._first or first > self._last:
            message = f"{first} to {last} lies outside the period of the plan"
            place = self._origins.place((*at, "first_date"))
            yield InputProblem(place, message, f"{self._first} to {self._last}")
