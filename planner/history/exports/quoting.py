"""Cells quoted in messages without telling whose they are."""

import re

_LONGEST = 40
#: Dates, clock times, offsets, short numbers: what a cell of a time or number column may hold.
_DATE = re.compile(
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.](\d{1,2}|[^\W\d]{3,5}\.?)[-/.](\d{2}|\d{4}))"
    r"([T ] ?\d{1,2}:\d{1,2}(:\d{1,2}(\.\d{1,9})?)?( ?[AP]M)?( ?(Z|UTC|[+-]\d{2}:?\d{2}))?)?"
)
_CLOCK = re.compile(r"-?\d{1,4}:\d{1,2}(:\d{1,2})?")
_NUMBER = re.compile(r"-?\d{1,6}([.,]\d{1,6})?")


def quoted(cell: str) -> str:
    """Quote a cell that stands in a column of times or numbers.

    Where rows are out of step, a name or a phone number may stand there: what is neither a time
    nor a short number is shown by its shape only, letters as x and digits as 9.
    """
    text = cell[:_LONGEST]
    if not any(form.fullmatch(text) for form in (_DATE, _CLOCK, _NUMBER)):
        text = "".join("9" if sign.isdigit() else "x" if sign.isalpha() else sign for sign in text)
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    return f'"{text}…"' if len(cell) > _LONGEST else f'"{text}"'
