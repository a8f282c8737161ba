"""A forecast made elsewhere, read from a file: ``forecast.outside`` of a channel."""

from collections.abc import Callable
from itertools import pairwise

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.errors import BadInputError, InputProblem
from models.forecast import OutsideForecast
from models.forecast_terms import ForecastFile
from models.text import Text

#: Reads one column of counts, as :func:`planner.history.read.read_history` does.
ReadCounts = Callable[[HistoryFile], ContactHistory]
#: Cells named one by one; a column wrong throughout is not listed throughout.
_LISTED = 10


def read_outside(file: ForecastFile, read_counts: ReadCounts) -> OutsideForecast:
    """Read a forecast and its quantiles.

    Parameters
    ----------
    file
        Which file, which columns.
    read_counts
        Reads contacts and handle times of a CSV file on the desk's intervals; every column is
        read as contacts are, so that zones, grids and mistakes are treated the same.  Quantiles
        should stand on the desk's own intervals: those of parts do not add up.

    Raises
    ------
    BadInputError
        Everything wrong with the file, and quantiles that fall as their probability rises.
    """
    problems: list[InputProblem] = []

    def read(column: str, aht_column: str | None) -> ContactHistory | None:
        try:
            return read_counts(_as_history(file, column, aht_column))
        except BadInputError as error:
            problems.extend(problem for problem in error.problems if problem not in problems)
            return None

    expected = read(file.contacts_column, file.aht_seconds_column)
    columns = sorted(file.quantile_columns.items(), key=lambda named: named[1])
    tables = [(name, level, read(name, None)) for name, level in columns]
    if problems or expected is None:
        raise BadInputError(problems)
    quantiles = [(name, level, table) for name, level, table in tables if table is not None]
    problems = [
        problem
        for (lower, _, less), (upper, _, more) in pairwise(quantiles)
        for problem in _falling(file.file, lower, less, upper, more)
    ]
    if problems:
        raise BadInputError(problems)
    return OutsideForecast(expected, tuple((level, table) for _, level, table in quantiles))


def _as_history(file: ForecastFile, column: str, aht_column: str | None) -> HistoryFile:
    written = {"time_column": file.time_column} if "time_column" in file.model_fields_set else {}
    return HistoryFile.model_validate(
        {
            "file": file.file,
            "zone": file.zone,
            "date_column": file.date_column,
            "contacts_column": column,
            "aht_seconds_column": aht_column,
            **written,
        }
    )


def _falling(
    file: str, lower: str, less: ContactHistory, upper: str, more: ContactHistory
) -> list[InputProblem]:
    places = [
        (date, slot)
        for date, low, high in zip(less.dates, less.contacts, more.contacts, strict=True)
        for slot, (below, above) in enumerate(zip(low, high, strict=True))
        if below > above
    ]
    problems = []
    for date, slot in places[:_LISTED]:
        minute = slot * less.interval_minutes
        place = f"{file}: {date} {minute // 60:02d}:{minute % 60:02d}"
        problems.append(
            InputProblem(
                place,
                Text(en=f"'{lower}' is above '{upper}'", ru=f"'{lower}' больше, чем '{upper}'"),
                Text(
                    en="quantiles that rise with their probability",
                    ru="квантили, которые растут вместе с вероятностью",
                ),
            )
        )
    rest = len(places) - _LISTED
    return problems + (
        [InputProblem(file, Text(en=f"and {rest} more", ru=f"и ещё {rest}"))] if rest > 0 else []
    )
