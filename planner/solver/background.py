"""Run a solver call so that it can be left behind when the user has had enough."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class LeftBehindError(Exception):
    """The call was asked to stop before it ended; its result is lost."""


def run_until(call: Callable[[], T], stop: threading.Event, poll_seconds: float = 0.05) -> T:
    """Run ``call`` in a thread and return its result, or leave it when ``stop`` is set.

    HiGHS cannot be interrupted through MathOpt, so the thread goes on as a daemon until
    its own time limit; nothing it does afterwards is seen.

    Raises
    ------
    LeftBehindError
        When ``stop`` was set first.
    """
    box: list[T] = []
    failure: list[BaseException] = []

    def work() -> None:
        try:
            box.append(call())
        except BaseException as error:  # handed to the caller's thread below
            failure.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(poll_seconds)
        if stop.is_set() and thread.is_alive():
            raise LeftBehindError
    if failure:
        raise failure[0]
    return box[0]
