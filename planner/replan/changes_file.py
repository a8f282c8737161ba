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
from planner.replan.changes import Changes
from planner.scenario.cross_checks.dates import from_to
from planner.scenario.cross_checks.no_such import Noun, no_such
from planner.scenario.origins import Origins
from planner.scenario.structure import number_problems, structure_problems, with_wild_numbers_tamed
from planner.scenario.suggest import listed
from planner.scenario.toml_file import read_toml

_DATE: TypeAdapter[dt.date] = TypeAdapter(dt.date)
#: A table of the file as it was written: a mistake in one field hides none in another.
Entry = Mapping[str, Any]


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
    problems += _Checks(plan, data, origins).problems()
    if problems:
        raise BadInputError(list(dict.fromkeys(problems)))
    return Changes.model_validate(data)


class _Checks:
    """What shows only when the changes are seen beside the plan."""

    def __init__(self, plan: ReadPlan, data: Entry, origins: Origins) -> None:
        self._changes, self._origins = tuple(_tables(data, "changes")), origins
        self._known_on = _date(data, "known_on")
        self._people = {tour.agent.agent for tour in plan.roster.tours}
        self._channels = {channel.name for channel in plan.scenario.channels}
        self._contracts = {contract.name for contract in plan.scenario.contracts}
        self._patterns = {pattern.name for pattern in plan.scenario.shift_patterns}
        horizon = plan.scenario.horizon
        self._first, self._last = horizon.first_date, horizon.date_of(horizon.days - 1)

    def problems(self) -> Iterator[InputProblem]:
        """Yield every mistake."""
        yield from self._in_period(("known_on",), self._known_on)
        joining: set[str] = set()
        for number, change in self._changes:
            at, kind = ("changes", number), change.get("kind")
            first, last = _date(change, "first_date"), _date(change, "last_date")
            if kind in ("absence", "leaver"):
                yield from self._known(
                    (*at, "agent"), change.get("agent"), "person on the roster", self._people
                )
            if kind == "lock":
                named = change.get("agents")
                for name in named if isinstance(named, list) else ():
                    yield from self._known((*at, "agents"), name, "person on the roster", self._people)
            if kind == "volume":
                yield from self._known((*at, "channel"), change.get("channel"), "channel", self._channels)
            if kind == "joiner":
                yield from self._joiner((*at, "person"), change.get("person"), joining)
                yield from self._in_period((*at, "first_date"), first)
            elif kind == "leaver":
                yield from self._in_period((*at, "last_date"), last)
            elif first is not None and last is not None and first <= last:
                yield from self._touches_period(at, first, last)
            if kind in ("absence", "joiner"):
                yield from self._not_worked_yet((*at, "first_date"), first)

    def _not_worked_yet(self, path: tuple[str | int, ...], date: dt.date | None) -> Iterator[InputProblem]:
        known_on = self._known_on
        if date is not None and known_on is not None and date < known_on <= self._last:
            message = Text(
                en=f"{date} lies before known_on = {known_on}: those days have been worked",
                ru=f"{date} раньше known_on = {known_on}: эти дни уже отработаны",
            )
            allowed = Text(en="known_on or later", ru="known_on или позже")
            yield InputProblem(self._origins.place(path), message, allowed)

    def _joiner(self, at: tuple[str | int, ...], person: Any, joining: set[str]) -> Iterator[InputProblem]:
        if not isinstance(person, dict):
            return
        name = person.get("id")
        if isinstance(name, str):
            if name in self._people | joining:
                message = Text(en=f'"{name}" is on the roster already', ru=f'"{name}" уже есть в графике')
                allowed = Text(en="another name", ru="другое имя")
                yield InputProblem(self._origins.place((*at, "id")), message, allowed)
            joining.add(name)
        yield from self._known((*at, "contract"), person.get("contract"), "contract", self._contracts)
        for field in ("fixed_shifts", "requests"):
            for place, entry in _tables(person, field):
                path = (*at, field, place, "pattern")
                yield from self._known(path, entry.get("pattern"), "shift pattern", self._patterns)

    def _known(
        self, path: tuple[str | int, ...], name: Any, noun: Noun, known: set[str]
    ) -> Iterator[InputProblem]:
        if isinstance(name, str) and name not in known:
            yield InputProblem(self._origins.place(path), no_such(noun, name, known), listed(sorted(known)))

    def _in_period(self, path: tuple[str | int, ...], date: dt.date | None) -> Iterator[InputProblem]:
        if date is not None and not self._first <= date <= self._last:
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


def _tables(data: Entry, key: str) -> Iterator[tuple[int, Entry]]:
    """The tables of a list, by their places; whatever else stands there is told elsewhere."""
    listed_there = data.get(key)
    for number, entry in enumerate(listed_there if isinstance(listed_there, list) else ()):
        if isinstance(entry, dict):
            yield number, entry


def _date(data: Entry, key: str) -> dt.date | None:
    """A date that can be read as one."""
    written = data.get(key)
    with suppress(ValidationError):
        return _DATE.validate_python(written) if isinstance(written, dt.date | str) else None
    return None
