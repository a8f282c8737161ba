"""What a roster costs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ShiftCost:
    """Pay of one shift, to the minute: the audit line behind every total (minor units)."""

    agent: str
    day: int
    paid_minutes: int
    night_minutes: int
    holiday_minutes: int
    base_minor: int
    night_premium_minor: int
    holiday_premium_minor: int


@dataclass(frozen=True)
class AgentCost:
    """Cost of one person for the period, by component (minor units)."""

    agent: str
    base_minor: int
    night_premium_minor: int
    holiday_premium_minor: int
    overtime_minor: int
    per_head_minor: int


@dataclass(frozen=True)
class CostBreakdown:
    """Cost of a roster for its period, by component, in minor units of ``currency``.

    ``agents`` splits every component by person; it is empty where that is not known, and
    otherwise adds up to the components.
    """

    currency: str
    base_minor: int
    night_premium_minor: int
    holiday_premium_minor: int
    overtime_minor: int
    per_head_minor: int
    shifts: tuple[ShiftCost, ...] = ()
    overtime_minutes_by_agent: tuple[tuple[str, int], ...] = ()
    agents: tuple[AgentCost, ...] = ()

    @property
    def total_minor(self) -> int:
        """Sum of all components."""
        return (
            self.base_minor
            + self.night_premium_minor
            + self.holiday_premium_minor
            + self.overtime_minor
            + self.per_head_minor
        )
