"""Clock times moved to UTC, and those counted that a zone skips or has twice."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.history.exports.reading_report import ReadingReport
from planner.history.notes import NoteKind

_LISTED_DATES = 5


class ClockReport:
    """Moves clock times to UTC and remembers on which dates clocks were changed meanwhile."""

    def __init__(self) -> None:
        self._counts: dict[NoteKind, int] = {"clock_twice": 0, "clock_skipped": 0}
        self._dates: dict[NoteKind, set[str]] = {"clock_twice": set(), "clock_skipped": set()}
        self._zone = ""

    def to_utc(self, clock: pd.DatetimeIndex, zone: str, uses: NDArray[np.int64]) -> pd.DatetimeIndex:
        """Read clock times in a zone.

        Parameters
        ----------
        clock
            Times by the clock; may be ``NaT``.
        zone
            IANA zone of the clock.
        uses
            How many rows have each.

        Returns
        -------
        pandas.DatetimeIndex
            The same in UTC, without a zone; of a time that occurs twice the first, of one that
            is skipped the end of the gap.
        """
        self._zone = zone
        earlier = np.ones(len(clock), dtype=bool)
        moved = clock.tz_localize(zone, ambiguous=earlier, nonexistent="shift_forward")
        unclear = clock.tz_localize(zone, ambiguous="NaT", nonexistent="shift_forward")
        existing = clock.tz_localize(zone, ambiguous=earlier, nonexistent="NaT")
        is_time = _is_time(clock)
        self._note("clock_twice", clock, is_time & ~_is_time(unclear), uses)
        self._note("clock_skipped", clock, is_time & ~_is_time(existing), uses)
        return moved.tz_convert("UTC").tz_localize(None)

    def tell(self, report: ReadingReport) -> None:
        """Say in the report what was found."""
        for kind, count in self._counts.items():
            if count:
                listed = ", ".join(sorted(self._dates[kind])[:_LISTED_DATES])
                report.tell(kind, count=count, zone=self._zone, listed=listed)

    def _note(
        self, kind: NoteKind, clock: pd.DatetimeIndex, found: NDArray[np.bool_], uses: NDArray[np.int64]
    ) -> None:
        if found.any():
            self._counts[kind] += int(uses[found].sum())
            self._dates[kind].update(clock[found].strftime("%Y-%m-%d").unique())


def _is_time(clock: pd.DatetimeIndex) -> NDArray[np.bool_]:
    return np.asarray(clock.notna(), dtype=bool)
