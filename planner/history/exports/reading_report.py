"""What was read of an export, what was left out and why: counted while reading, told at the end."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from models.channel import HistoryFile
from models.desk import Desk
from models.errors import BadInputError, InputProblem
from planner.history.exports.export_parts import ExportPart
from planner.history.exports.quoting import quoted
from planner.history.notes import NoteKind, note

#: Share of rows that may be left out because they cannot be read.
BAD_SHARE = 0.01
_LISTED_PROBLEMS = 20
_LISTED_PLACES = 5
#: What is wrong with a row; each is also the kind of the note that tells it.
BadRow = Literal["bad_time", "no_offset", "bad_cells", "bad_line", "bad_handle_time"]
Unit = Literal["line", "ticket"]


class ReadingReport:
    """Counts of one reading; only the first places of each kind are kept.

    Attributes
    ----------
    rows
        Rows read, the header and blank lines aside.
    left_out
        Rows not counted though they are well, by the kind of note that tells why.
    """

    def __init__(self, file: HistoryFile, desk: Desk) -> None:
        self.file = file.file
        self.rows = 0
        self.left_out: Counter[NoteKind] = Counter()
        self._language = desk.language
        self._handle_time_matters = file.aht_seconds_column is not None
        self._bad: Counter[BadRow] = Counter()
        self._columns: dict[BadRow, str] = {}
        self._places: dict[BadRow, list[str]] = {}
        self._problems: list[InputProblem] = []
        self._unfinished: set[tuple[int, int]] = set()
        self._cut: list[str] = []
        self._notes: list[str] = []

    def error(self, message: str, allowed: str = "", *, part: ExportPart | None = None) -> BadInputError:
        """A problem of a file as a whole, to be raised, beside what was found in its rows."""
        name = part.name if part else self.file
        cut = [InputProblem(one, "the end of the file is cut off") for one in self._cut]
        return BadInputError([InputProblem(name, message, allowed), *self._problems, *cut])

    def cut_off(self, part: ExportPart) -> None:
        """Say that a file ends in the middle of a row."""
        if part.name not in self._cut:
            self._cut.append(part.name)

    def unfinished(self, part: ExportPart, line: int) -> None:
        """Say which row may be cut off: what is wrong with it is no reason to doubt the others."""
        self._unfinished.add((part.number, line))

    def bad(
        self,
        kind: BadRow,
        part: ExportPart,
        line: int,
        message: str,
        allowed: str = "",
        *,
        column: str = "",
        unit: Unit = "line",
    ) -> None:
        """Note a row that cannot be used."""
        if (part.number, line) in self._unfinished:
            self.cut_off(part)
            return
        self._bad[kind] += 1
        if column:
            self._columns[kind] = column
        places = self._places.setdefault(kind, [])
        if len(places) < _LISTED_PLACES:
            place = f"{note(unit, self._language)} {line}"
            places.append(place if part.name == self.file else f"{part.name}: {place}")
        if len(self._problems) < _LISTED_PROBLEMS:
            place = f"{part.name}: {unit} {line}" + (f", column '{column}'" if column else "")
            self._problems.append(InputProblem(place, message, allowed))

    def bad_cells(
        self,
        kind: BadRow,
        part: ExportPart,
        column: str,
        wrong: str,
        allowed: str,
        found: Sequence[tuple[int, str]],
        *,
        unit: Unit = "line",
    ) -> None:
        """Note cells that cannot be used: pairs of line and what stands there."""
        for line, cell in found:
            message = "the cell is empty"
            if cell and len(self._problems) < _LISTED_PROBLEMS:
                message = f"{quoted(cell)} {wrong}"
            self.bad(kind, part, line, message, allowed, column=column, unit=unit)

    def tell(self, kind: NoteKind, **details: object) -> None:
        """Add a note in the desk's language."""
        self._notes.append(note(kind, self._language, file=self.file, **details))

    def tell_once(self, kind: NoteKind, **details: object) -> None:
        """Add a note unless it has been added."""
        said = note(kind, self._language, file=self.file, **details)
        if said not in self._notes:
            self._notes.append(said)

    def bad_zone(
        self, part: ExportPart, column: str, found: Sequence[tuple[int, str]], *, all_rows: bool
    ) -> None:
        """Note times that do not tell their zone; where none does, a zone must be stated.

        Raises
        ------
        BadInputError
            ``all_rows`` of this part are like that.
        """
        if found and all_rows:
            message = f"the times in '{column}' do not tell their time zone ({quoted(found[0][1])})"
            raise self.error(
                message, 'zone = "Europe/Moscow" or another: that of the system\'s clock', part=part
            )
        wrong = "has no offset from UTC, though other rows have one"
        self.bad_cells("no_offset", part, column, wrong, "an offset in every row, or a stated zone", found)

    def refuse_if_many_bad(self) -> None:
        """Raise where more rows cannot be read than a few damaged ones.

        Handle times matter for this only where the user has named their column.
        """
        bad, asked = sum(self._bad.values()), self.rows - self.left_out["where"]
        if not self._handle_time_matters:
            bad -= self._bad["bad_handle_time"]
        if bad <= BAD_SHARE * asked:
            return
        share = f"{bad} of {asked} rows cannot be read"
        listed = list(self._problems)
        if bad > len(listed):
            listed.append(InputProblem(self.file, f"and {bad - len(listed)} more"))
        limit = f"up to {BAD_SHARE:.0%} of the rows are left out and reported"
        raise BadInputError([InputProblem(self.file, share, limit), *listed])

    def notes(self) -> list[str]:
        """Everything there is to say, what was left out first."""
        said = [
            note(kind, self._language, file=self.file, count=count)
            for kind, count in self.left_out.items()
            if count
        ]
        for kind, count in self._bad.items():
            listed = ", ".join(self._places[kind]) + (", …" if count > len(self._places[kind]) else "")
            details = {"count": count, "listed": listed, "column": self._columns.get(kind, "")}
            said.append(note(kind, self._language, file=self.file, **details))
        said += [note("cut", self._language, file=name) for name in self._cut]
        return [*said, *self._notes]
