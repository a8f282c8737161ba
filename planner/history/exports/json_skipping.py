"""Passing over the parts of JSON nobody asked for, byte by byte, in machine code.

Objects are read member by member; a member that is wanted is copied as it stands, any other is
passed over by its quotes and brackets alone.  Whatever is copied is read by a parser afterwards;
what is not copied may hold anything between its brackets.  All positions are -1 where the text
ends too early or is not written as expected: then somebody slower has to look.
"""

from collections.abc import Callable
from typing import TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
Function = TypeVar("Function", bound=Callable[..., object])

_QUOTE, _BACKSLASH, _COMMA, _COLON = 34, 92, 44, 58
_OPEN, _CLOSE, _OPEN_LIST, _CLOSE_LIST = 123, 125, 91, 93
#: With this bit square brackets become curly ones, and nothing else does.
_CURLY = 32


def compiled(function: Function) -> Function:
    """Compile on first call, and keep the machine code; all kernels stand in this file."""
    return cast("Function", njit(cache=True)(function))


@compiled
def after_space(text: Bytes, place: int) -> int:
    """The next sign that is no space; -1 at the end."""
    while place < text.size:
        if text[place] != 32 and not 9 <= text[place] <= 13:
            return place
        place += 1
    return -1


@compiled
def after_string(text: Bytes, place: int) -> int:
    """Behind the closing quote of a string whose first sign stands here."""
    while place < text.size:
        if text[place] == _QUOTE:
            return place + 1
        place += 2 if text[place] == _BACKSLASH else 1
    return -1


@compiled
def after_value(text: Bytes, place: int) -> int:
    """Behind a value that begins here."""
    sign = text[place]
    if sign == _QUOTE:
        return after_string(text, place + 1)
    if sign | _CURLY != _OPEN:
        start = place
        while place < text.size:  # a number or a word
            sign = text[place]
            if sign == _COMMA or sign <= 32 or sign | _CURLY == _CLOSE:
                return place if place > start else -1
            place += 1
        return -1
    depth, place = 1, place + 1
    while place < text.size:
        sign = text[place]
        if sign == _QUOTE:
            place = after_string(text, place + 1)
            if place < 0:
                return -1
            continue
        if sign | _CURLY == _OPEN:
            depth += 1
        elif sign | _CURLY == _CLOSE:
            depth -= 1
            if depth == 0:
                return place + 1
        place += 1
    return -1


@compiled
def is_wanted(text: Bytes, start: int, end: int, names: Bytes, bounds: Places) -> bool:
    """Whether a member's name is one of some, or written in a way that only a parser can read."""
    for number in range(bounds.size - 1):
        if bounds[number + 1] - bounds[number] == end - start:
            same = True
            for offset in range(end - start):
                if text[start + offset] != names[bounds[number] + offset]:
                    same = False
                    break
            if same:
                return True
    place = start
    while place < end and text[place] != _BACKSLASH:
        place += 1
    return place < end


@compiled
def copied(text: Bytes, start: int, end: int, out: Bytes, size: int) -> int:
    """Append a part of the text to what is written already; return the size then."""
    out[size : size + end - start] = text[start:end]
    return size + end - start


@compiled
def thin_object(
    text: Bytes, place: int, names: Bytes, bounds: Places, out: Bytes, size: int
) -> tuple[int, int]:
    """Write the wanted members of the object that begins here; return places behind it, in both."""
    out[size] = _OPEN
    first, size = True, size + 1
    place = after_space(text, place + 1)
    if place >= 0 and text[place] == _CLOSE:
        out[size] = _CLOSE
        return place + 1, size + 1
    while place >= 0 and text[place] == _QUOTE:
        start = place
        behind = after_string(text, place + 1)
        place = after_space(text, behind) if behind >= 0 else -1
        if place < 0 or text[place] != _COLON:
            return -1, size
        place = after_space(text, place + 1)
        end = after_value(text, place) if place >= 0 else -1
        place = after_space(text, end) if end >= 0 else -1
        if place < 0:
            return -1, size
        if is_wanted(text, start + 1, behind - 1, names, bounds):
            if not first:
                out[size] = _COMMA
                size += 1
            first = False
            size = copied(text, start, end, out, size)
        if text[place] == _CLOSE:
            out[size] = _CLOSE
            return place + 1, size + 1
        if text[place] != _COMMA:
            return -1, size
        place = after_space(text, place + 1)
    return -1, size


@compiled
def thin_list(text: Bytes, place: int, names: Bytes, bounds: Places, out: Bytes) -> tuple[int, int]:
    """Write a list of all complete objects that follow one another here.

    Returns
    -------
    int, int
        The place behind the last of them, where this began if there is none; and the size of
        what was written.
    """
    out[0] = _OPEN_LIST
    done, size = place, 1
    while place >= 0:
        place = after_space(text, place)
        if place >= 0 and text[place] == _COMMA:
            place += 1
            continue
        if place < 0 or text[place] != _OPEN:
            break
        before = size
        if size > 1:
            out[size] = _COMMA
            size += 1
        place, size = thin_object(text, place, names, bounds, out, size)
        if place < 0:
            size = before
            break
        done = place
    out[size] = _CLOSE_LIST
    return done, size + 1
