"""Settings of a history that its source can do nothing with, and columns that mislead."""

import re
from collections.abc import Set as AbstractSet

from models.channel import HistoryFile
from models.errors import BadInputError, InputProblem

#: What every source reads.
COMMON = frozenset({"file", "source", "where", "first_date", "last_date"})
#: Names of columns that tell how long customers waited, not how long somebody worked.
_WAITING = re.compile(
    r"repl(y|ies)|respon(se|d)|resolution|resolve|wait|отклик|ответ|решени|ожидан", re.IGNORECASE
)


def check_settings(file: HistoryFile, settings: AbstractSet[str]) -> None:
    """Refuse settings that the source does not read: they would seem to work.

    Parameters
    ----------
    file
        What the user stated; what stands at its default counts as not stated.
    settings
        Fields the source reads beside those every source does.

    Raises
    ------
    BadInputError
        With every such field, and a handle time column that tells a waiting time.
    """
    usable = settings | COMMON
    unused = [
        name
        for name, field in HistoryFile.model_fields.items()
        if name not in usable and getattr(file, name) != field.get_default(call_default_factory=True)
    ]
    allowed = ", ".join(name for name in HistoryFile.model_fields if name in usable)
    problems = [
        InputProblem(f"{file.file}: {name}", f'source = "{file.source}" does not use {name}', allowed)
        for name in unused
    ]
    column = file.aht_seconds_column or ""
    if file.source != "csv" and _WAITING.search(column):
        message = f'"{column}" tells how long a customer waited, not how long the contact was worked on'
        problems.append(
            InputProblem(f"{file.file}: aht_seconds_column", message, "a column of time spent or tracked")
        )
    if problems:
        raise BadInputError(problems)


def stated_dates(file: HistoryFile) -> str:
    """The dates the user asked for, in words; either end may be left out."""
    first = f"on or after first_date {file.first_date}" if file.first_date else ""
    last = f"on or before last_date {file.last_date}" if file.last_date else ""
    return " and ".join(end for end in (first, last) if end)
