"""The garbage collector held back while a workbook is made.

A large workbook is a million objects that all live until it is written; Python would look through
them again and again for rings among them to free, which takes a third of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the collector back, and leave it afterwards as it was found."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
