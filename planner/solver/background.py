"""Run a solver call so that it can be left behind when the user has had enough."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class LeftBehindError(Exception):
    """The call was left before it ended; its result is lost."""


def run_until(
    call: Callable[[], T],
    stop: threading.Event,
    seconds: float,
    poll_seconds: float = 0.05,
    is_needless: Callable[[], bool] = lambda: False,
) -> T:
    """Run ``call`` in a thread and return its result, or leave it when it is no longer wanted.

    HiGHS cannot be interrupted through MathOpt, and its interior point method looks at the
    clock seldom, so the thread goes on as a daemon until it ends by itself; nothing it does
    afterwards is seen.

    Parameters
    ----------
    call
        What to run.
    stop
        Set from outside to leave it.
    seconds
        Leave it after so long.
    poll_seconds
        How often ``stop`` is looked at.
    is_needless
        Asked as often: whether others have answered meanwhile what it was called for.

    Raises
    ------
    LeftBehindError
        When ``stop`` was set, time was up, or the call became needless first.
    """
    until = time.monotonic() + seconds
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
        if thread.is_alive() and (stop.is_set() or time.monotonic() > until or is_needless()):
            raise LeftBehindError
    if failure:
        raise failure[0]
    return box[0]
