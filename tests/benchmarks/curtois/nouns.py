"""What an Employee Shift Scheduling instance consists of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shift:
    """A shift type, and the types that must not be worked on the day after it."""

    name: str
    minutes: int
    not_followed_by: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Request:
    """A wish to work a shift on a day, or not to; ``weight`` is paid when it is not granted."""

    day: int
    shift: str
    weight: int


@dataclass(frozen=True)
class Employee:
    """One employee: limits, days off and wishes.

    Parameters
    ----------
    name
        Its identifier in the instance.
    max_shifts
        ``(shift, most)`` for each limited type, sorted; a type not named is not limited.
    max_minutes, min_minutes
        Of the whole horizon.
    max_consecutive_shifts, min_consecutive_shifts, min_consecutive_days_off
        Lengths of runs; runs that touch an edge of the horizon may be shorter than the minima.
    max_weekends
        Weekends with a shift on Saturday or Sunday.
    days_off
        Days that must be free, sorted.
    shift_on_requests, shift_off_requests
        Wishes, sorted.
    """

    name: str
    max_shifts: tuple[tuple[str, int], ...]
    max_minutes: int
    min_minutes: int
    max_consecutive_shifts: int
    min_consecutive_shifts: int
    min_consecutive_days_off: int
    max_weekends: int
    days_off: tuple[int, ...] = ()
    shift_on_requests: tuple[Request, ...] = ()
    shift_off_requests: tuple[Request, ...] = ()


@dataclass(frozen=True)
class Cover:
    """How many should work a shift on a day, and what each one missing or in excess costs."""

    day: int
    shift: str
    requirement: int
    weight_under: int
    weight_over: int


@dataclass(frozen=True)
class Instance:
    """A whole instance; day 0 is a Monday, employees stand in the order of the file."""

    name: str
    days: int
    shifts: tuple[Shift, ...]
    employees: tuple[Employee, ...]
    covers: tuple[Cover, ...]

    @property
    def weekends(self) -> int:
        """Number of weekends of which a day lies in the horizon."""
        return (self.days + 1) // 7
