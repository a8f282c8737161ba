"""Keep what a command prints apart from what a solver library prints on its own account."""

import os
import sys


def keep_output_to_ourselves() -> None:
    """Move standard output to a descriptor of our own, and let nobody else write to it.

    HiGHS prints a line now and then straight to descriptor 1, whatever it is told; in the
    middle of ``--json`` that would be no JSON any more.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.flush()
    ours = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    sys.stdout = os.fdopen(ours, "w", encoding=encoding, errors="backslashreplace")
