"""Whether the linear programs of windows should blur their targets: whichever has meant fewer steps."""

import math
from dataclasses import dataclass, field

import numpy as np

#: So few steps of the simplex method are as good as fewer.
_FEWEST = 200
#: Windows each way before one is preferred: where it takes clearly fewer steps (a difference of
#: logarithms), and at all.
_FIRST, _CLEAR, _ENOUGH = 3, 1.5, 8
#: Part of the windows after that that are tossed for.
_TOSSED = 0.03
_FORGET = 0.99


@dataclass
class _Way:
    windows: int = 0
    weight: float = 0.0
    sum: float = 0.0

    @property
    def mean(self) -> float:
        return self.sum / self.weight


@dataclass
class Blurring:
    """Draws whether to blur, and learns which needs fewer steps of the simplex method.

    Where much of a window's relaxation is fractional, thousands of bases stand for one solution and
    the simplex method walks through them: targets moved a little apart halve its work.  Where the
    relaxation is nearly whole, they make it fractional and double it.

    Parameters
    ----------
    seed
        Seed of the draws.
    """

    seed: int
    _ways: dict[bool, _Way] = field(default_factory=lambda: {False: _Way(), True: _Way()})

    def __post_init__(self) -> None:
        self._random = np.random.default_rng((self.seed, 2))

    def draw(self) -> bool:
        """Say whether to blur the next window."""
        tossed = bool(self._random.random() < 0.5)
        plain, blurred = self._ways[False], self._ways[True]
        known = min(plain.windows, blurred.windows)
        if known < _FIRST or self._random.random() < _TOSSED:
            return tossed
        difference = plain.mean - blurred.mean
        return tossed if known < _ENOUGH and abs(difference) < _CLEAR else difference > 0

    def learn(self, blurred: bool, line_days: int, steps: int) -> None:
        """Remember how many steps a window took: as logarithms, larger windows counting for more."""
        for way in self._ways.values():
            way.weight *= _FORGET
            way.sum *= _FORGET
        own = self._ways[blurred]
        own.windows += 1
        own.weight += line_days
        own.sum += line_days * math.log(max(_FEWEST, steps))
