"""Compilation of number-crunching functions, with their types kept."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Function = TypeVar("Function", bound=Callable[..., object])

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


def forget_stale_code(folder: Path) -> None:
    """Delete machine code in ``folder/__pycache__`` that is older than any source in ``folder``.

    The compiler notices changes in a function's own file only, yet what a function calls in
    another file is compiled into it.
    """
    newest = max(source.stat().st_mtime_ns for source in folder.glob("*.py"))
    for kept in folder.glob("__pycache__/*.nb[ic]"):
        # Another process may be doing the same, or the folder may be read-only.
        with contextlib.suppress(OSError):
            if kept.stat().st_mtime_ns < newest:
                kept.unlink()


def compiled(function: Function) -> Function:
    """Compile on first call, and keep the machine code beside the source for the next run."""
    return cast("Function", njit(cache=True)(function))


def flat(*values: object) -> tuple[tuple[int, ...], tuple[FloatArray, ...]]:
    """Broadcast values together; return their common shape and flat arrays of floats."""
    arrays = np.broadcast_arrays(*(np.asarray(value, dtype=np.float64) for value in values))
    # Copies: a view of a broadcast array must not be handed on as writeable.
    return arrays[0].shape, tuple(np.array(array, order="C").ravel() for array in arrays)


forget_stale_code(Path(__file__).parent)
