"""Tickets out of JSON of any size and layout, one after the other, in little memory."""

import codecs
import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Literal

_BLOCK_BYTES = 2 << 20
#: A single ticket is never as long.
_LONGEST_VALUE = 64 << 20
#: Reads the complete tickets a text begins with, as far as it goes; ``None`` where one is none.
ReadMany = Callable[[bytes], tuple[list[Any] | None, int]]
_SPACE = " \t\r\n,"


class MalformedJsonError(Exception):
    """The text is no JSON from some line on, or ends too early."""

    def __init__(self, line: int, reason: str, *, is_cut: bool) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason
        self.is_cut = is_cut


class JsonStream:
    """Pages and tickets of a stream: alone, one after the other, or in lists.

    Parameters
    ----------
    stream
        The text.
    read_many
        Reads many tickets at once, far faster than one by one.

    Attributes
    ----------
    has_ended
        Whether a page with ``end_of_stream = true`` was read.
    """

    def __init__(self, stream: BinaryIO, read_many: ReadMany) -> None:
        self.has_ended = False
        self._read_many = read_many
        # where a ticket was none, others nearby are read one by one
        self._odd: set[Literal["page", "top"]] = set()
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._text = ""
        self._position = 0
        self._lines_before = 0
        self._is_read = False
        self._decoder = json.JSONDecoder()

    def tickets(self) -> Iterator[list[Any]]:
        """Give all tickets in portions; what is no object comes, too.

        Raises
        ------
        MalformedJsonError
            At the place where reading cannot go on.
        """
        while sign := self._next():
            if sign in "[]":
                self._position += 1
            elif sign != "{":
                yield [self._value()]
            elif tickets := self._many("top"):
                yield tickets
            else:
                yield from self._object()

    def _many(self, where: Literal["page", "top"]) -> list[Any]:
        """All complete tickets at hand; none where one of them is anything else."""
        if where in self._odd:
            return []
        text = self._text[self._position :].encode()
        tickets, end = self._read_many(text)
        if tickets is None:
            self._odd.add(where)
            return []
        self._position += len(text[:end].decode())
        return tickets

    def _object(self) -> Iterator[list[Any]]:
        """Tickets of a page; an object without tickets is one itself."""
        self._position += 1
        members: dict[str, Any] = {}
        is_page = False
        while (sign := self._next()) != "}":
            if sign != '"':
                raise self._malformed("a name in quotes is expected")
            name = self._value()
            if self._next() != ":":
                raise self._malformed("a colon is expected")
            self._position += 1
            if name == "tickets" and self._next() == "[":
                is_page = True
                self._position += 1
                while self._next() not in ("]", ""):
                    yield self._many("page") or [self._value()]
                if not self._next():
                    raise self._malformed("the list of tickets does not end")
                self._position += 1
            else:
                members[name] = self._value()
        self._position += 1
        if not is_page:
            yield [members]
        elif members.get("end_of_stream") is True:
            self.has_ended = True

    def _next(self) -> str:
        """The next sign that is neither space nor comma; nothing at the end."""
        while True:
            text, position = self._text, self._position
            while position < len(text) and text[position] in _SPACE:
                position += 1
            self._position = position
            if position < len(text):
                return text[position]
            if not self._more():
                return ""

    def _value(self) -> Any:
        self._next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._position)
            except (ValueError, RecursionError) as error:
                behind = getattr(error, "pos", self._position) - self._position
                if len(self._text) - self._position > _LONGEST_VALUE or not self._more():
                    reason = getattr(error, "msg", "it is nested too deep")
                    raise self._malformed(reason, self._position + behind) from None
                continue
            if end < len(self._text) or not self._more():  # a number may go on in the next block
                self._position = end
                return value

    def _more(self) -> bool:
        """Read on, forgetting what is done with; no, where there is nothing more."""
        if self._is_read:
            return False
        self._lines_before += self._text.count("\n", 0, self._position)
        rest = self._text[self._position :]
        block = self._stream.read(max(_BLOCK_BYTES, len(rest)))
        self._is_read = not block
        self._position = 0
        self._odd.clear()
        try:
            self._text = rest + self._decode(block, not block)
        except UnicodeDecodeError:
            self._text = rest
            raise self._malformed("the text is not UTF-8") from None
        return not self._is_read

    def _malformed(self, reason: str, at: int | None = None) -> MalformedJsonError:
        place = self._position if at is None else at
        line = self._lines_before + self._text.count("\n", 0, place) + 1
        left = len(self._text.rstrip()) - place
        open_string = reason.startswith("Unterminated string") and left < _BLOCK_BYTES
        is_cut = self._is_read and (left <= len("false") or open_string)
        return MalformedJsonError(line, reason, is_cut=is_cut)
