"""Handle time of contacts that do not tell it."""

import numpy as np
import pandas as pd

from planner.history.exports.reading_report import ReadingReport

#: The average of the whole day counts as many contacts where few of an interval are known.
_POOLED_CONTACTS = 50.0


def with_handle_time(frame: pd.DataFrame, interval: int, report: ReadingReport) -> pd.DataFrame:
    """Give contacts without a handle time the average of the others at their time of day.

    ``frame`` has a row per interval: ``minute`` by the desk's clock, ``contacts``, ``known`` of
    which the handle time is known, and their ``handle_seconds``.
    """
    known, total = float(frame["known"].sum()), float(frame["contacts"].sum())
    if known == 0:
        report.tell("no_handle_time")
        return frame
    slot = (frame["minute"].to_numpy() % 1440) // interval
    seconds = frame["handle_seconds"].to_numpy()
    overall = float(seconds.sum()) / known
    count_by_slot = np.bincount(slot, weights=frame["known"], minlength=1440 // interval)
    seconds_by_slot = np.bincount(slot, weights=seconds, minlength=1440 // interval)
    average = (seconds_by_slot + _POOLED_CONTACTS * overall) / (count_by_slot + _POOLED_CONTACTS)
    missing = (frame["contacts"] - frame["known"]).to_numpy()
    if total > known:
        report.tell("handle_time_filled", count=round(total - known), average=round(overall))
    return frame.assign(handle_seconds=seconds + missing * average[slot])
