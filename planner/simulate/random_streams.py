"""Random numbers that belong to a customer, not to a run: scenarios share them."""

import zlib
from enum import IntEnum

import numpy as np


class Purpose(IntEnum):
    """What a stream is drawn for: how many numbers one needs does not move the others."""

    ARRIVAL = 0
    WORK = 1
    PATIENCE = 2
    DAY = 3
    INTERVAL = 4
    ABSENCE = 5
    REDIAL = 6


def stream(seed: int, replication: int, name: str, purpose: Purpose) -> np.random.Generator:
    """Return the generator of one channel (or of the roster), one replication and one purpose.

    Two simulations of one seed draw the same numbers for a channel of the same name, whatever
    else differs between them: common random numbers (Law, *Simulation Modeling and Analysis*,
    chapter on variance reduction).

    Parameters
    ----------
    seed
        Not negative.
    replication
        Number of the replication, from 0.
    name
        Name of the channel.
    purpose
        What for.
    """
    key = zlib.crc32(name.encode())
    return np.random.default_rng(np.random.SeedSequence([seed, replication, key, int(purpose)]))
