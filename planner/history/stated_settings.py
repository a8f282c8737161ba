"""Settings of a history that its source can do nothing with, and columns that mislead."""

import re
from collections.abc import Set as AbstractSet

from models.channel import HistoryFile
from models.errors import BadInputError, InputProblem
from models.text import Text

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
    allowed = Text.same(", ".join(name for name in HistoryFile.model_fields if name in usable))
    problems = [
        InputProblem(
            f"{file.file}: {name}",
            Text(
                en=f'source = "{file.source}" does not use {name}',
                ru=f'при source = "{file.source}" поле {name} не используется',
            ),
            allowed,
        )
        for name in unused
    ]
    column = file.aht_seconds_column or ""
    if file.source != "csv" and _WAITING.search(column):
        message = Text(
            en=f'"{column}" tells how long a customer waited, not how long the contact was worked on',
            ru=f'"{column}": это сколько клиент ждал, а не сколько над обращением работали',
        )
        spent = Text(en="a column of time spent or tracked", ru="столбец с затраченным временем")
        problems.append(InputProblem(f"{file.file}: aht_seconds_column", message, spent))
    if problems:
        raise BadInputError(problems)


def nothing_on(file: HistoryFile) -> Text:
    """Say that nothing lies on the dates the user asked for; either end may be left out."""
    ends = []
    if file.first_date:
        ends.append(
            Text(en=f"on or after first_date {file.first_date}", ru=f"не раньше first_date {file.first_date}")
        )
    if file.last_date:
        ends.append(
            Text(en=f"on or before last_date {file.last_date}", ru=f"не позже last_date {file.last_date}")
        )
    return Text(en="nothing in it lies ", ru="в файле ничего нет ") + Text(en=" and ", ru=" и ").join(ends)
