"""Delimited text: one row per interval, columns mapped by name."""

import datetime as dt
from pathlib import Path
from typing import ClassVar, Literal

import pandas as pd

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from planner.history.csv_rows import read_rows
from planner.history.dense import dense_history
from planner.history.file_text import file_text
from planner.history.grid import file_interval, note_duplicates, note_off_grid, rows_missing
from planner.history.notes import note
from planner.history.problems import FileProblems
from planner.history.source import SOURCES, HistorySource
from planner.history.stated_settings import nothing_on
from planner.history.words import dates_between
from planner.history.zones import cut_days, to_zone


@SOURCES.register
class CsvSource(HistorySource):
    """Comma, semicolon, tab or bar between cells; UTF-8 or Windows-1251; any line ends."""

    settings: ClassVar[frozenset[str]] = frozenset(
        {"zone", "date_column", "time_column", "contacts_column", "aht_seconds_column"}
    )
    kind: Literal["csv"] = "csv"

    def read(self, file: HistoryFile, path: Path, desk: Desk) -> ContactHistory:
        """Read, check and count; see :func:`planner.history.read.read_history`."""
        problems = FileProblems(file.file)
        source = file_text(path, problems)
        rows = read_rows(source.text, file, problems)
        problems.raise_if_any()
        frame = rows.frame.astype({"minute": "int64"})
        interval = file_interval(frame["minute"], problems)
        own_zone = None if rows.in_utc else file.zone or desk.zone
        note_off_grid(frame, interval, problems)
        note_duplicates(frame, own_zone, problems)
        problems.raise_if_any()
        notes = [note("cp1251", desk.language, file=file.file)] if source.is_cp1251 else []
        if not source.text.endswith(("\n", "\r", '"')):
            line = len(source.text.splitlines())
            notes.append(note("no_last_line_end", desk.language, file=file.file, found=line))
        missing = rows_missing(frame, interval, own_zone)
        if missing:
            notes.append(note("empty_intervals", desk.language, file=file.file, count=missing))
        frame = _with_handle_time(frame, file, desk, notes)
        if own_zone != desk.zone:
            frame, interval = _moved(frame, interval, own_zone, file, desk, notes)
        frame = _part(frame, file, problems)
        return dense_history(frame, interval, file, desk, notes)


def _with_handle_time(frame: pd.DataFrame, file: HistoryFile, desk: Desk, notes: list[str]) -> pd.DataFrame:
    """Total handle time of each row; rows that do not say take the file's average."""
    handle = frame["contacts"] * frame["aht_seconds"]
    unknown = frame["aht_seconds"].isna()
    gaps = int((unknown & (frame["contacts"] > 0)).sum())
    known = float(frame.loc[~unknown, "contacts"].sum())
    if file.aht_seconds_column and known > 0 and gaps:
        average = float(handle[~unknown].sum()) / known
        handle = handle.where(~unknown, frame["contacts"] * average)
        notes.append(note("aht", desk.language, file=file.file, count=gaps))
    return frame.assign(handle_seconds=handle.fillna(0.0))


def _moved(
    frame: pd.DataFrame, interval: int, zone: str | None, file: HistoryFile, desk: Desk, notes: list[str]
) -> tuple[pd.DataFrame, int]:
    moved, grain = to_zone(frame, interval, zone, desk.zone)
    notes.append(note("zone", desk.language, file=file.file, found=zone or "UTC", wanted=desk.zone))
    cut = cut_days(frame, moved, interval, grain)
    kept = moved[~(moved["minute"] // 1440).isin(cut)]
    if not cut or kept.empty:
        return moved, grain
    listed = ", ".join(str(dt.date(1970, 1, 1) + dt.timedelta(days=day)) for day in cut)
    notes.append(note("partial", desk.language, listed=listed))
    return kept, grain


def _part(frame: pd.DataFrame, file: HistoryFile, problems: FileProblems) -> pd.DataFrame:
    epoch = dt.date(1970, 1, 1)
    day = frame["minute"] // 1440
    kept = pd.Series(True, index=frame.index)
    if file.first_date is not None:
        kept &= day >= (file.first_date - epoch).days
    if file.last_date is not None:
        kept &= day <= (file.last_date - epoch).days
    if not kept.any():
        first, last = (epoch + dt.timedelta(days=int(end)) for end in (day.min(), day.max()))
        raise problems.error(nothing_on(file), dates_between(first, last))
    return frame[kept]
