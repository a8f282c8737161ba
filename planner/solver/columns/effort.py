"""Work done on a program, and how much may be done: told in what was gone over, not in seconds."""

import math
from dataclasses import dataclass

#: What a question for a cheapest tour and a step of the simplex method are worth in cells of networks.
_CELLS_PER_QUESTION, _CELLS_PER_STEP = 6_000, 3_000


@dataclass
class Effort:
    """Work done so far.  The same search takes the same work on any machine, however busy it is.

    Parameters
    ----------
    most
        Work after which to give up.
    questions
        Cheapest tours asked for.
    cells
        Cells of networks gone over for them, each time anew.
    steps
        Steps of the simplex method.
    """

    most: float = math.inf
    questions: int = 0
    cells: int = 0
    steps: int = 0

    @property
    def work(self) -> int:
        """All of it, in cells."""
        return self.cells + _CELLS_PER_QUESTION * self.questions + _CELLS_PER_STEP * self.steps

    @property
    def is_spent(self) -> bool:
        """Whether to give up."""
        return self.work >= self.most

    @property
    def steps_left(self) -> int | None:
        """Steps that may still be taken; ``None`` where nothing limits them."""
        if self.most == math.inf:
            return None
        return max(0, math.ceil((self.most - self.work) / _CELLS_PER_STEP))
