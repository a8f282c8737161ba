import threading
import time

import pytest

from planner.solver.background import LeftBehindError, run_until


def test_a_result_is_returned() -> None:
    assert run_until(lambda: 7, threading.Event(), 10.0) == 7


def test_a_failure_is_raised_in_the_callers_thread() -> None:
    with pytest.raises(ZeroDivisionError):
        run_until(lambda: 1 // 0, threading.Event(), 10.0)


def test_a_call_that_outlives_its_time_is_left() -> None:
    began = time.monotonic()
    with pytest.raises(LeftBehindError):
        run_until(lambda: time.sleep(3), threading.Event(), 0.1)
    assert time.monotonic() - began < 2


def test_a_call_is_left_when_it_has_become_needless() -> None:
    began = time.monotonic()
    with pytest.raises(LeftBehindError):
        run_until(lambda: time.sleep(3), threading.Event(), 60.0, is_needless=lambda: True)
    assert time.monotonic() - began < 2


def test_a_call_is_left_when_asked_to_stop() -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(LeftBehindError):
        run_until(lambda: time.sleep(3), stop, 60.0)
