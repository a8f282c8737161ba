"""Compilation of the kernels, which take their data as named tuples of arrays."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Function = TypeVar("Function", bound=Callable[..., object])

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
BitsArray = NDArray[np.uint64]

_OPTIONS: dict[str, Any] = {
    "nogil": True,
    "cache": True,
    "error_model": "numpy",
    "_nrt": False,
    "forceinline": True,
}


def forget_stale_code(folder: Path) -> None:
    """Delete machine code older than any source of this package.

    The compiler notices changes in a function's own file only, yet what it calls in another
    file, and the layout of its named tuples, is compiled into it.
    """
    newest = max(source.stat().st_mtime_ns for source in folder.glob("*.py"))
    for kept in folder.glob("__pycache__/*.nb[ic]"):
        # Another process may be doing the same, or the folder may be read-only.
        with contextlib.suppress(OSError):
            if kept.stat().st_mtime_ns < newest:
                kept.unlink()


def compiled(function: Function) -> Function:
    """Compile on first call, without the lock that keeps threads apart; keep the machine code.

    Kernels only read and write arrays that Python holds on to until they return, and make
    none.  So arrays need not be counted (``_nrt``) as they are handed on in named tuples, and
    everything is compiled into its caller, so that they are not copied either: together that
    would take twenty times as long as all the rest.
    """
    return cast("Function", njit(**_OPTIONS)(function))


forget_stale_code(Path(__file__).parent)
