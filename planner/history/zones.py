"""Counts moved from the zone of a file to the desk's."""

import numpy as np
import pandas as pd

#: Offsets between zones are whole quarters of an hour.
_QUARTER = 15


def to_zone(frame: pd.DataFrame, interval: int, zone: str | None, desk_zone: str) -> tuple[pd.DataFrame, int]:
    """Read each row's minute by the clock of the desk.

    Parameters
    ----------
    frame
        Rows with ``minute`` since 1970, ``contacts`` and ``handle_seconds``.
    interval
        Minutes each row counts.
    zone
        Zone the minutes are in; ``None`` is UTC.
    desk_zone
        Zone they are wanted in.

    Returns
    -------
    pandas.DataFrame, int
        The rows by the desk's clock, and the minutes each counts: 15, split evenly, where
        the zones lie apart by a part of the interval.
    """
    clock = pd.to_datetime(frame["minute"].to_numpy() * 60, unit="s")
    if zone is None:
        aware = clock.tz_localize("UTC")
    else:
        # A clock time that occurs twice is the earlier one, unless it is its second row.
        earlier = ~frame.duplicated("minute").to_numpy()
        aware = clock.tz_localize(zone, ambiguous=earlier, nonexistent="shift_forward")
    moments = aware.tz_convert(desk_zone).tz_localize(None)
    minutes = ((moments - pd.Timestamp(0)) // pd.Timedelta(minutes=1)).to_numpy()
    moved = frame.assign(minute=minutes)
    if not np.any(minutes % interval) or interval % _QUARTER:
        return moved, interval
    parts = interval // _QUARTER
    pieces = moved.loc[moved.index.repeat(parts)].reset_index(drop=True)
    step = np.tile(np.arange(parts) * _QUARTER, len(moved))
    return pieces.assign(
        minute=pieces["minute"] + step,
        contacts=pieces["contacts"] / parts,
        handle_seconds=pieces["handle_seconds"] / parts,
    ), _QUARTER


def cut_days(before: pd.DataFrame, after: pd.DataFrame, interval: int, grain: int) -> list[int]:
    """Days (since 1970) at either end that were whole by the file's clock and no longer are.

    ``interval`` and ``grain`` are the minutes each row counts before and after.
    """
    cut = []
    if before["minute"].min() % 1440 == 0 and after["minute"].min() % 1440:
        cut.append(int(after["minute"].min()) // 1440)
    if (before["minute"].max() + interval) % 1440 == 0 and (after["minute"].max() + grain) % 1440:
        cut.append(int(after["minute"].max()) // 1440)
    return cut
