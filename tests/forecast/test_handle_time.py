import numpy as np
import pytest

from planner.forecast.handle_time import handle_time_profile

WEEKDAYS = [day % 7 for day in range(140)]
ALL = np.ones(140, dtype=bool)


def test_weekdays_and_hours_have_handle_times_of_their_own() -> None:
    truth = 200 + 10 * np.arange(24.0) + 100 * (np.arange(7) >= 5)[:, np.newaxis]
    contacts = np.full((140, 24), 500.0)
    found = handle_time_profile(contacts, contacts * truth[WEEKDAYS], WEEKDAYS, ALL)
    assert found == pytest.approx(truth, rel=0.01)


def test_where_few_contacts_come_the_average_of_more_stands() -> None:
    contacts = np.zeros((140, 24))
    contacts[:, 8:20] = 100.0
    contacts[139, 2] = 1.0
    seconds = contacts * 300.0
    seconds[139, 2] = 6000.0
    found = handle_time_profile(contacts, seconds, WEEKDAYS, ALL)
    assert found is not None
    assert found[WEEKDAYS[139], 2] < 700
    assert found[0, 23] == pytest.approx(300, rel=0.01)


def test_events_do_not_teach_handle_times_and_silence_has_none() -> None:
    contacts = np.full((140, 24), 50.0)
    seconds = contacts * 300.0
    seconds[100:110] *= 4
    taught = ALL.copy()
    taught[100:110] = False
    assert handle_time_profile(contacts, seconds, WEEKDAYS, taught) == pytest.approx(np.full((7, 24), 300.0))
    assert handle_time_profile(contacts, seconds, WEEKDAYS, ALL) != pytest.approx(np.full((7, 24), 300.0))
    assert handle_time_profile(np.zeros((140, 24)), seconds, WEEKDAYS, ALL) is None
