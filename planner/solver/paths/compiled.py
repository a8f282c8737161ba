"""Compilation of the kernels."""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

_Kernel = TypeVar("_Kernel", bound=Callable[..., object])


def compiled(kernel: _Kernel) -> _Kernel:
    """Compile a kernel with numba, without the lock that keeps threads apart.

    The machine code is kept beside the kernel's own file and made anew when that file
    changes; a change of a constant or a kernel it takes from elsewhere goes unnoticed.
    """
    return cast("_Kernel", njit(nogil=True, cache=True)(kernel))
