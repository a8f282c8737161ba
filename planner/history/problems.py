"""Problems of one file, collected until all are known."""

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.history.words import and_more, line_text

#: Lines listed one by one; a file wrong throughout is not listed throughout.
_LISTED = 20
#: Problems kept in words; of millions only the number matters.
_KEPT = 10_000


class FileProblems:
    """Collects what is wrong with the lines of a file; only the first of them are listed."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._lines: list[tuple[int, InputProblem]] = []
        self._count = 0

    def error(self, message: Text, allowed: Text | str = "") -> BadInputError:
        """A problem of the file as a whole, to be raised, beside what was noted of its lines."""
        return BadInputError([InputProblem(self.file, message, allowed), *self._listed()])

    def about_line(self, line: int, column: str, message: Text, allowed: Text | str = "") -> None:
        """Note a problem in a line, counted from 1 as an editor does."""
        self._count += 1
        if len(self._lines) == _KEPT:
            return
        place = f"{self.file}: " + line_text(line, column)
        self._lines.append((line, InputProblem(place, message, allowed)))

    def raise_if_any(self) -> None:
        """Raise everything noted so far, if there is anything."""
        if self._lines:
            raise BadInputError(self._listed())

    def _listed(self) -> list[InputProblem]:
        ordered = [problem for _, problem in sorted(self._lines, key=lambda noted: noted[0])]
        rest = self._count - _LISTED
        more = [InputProblem(self.file, and_more(rest))] if rest > 0 else []
        return ordered[:_LISTED] + more
