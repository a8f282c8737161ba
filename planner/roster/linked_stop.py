"""A wish to stop that may come from outside or from whoever listens to a search."""

import threading


class LinkedStop(threading.Event):
    """An event that is set, too, once another one is.

    Parameters
    ----------
    other
        Set from outside; may be missing.
    """

    def __init__(self, other: threading.Event | None) -> None:
        super().__init__()
        self._other = other

    def is_set(self) -> bool:
        """Whether this one or the other is set."""
        return super().is_set() or (self._other is not None and self._other.is_set())
