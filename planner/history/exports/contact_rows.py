"""Rows of exports as bare numbers, joined to the contacts of a channel."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.text import Text
from planner.history.exports.counting import Contacts
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.repeats import HashArray, last_of_each
from planner.history.exports.selection import Selection
from planner.history.words import STANDING_VALUES, no_row_where


@dataclass(frozen=True)
class ContactRows:
    """Some rows, one contact each unless they repeat one.

    Parameters
    ----------
    seconds
        When it began, since 1970 in UTC.
    handle_seconds
        How long it was worked on; NaN where that is not known.
    identity
        Hash of what tells contacts apart.
    is_chosen
        Whether it is the channel's.
    version
        Which of several rows of a contact is newest; the last one where they are equal.
    """

    seconds: NDArray[np.int64]
    handle_seconds: NDArray[np.float64]
    identity: HashArray
    is_chosen: NDArray[np.bool_]
    version: NDArray[np.int64]


def chosen_contacts(rows: Sequence[ContactRows], selection: Selection, report: ReadingReport) -> Contacts:
    """Join rows, keep each contact as its newest row has it, if that is still the channel's.

    Raises
    ------
    BadInputError
        Too many rows cannot be read, or there are none for the channel.
    """
    refuse_unusable(sum(int(part.is_chosen.sum()) for part in rows), selection, report)
    chosen = np.concatenate([part.is_chosen for part in rows])
    seconds = np.concatenate([part.seconds for part in rows])
    handle = np.concatenate([part.handle_seconds for part in rows])
    version = np.concatenate([part.version for part in rows])
    places = last_of_each(np.concatenate([part.identity for part in rows]), version)
    report.left_out["repeated"] += len(seconds) - len(places)
    places = places[chosen[places]]
    refuse_unusable(len(places), selection, report)
    selection.tell(report)
    return Contacts(seconds[places], handle[places])


def refuse_unusable(count: int, selection: Selection, report: ReadingReport) -> None:
    """Raise ``BadInputError`` where too many rows cannot be read, or none is left for the channel."""
    report.refuse_if_many_bad()
    if count:
        return
    if report.left_out["where"]:
        told = selection.told()
        column = selection.tell_column
        there = Text(en=f"in {column} stands: {told}", ru=f"в {column} стоит: {told}")
        raise report.error(no_row_where(selection.stated()), there if told else STANDING_VALUES)
    raise report.error(
        Text(en="there are no rows to count", ru="считать нечего: строк нет"),
        Text(en="at least one contact", ru="хотя бы одно обращение"),
    )
