"""The hours of a shift as people write them."""

from models.horizon import Horizon
from models.shift import Shift


def hours_text(horizon: Horizon, shift: Shift) -> str:
    """Write from when to when somebody is there, by the clock: ``09:00–13:00, 17:00–21:00`` of a split shift."""
    return ", ".join(
        f"{horizon.local(begin):%H:%M}–{horizon.local(end):%H:%M}" for begin, end in shift.spells
    )
