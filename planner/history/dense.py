"""Rows as a full table: every date, every interval of the desk."""

import datetime as dt
import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.history.notes import note

FloatArray = NDArray[np.float64]
_EPOCH = dt.date(1970, 1, 1)
_MAX_YEARS = 20
_LISTED_DATES = 10


def dense_history(
    frame: pd.DataFrame, interval: int, file: HistoryFile, desk: Desk, notes: list[str]
) -> ContactHistory:
    """Count on the desk's intervals, with zeros where there is no row.

    Parameters
    ----------
    frame
        Rows with ``minute`` since 1970 by the desk's clock, ``contacts``, ``handle_seconds``.
    interval
        Minutes each row counts; added up or split evenly to the desk's.
    file, desk
        For messages, and the desk's interval and language.
    notes
        What there is to say so far.
    """
    wanted = desk.interval_minutes
    said = list(notes)
    # The finest grid both fit on; each row is spread evenly over its cells there.
    grain = math.gcd(interval, wanted)
    if interval % wanted and wanted % interval:
        problem = InputProblem(
            file.file,
            Text(
                en=f"it counts every {interval} minutes, which does not fit the desk's intervals of {wanted}",
                ru=f"в нём интервалы по {interval} мин, они не согласуются с интервалами службы по {wanted}",
            ),
            Text(
                en=f"a divisor or a multiple of {wanted} minutes",
                ru=f"делитель {wanted} минут или кратное им",
            ),
        )
        raise BadInputError([problem])
    details = {"file": file.file, "found": interval, "wanted": wanted}
    if interval > wanted:
        said.append(note("split", desk.language, **details))
    elif interval < wanted:
        said.append(note("joined", desk.language, **details))
    first = int(frame["minute"].min()) // 1440
    days = int(frame["minute"].max()) // 1440 - first + 1
    if days > _MAX_YEARS * 366:
        start, end = (_EPOCH + dt.timedelta(days=day) for day in (first, first + days - 1))
        message = Text(
            en=f"its dates run from {start} to {end}, more than {_MAX_YEARS} years",
            ru=f"даты в нём с {start} по {end}, это больше {_MAX_YEARS} лет",
        )
        raise BadInputError(
            [
                InputProblem(
                    file.file,
                    message,
                    Text(
                        en=f"at most {_MAX_YEARS} years; of a history first_date and last_date take a part",
                        ru=f"не больше {_MAX_YEARS} лет; часть истории берут через first_date и last_date",
                    ),
                )
            ]
        )
    contacts = _table(frame, "contacts", interval, wanted, grain, first, days)
    dates = tuple(_EPOCH + dt.timedelta(days=first + day) for day in range(days))
    covered = set((frame["minute"] // 1440).unique().tolist())
    empty = [str(date) for day, date in enumerate(dates) if first + day not in covered]
    if empty:
        listed = ", ".join(empty[:_LISTED_DATES]) + (" …" if len(empty) > _LISTED_DATES else "")
        said.append(note("empty_dates", desk.language, file=file.file, count=len(empty), listed=listed))
    handle = _table(frame, "handle_seconds", interval, wanted, grain, first, days)
    has_handle = bool(handle.any())
    return ContactHistory(
        interval_minutes=wanted,
        dates=dates,
        contacts=_rows(contacts),
        handle_seconds=_rows(handle) if has_handle else (),
        notes=tuple(said),
    )


def _table(
    frame: pd.DataFrame, column: str, interval: int, wanted: int, grain: int, first: int, days: int
) -> FloatArray:
    cells = interval // grain
    start = (frame["minute"].to_numpy() - first * 1440) // grain
    places = (start[:, np.newaxis] + np.arange(cells)) * grain // wanted
    amounts = np.repeat(frame[column].to_numpy(dtype=np.float64) / cells, cells)
    per_day = 1440 // wanted
    totals = np.zeros(days * per_day)
    np.add.at(totals, places.ravel(), amounts)
    return totals.reshape(days, per_day)


def _rows(table: FloatArray) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in table.tolist())
