"""Rows that stand in an export more than once, told by hashes so that no name or number is kept."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.history.exports.export_parts import ExportPart

HashArray = NDArray[np.uint64]


def hashes_of(cells: Sequence[str], part: ExportPart, lines: Sequence[int]) -> HashArray:
    """64-bit hashes of identifiers; an empty identifier is like no other.

    Among a million rows two different ones are taken for the same with probability 3e-8.
    """
    hashed = pd.util.hash_array(np.array(cells, dtype=object), categorize=False)
    empty = np.array([not cell for cell in cells], dtype=bool)
    if empty.any():
        own = np.array(lines, dtype=np.uint64)[empty] | np.uint64(part.number << 40)
        hashed[empty] = pd.util.hash_array(own)
    return hashed


def last_of_each(
    identity: NDArray[np.generic], version: NDArray[np.int64] | None = None
) -> NDArray[np.int64]:
    """Places of the rows that stand for each identity: the highest version, then the last.

    Parameters
    ----------
    identity
        What rows are told apart by.
    version
        Which of several is newer; their order where left out.

    Returns
    -------
    numpy.ndarray
        Ascending places.
    """
    places = np.arange(len(identity))
    order = np.lexsort((places, places if version is None else version, identity))
    ordered = identity[order]
    is_last = np.append(ordered[1:] != ordered[:-1], True)[: len(ordered)]
    return np.sort(order[is_last])
