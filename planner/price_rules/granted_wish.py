"""A wish as a rule that must be kept."""

from collections.abc import Iterator
from typing import Literal

from models.example import Example
from models.rule import Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.shift_request import ShiftRequest


class GrantedWish(TourRule):
    """What a wish asks, whatever it costs; never written in a scenario.

    Parameters
    ----------
    wish
        The wish, at any price above 0.
    """

    kind: Literal["granted_wish"] = "granted_wish"
    wish: ShiftRequest

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """As the wish does."""
        return self.wish.start(frame, history)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Forbid what would cost the price of the wish."""
        step = self.wish.step(frame, state, day, shift)
        return step if step is None or step[1] == 0 else None

    def finish(self, frame: Frame, state: State) -> int | None:
        """Forbid ending where the wish would cost its price."""
        return 0 if self.wish.finish(frame, state) == 0 else None

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Read the wish, and call what it finds broken."""
        found = self.wish.check(frame, tour)
        return tuple(one.model_copy(update={"hard": True, "penalty_minor": 0}) for one in found)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """No degrees."""
        return iter(())

    def explain(self) -> Text:
        """Say the wish."""
        return self.wish.explain()

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """None of its own: those of the wish hold."""
        return ()
