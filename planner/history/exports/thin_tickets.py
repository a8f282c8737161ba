"""Tickets with nothing in them but the fields that are asked for, still as JSON."""

import re
from collections.abc import Sequence

import numpy as np

from planner.history.exports.json_skipping import after_space, thin_list

#: Quotes inside a string are written otherwise, so that this is a name wherever it stands.
_LIST = re.compile(rb'"tickets"\s*:\s*\[')


class ThinTickets:
    """Drops from tickets what nobody asked for: a tenth is left to be parsed.

    Parameters
    ----------
    fields
        Paths of the fields that are needed.
    """

    def __init__(self, fields: Sequence[Sequence[str]]) -> None:
        names = [name.encode() for name in dict.fromkeys(path[0] for path in fields)]
        self._names = np.frombuffer(b"".join(names), dtype=np.uint8)
        self._bounds = np.cumsum([0, *map(len, names)]).astype(np.int64)

    def list_of(self, text: bytes, start: int = 0) -> tuple[bytes, int]:
        """A JSON list of the complete objects that stand one after the other from ``start`` on.

        Commas and spaces may stand between them.

        Returns
        -------
        bytes, int
            The list, and where the last of them ends.
        """
        # one more sign between objects, of two signs at least each, and two brackets
        out = np.empty((len(text) - start) * 3 // 2 + 4, dtype=np.uint8)
        done, size = thin_list(np.frombuffer(text, dtype=np.uint8), start, self._names, self._bounds, out)
        return out[:size].tobytes(), int(done)

    def page(self, line: bytes) -> bytes | None:
        """A page with thin tickets; ``None`` where it is not written as pages usually are."""
        begins = _LIST.search(line)
        if begins is None:
            return None
        tickets, done = self.list_of(line, begins.end())
        ends = int(after_space(np.frombuffer(line, dtype=np.uint8), done))
        if ends < 0 or line[ends : ends + 1] != b"]":
            return None
        return line[: begins.end() - 1] + tickets + line[ends + 1 :]
