"""What was read of an export, what was left out and why: counted while reading, told at the end."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from models.channel import HistoryFile
from models.desk import Desk
from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.history.exports.export_parts import ExportPart
from planner.history.exports.quoting import quoted
from planner.history.notes import NoteKind, note
from planner.history.words import EMPTY_CELL, and_more, line_text

#: Share of rows that may be left out because they cannot be read.
BAD_SHARE = 0.01
_LISTED_PROBLEMS = 20
_LISTED_PLACES = 5
#: What is wrong with a row; each is also the kind of the note that tells it.
BadRow = Literal["bad_time", "no_offset", "bad_cells", "bad_line", "bad_handle_time"]
Unit = Literal["line", "ticket"]
_CUT = Text(en="the end of the file is cut off", ru="конец файла обрезан")
_NO_OFFSET = Text(
    en="has no offset from UTC, though other rows have one",
    ru="без смещения от UTC, а в других строках оно есть",
)
_OFFSET = Text(
    en="an offset in every row, or a stated zone", ru="смещение в каждой строке или указанный часовой пояс"
)


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

    def error(
        self, message: Text, allowed: Text | str = "", *, part: ExportPart | None = None
    ) -> BadInputError:
        """A problem of a file as a whole, to be raised, beside what was found in its rows."""
        name = part.name if part else self.file
        cut = [InputProblem(one, _CUT) for one in self._cut]
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
        message: Text,
        allowed: Text | str = "",
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
            where = f"{part.name}: " + line_text(line, column, unit)
            self._problems.append(InputProblem(where, message, allowed))

    def bad_cells(
        self,
        kind: BadRow,
        part: ExportPart,
        column: str,
        wrong: Text,
        allowed: Text,
        found: Sequence[tuple[int, str]],
        *,
        unit: Unit = "line",
    ) -> None:
        """Note cells that cannot be used: pairs of line and what stands there."""
        for line, cell in found:
            message = EMPTY_CELL
            if cell and len(self._problems) < _LISTED_PROBLEMS:
                message = f"{quoted(cell)} " + wrong
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
            shown = quoted(found[0][1])
            message = Text(
                en=f"the times in '{column}' do not tell their time zone ({shown})",
                ru=f"во временах столбца '{column}' не сказан часовой пояс ({shown})",
            )
            allowed = Text(
                en='zone = "Europe/Moscow" or another: that of the system\'s clock',
                ru='zone = "Europe/Moscow" или другой: пояс часов той системы',
            )
            raise self.error(message, allowed, part=part)
        self.bad_cells("no_offset", part, column, _NO_OFFSET, _OFFSET, found)

    def refuse_if_many_bad(self) -> None:
        """Raise where more rows cannot be read than a few damaged ones.

        Handle times matter for this only where the user has named their column.
        """
        bad, asked = sum(self._bad.values()), self.rows - self.left_out["where"]
        if not self._handle_time_matters:
            bad -= self._bad["bad_handle_time"]
        if bad <= BAD_SHARE * asked:
            return
        share = Text(en=f"{bad} of {asked} rows cannot be read", ru=f"не прочитать строк: {bad} из {asked}")
        listed = list(self._problems)
        if bad > len(listed):
            listed.append(InputProblem(self.file, and_more(bad - len(listed))))
        limit = Text(
            en=f"up to {BAD_SHARE:.0%} of the rows are left out and reported",
            ru=f"до {100 * BAD_SHARE:.0f} % строк пропускается, и об этом сообщается",
        )
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
