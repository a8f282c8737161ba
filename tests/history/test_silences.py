import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from planner.history.exports.silences import silences
from tests.history.exports import json_lines, page, read_export, ticket
from tests.history.files import desk

#: 2024-03-04, a Monday, in days since 1970.
MONDAY = (dt.date(2024, 3, 4) - dt.date(1970, 1, 1)).days


def table(days: int = 28) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Ten contacts an hour from 9 to 18, none at night and on Sundays."""
    contacts = np.zeros((days, 24))
    contacts[:, 9:18] = 10
    contacts[6::7] = 0
    return contacts


def test_nights_and_sundays_are_no_silence() -> None:
    assert silences(table(), MONDAY, "UTC") == []


def test_a_gap_is_found_with_what_is_usual_then() -> None:
    contacts = table()
    contacts[8, 11:14] = 0
    (found,) = silences(contacts, MONDAY, "UTC")
    assert (found.start, found.end) == (8 * 24 + 11, 8 * 24 + 14)
    assert found.expected == pytest.approx(3 * 7.5)


def test_a_short_gap_may_be_chance_and_little_history_tells_nothing() -> None:
    contacts = table()
    contacts[8, 11:13] = 0
    assert silences(contacts, MONDAY, "UTC") == []
    contacts[8, 9:18] = 0
    assert silences(contacts[:20], MONDAY, "UTC") == []


def test_an_hour_that_clocks_skip_is_no_silence() -> None:
    contacts = np.full((28, 24), 100.0)
    contacts[27, 2] = 0  # 2024-03-31
    assert silences(contacts, MONDAY, "Europe/Berlin") == []
    assert len(silences(contacts, MONDAY, "UTC")) == 1


def test_days_at_the_ends_that_are_there_in_part_are_left_out(tmp_path: Path) -> None:
    first = dt.datetime(2024, 3, 4, 15, tzinfo=dt.UTC)
    moments = [first + dt.timedelta(hours=hour, minutes=6 * k) for hour in range(28 * 24) for k in range(10)]
    gap = (dt.datetime(2024, 3, 14, 9, tzinfo=dt.UTC), dt.datetime(2024, 3, 14, 13, tzinfo=dt.UTC))
    kept = [moment for moment in moments if not gap[0] <= moment < gap[1]]
    tickets = [ticket(number, f"{moment:%Y-%m-%dT%H:%M:%SZ}") for number, moment in enumerate(kept)]
    history = read_export(tmp_path, "zendesk", json_lines(page(*tickets)), desk(zone="UTC"))
    assert (history.dates[0], history.dates[-1]) == (dt.date(2024, 3, 5), dt.date(2024, 3, 31))
    assert {sum(day) for day in history.contacts} == {240, 200}
    said = "\n".join(history.notes)
    assert "2024-03-04, 2024-04-01 is only partly covered by export, and was left out." in said
    assert "No contacts in export from 2024-03-14 09:00 to 2024-03-14 13:00, where about 30 are usual" in said
