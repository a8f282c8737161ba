"""Ctrl-C asks for the best plan so far; a second one, or one before there is any, ends the program."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130


@contextmanager
def stop_on_interrupt() -> Iterator[threading.Event]:
    """Turn the first interrupt into a set event; restore the usual handling afterwards."""
    stop = threading.Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    previous = signal.signal(signal.SIGINT, ask_to_stop)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, previous)


@contextmanager
def leave_on_interrupt() -> Iterator[None]:
    """End the process at once on an interrupt: nothing has begun that would need an orderly end.

    An exception would not do while modules are being imported: some of them swallow it, or
    make another of it.
    """

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        os._exit(INTERRUPTED)

    previous = signal.signal(signal.SIGINT, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


def leave(code: int) -> None:
    """End the process at once: a solver thread left behind must not hold it up or crash at exit."""
    with leave_on_interrupt():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
