"""Read a file of changes and check it against the plan: every mistake at once."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.plan_file import ReadPlan
from planner.replan.changes import Absence, AnyChange, Changes, Joiner, Leaver, Lock, VolumeChange
from planner.scenario.cross_checks.dates import from_to
from planner.scenario.cross_checks.no_such import Noun, no_such
from planner.scenario.origins import Origins
from planner.scenario.structure import number_problems, structure_problems, with_wild_numbers_tamed
from planner.scenario.suggest import listed
from planner.scenario.toml_file import read_toml

_ENTRY: TypeAdapter[AnyChange] = TypeAdapter(AnyChange)


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
    problems += _Checks(plan, _readable(data), data.get("known_on"), origins).problems()
    if problems:
        raise BadInputError(list(dict.fromkeys(problems)))
    return Changes.model_validate(data)


def _readable(data: Mapping[str, Any]) -> dict[int, AnyChange]:
    """The entries that can be read, by their places: a mistake in one hides none in another."""
    listed_there = data.get("changes")
    found: dict[int, AnyChange] = {}
    for number, entry in enumerate(listed_there if isinstance(listed_there, list) else ()):
        with suppress(ValidationError):
            found[number] = _ENTRY.validate_python(entry)
    return found


class _Checks:
    """What shows only when the changes are seen beside the plan."""

    def __init__(
        self, plan: ReadPlan, changes: Mapping[int, AnyChange], known_on: object, origins: Origins
    ) -> None:
        self._changes, self._origins = changes, origins
        self._known_on = known_on if type(known_on) is dt.date else None
        self._people = {tour.agent.agent for tour in plan.roster.tours}
        self._channels = {channel.name for channel in plan.scenario.channels}
        self._contracts = {contract.name for contract in plan.scenario.contracts}
        self._patterns = {pattern.name for pattern in plan.scenario.shift_patterns}
        horizon = plan.scenario.horizon
        self._first, self._last = horizon.first_date, horizon.date_of(horizon.days - 1)

    def problems(self) -> Iterator[InputProblem]:
        """Yield every mistake."""
        known_on = self._known_on
        if known_on is not None:
            yield from self._in_period(("known_on",), known_on)
        joining: set[str] = set()
        for number, change in self._changes.items():
            at = ("changes", number)
            if isinstance(change, Absence | Leaver):
                yield from self._known((*at, "agent"), change.agent, "person on the roster", self._people)
            if isinstance(change, Lock):
                for name in change.agents:
                    yield from self._known((*at, "agents"), name, "person on the roster", self._people)
            if isinstance(change, VolumeChange):
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
                message = Text(
                    en=f"{first} lies before known_on = {known_on}: those days have been worked",
                    ru=f"{first} раньше known_on = {known_on}: эти дни уже отработаны",
                )
                allowed = Text(en="known_on or later", ru="known_on или позже")
                yield InputProblem(self._origins.place((*at, "first_date")), message, allowed)

    def _joiner(self, at: tuple[str | int, ...], change: Joiner, joining: set[str]) -> Iterator[InputProblem]:
        person = change.person
        if person.id in self._people | joining:
            message = Text(
                en=f'"{person.id}" is on the roster already', ru=f'"{person.id}" уже есть в графике'
            )
            allowed = Text(en="another name", ru="другое имя")
            yield InputProblem(self._origins.place((*at, "id")), message, allowed)
        joining.add(person.id)
        yield from self._known((*at, "contract"), person.contract, "contract", self._contracts)
        for field in ("fixed_shifts", "requests"):
            for place, entry in enumerate(getattr(person, field)):
                if entry.pattern is not None:
                    path = (*at, field, place, "pattern")
                    yield from self._known(path, entry.pattern, "shift pattern", self._patterns)

    def _known(
        self, path: tuple[str | int, ...], name: str, noun: Noun, known: set[str]
    ) -> Iterator[InputProblem]:
        if name not in known:
            yield InputProblem(self._origins.place(path), no_such(noun, name, known), listed(sorted(known)))

    def _in_period(self, path: tuple[str | int, ...], date: dt.date) -> Iterator[InputProblem]:
        if not self._first <= date <= self._last:
            message = Text(en=f"{date} is outside the period of the plan", ru=f"{date} вне периода плана")
            yield InputProblem(self._origins.place(path), message, from_to(self._first, self._last))

    def _touches_period(
        self, at: tuple[str | int, ...], first: dt.date, last: dt.date
    ) -> Iterator[InputProblem]:
        if last < self._first or first > self._last:
            message = Text(
                en=f"{first} to {last} lies outside the period of the plan",
                ru=f"с {first} по {last}: вне периода плана",
            )
            place = self._origins.place((*at, "first_date"))
            yield InputProblem(place, message, from_to(self._first, self._last))
