"""Read an instance file; every mistake in it is named at once, by its line."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from re import fullmatch

from models.errors import BadInputError, InputProblem
from models.text import Text
from tests.benchmarks.curtois.nouns import Cover, Employee, Instance, Request, Shift

#: Fewest and most cells of a line; ``None``: any number.
SECTIONS: Mapping[str, tuple[int, int | None]] = {
    "SECTION_HORIZON": (1, 1),
    "SECTION_SHIFTS": (2, 3),
    "SECTION_STAFF": (8, 8),
    "SECTION_DAYS_OFF": (1, None),
    "SECTION_SHIFT_ON_REQUESTS": (4, 4),
    "SECTION_SHIFT_OFF_REQUESTS": (4, 4),
    "SECTION_COVER": (5, 5),
}
REQUIRED = ("SECTION_HORIZON", "SECTION_SHIFTS", "SECTION_STAFF")
#: Requirements that were rounded may fall below zero.
LEAST_REQUIREMENT = -1000
Line = tuple[int, list[str]]


def load_instance(path: Path) -> Instance:
    """Read an instance.

    Parameters
    ----------
    path
        A text file of sections (in any order) with lines of comma-separated cells; lines that
        begin with ``#`` are comments.

    Raises
    ------
    models.errors.BadInputError
        With every mistake of the file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError([InputProblem(str(path), Text.same(f"cannot be read: {error}"))]) from error
    return _Reader(path).read(text)


class _Reader:
    """One reading of one file; mistakes are collected until its end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[InputProblem] = []
        self.days = 0
        self.shifts: dict[str, Shift] = {}
        self.staff: dict[str, list[str]] = {}

    def read(self, text: str) -> Instance:
        sections = self._sections(text)
        self._horizon(sections["SECTION_HORIZON"])
        self._shifts(sections["SECTION_SHIFTS"])
        lines = {
            cells[0]: (number, cells) for number, cells in self._unique(sections["SECTION_STAFF"], "employee")
        }
        self.staff = {name: cells for name, (_, cells) in lines.items()}
        days_off = self._days_off(sections["SECTION_DAYS_OFF"])
        on = self._requests(sections["SECTION_SHIFT_ON_REQUESTS"])
        off = self._requests(sections["SECTION_SHIFT_OFF_REQUESTS"])
        employees = [
            self._employee(number, cells, days_off[name], on[name], off[name])
            for name, (number, cells) in lines.items()
        ]
        covers = self._covers(sections["SECTION_COVER"])
        if self.problems:
            raise BadInputError(self.problems)
        return Instance(self.path.stem, self.days, tuple(self.shifts.values()), tuple(employees), covers)

    def _say(self, number: int | None, message: str, allowed: str = "") -> None:
        place = str(self.path) if number is None else f"{self.path}: line {number}"
        self.problems.append(InputProblem(place, Text.same(message), allowed))

    def _sections(self, text: str) -> dict[str, list[Line]]:
        found: dict[str, list[Line]] = {}
        current: str | None = None
        orphaned = False
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("SECTION_"):
                current = line.rstrip(",")
                if current not in SECTIONS:
                    self._say(number, f"unknown section {current!r}", ", ".join(SECTIONS))
                elif current in found:
                    self._say(number, f"section {current} stands here a second time")
                found.setdefault(current, [])
            elif current is None:
                if not orphaned:
                    self._say(number, f"{line!r} stands before the first section")
                orphaned = True
            elif current in SECTIONS and (cells := self._cells(number, line, current)):
                found[current].append((number, cells))
        if not self.problems:
            for name in REQUIRED:
                if not found.get(name):
                    self._say(None, f"{name} is missing or empty")
        return {name: found.get(name, []) for name in SECTIONS}

    def _cells(self, number: int, line: str, section: str) -> list[str]:
        """Cells of a line, as many as its section has; none where the line is wrong."""
        least, most = SECTIONS[section]
        cells = [cell.strip() for cell in line.split(",")]
        while most is not None and len(cells) > most and not cells[-1]:
            cells.pop()
        if len(cells) < least or (most is not None and len(cells) > most):
            allowed = f"{least}" if least == most else f"{least} to {most}" if most else f"at least {least}"
            self._say(number, f"{len(cells)} cells in a line of {section}", allowed)
            return []
        if not cells[0]:
            self._say(number, "the first cell is empty")
            return []
        return cells

    def _unique(self, lines: list[Line], what: str) -> Iterator[Line]:
        """Lines whose first cell occurs for the first time."""
        seen: dict[str, int] = {}
        for number, cells in lines:
            if cells[0] in seen:
                self._say(number, f"{what} {cells[0]} was given in line {seen[cells[0]]} already")
            else:
                seen[cells[0]] = number
                yield number, cells

    def _whole(self, number: int, text: str, what: str, least: int = 0) -> int:
        whole = fullmatch("[+-]?[0-9]{1,9}", text) is not None
        if not whole or int(text) < least:
            self._say(number, f"{what} is {text!r}", f"a whole number from {least}, nine digits at most")
            return least
        return int(text)

    def _day(self, number: int, text: str) -> int:
        day = self._whole(number, text, "day")
        if self.days and day >= self.days:
            self._say(number, f"day {day} lies outside the horizon", f"0 to {self.days - 1}")
        return day

    def _shift(self, number: int, name: str) -> str:
        if self.shifts and name not in self.shifts:
            self._say(number, f"unknown shift {name!r}", ", ".join(self.shifts))
        return name

    def _horizon(self, lines: list[Line]) -> None:
        for number, cells in lines[:1]:
            self.days = self._whole(number, cells[0], "horizon")
            if not self.days or self.days % 7:
                self._say(number, f"a horizon of {cells[0]} days", "whole weeks: 7, 14, 21, ...")
        for number, _ in lines[1:]:
            self._say(number, "a second line in SECTION_HORIZON")

    def _shifts(self, lines: list[Line]) -> None:
        known = {cells[0] for _, cells in lines}
        for number, cells in self._unique(lines, "shift"):
            after = [name.strip() for name in (cells[2] if len(cells) > 2 else "").split("|") if name.strip()]
            for name in after:
                if name not in known:
                    self._say(number, f"unknown shift {name!r} cannot follow {cells[0]}")
            self.shifts[cells[0]] = Shift(
                cells[0], self._whole(number, cells[1], "length in minutes", 1), tuple(after)
            )

    def _employee(
        self, number: int, cells: list[str], days_off: set[int], on: list[Request], off: list[Request]
    ) -> Employee:
        return Employee(
            name=cells[0],
            max_shifts=self._max_shifts(number, cells[1]),
            max_minutes=self._whole(number, cells[2], "MaxTotalMinutes"),
            min_minutes=self._whole(number, cells[3], "MinTotalMinutes"),
            max_consecutive_shifts=self._whole(number, cells[4], "MaxConsecutiveShifts"),
            min_consecutive_shifts=self._whole(number, cells[5], "MinConsecutiveShifts"),
            min_consecutive_days_off=self._whole(number, cells[6], "MinConsecutiveDaysOff"),
            max_weekends=self._whole(number, cells[7], "MaxWeekends"),
            days_off=tuple(sorted(days_off)),
            shift_on_requests=tuple(sorted(on)),
            shift_off_requests=tuple(sorted(off)),
        )

    def _max_shifts(self, number: int, text: str) -> tuple[tuple[str, int], ...]:
        most: dict[str, int] = {}
        for part in filter(None, (part.strip() for part in text.split("|"))):
            name, equals, count = (piece.strip() for piece in part.partition("="))
            if not equals:
                self._say(
                    number, f"MaxShifts holds {part!r}", "shift=number, separated by |; empty: no limit"
                )
                continue
            if name in most:
                self._say(number, f"MaxShifts names shift {name} twice")
            self._shift(number, name)
            if count:
                most[name] = self._whole(number, count, f"MaxShifts of {name}")
        return tuple(sorted(most.items()))

    def _known_employee(self, number: int, name: str) -> bool:
        if name not in self.staff:
            self._say(number, f"unknown employee {name!r}")
        return name in self.staff

    def _days_off(self, lines: list[Line]) -> dict[str, set[int]]:
        days: dict[str, set[int]] = defaultdict(set)
        for number, cells in lines:
            if self._known_employee(number, cells[0]):
                days[cells[0]].update(self._day(number, cell) for cell in cells[1:] if cell)
        return days

    def _requests(self, lines: list[Line]) -> dict[str, list[Request]]:
        requests: dict[str, list[Request]] = defaultdict(list)
        for number, (name, day, shift, weight) in lines:
            if self._known_employee(number, name):
                requests[name].append(
                    Request(
                        self._day(number, day),
                        self._shift(number, shift),
                        self._whole(number, weight, "weight"),
                    )
                )
        return requests

    def _covers(self, lines: list[Line]) -> tuple[Cover, ...]:
        covers: dict[tuple[int, str], Cover] = {}
        for number, cells in lines:
            cover = Cover(
                self._day(number, cells[0]),
                self._shift(number, cells[1]),
                self._whole(number, cells[2], "requirement", LEAST_REQUIREMENT),
                self._whole(number, cells[3], "weight for under"),
                self._whole(number, cells[4], "weight for over"),
            )
            if (cover.day, cover.shift) in covers:
                self._say(number, f"day {cover.day}, shift {cover.shift} has a cover already")
            covers[cover.day, cover.shift] = cover
        return tuple(covers.values())
