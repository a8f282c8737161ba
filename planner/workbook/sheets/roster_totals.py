"""Totals beside and below the roster grid, which follow its edits by plain formulas."""

from collections import Counter
from decimal import Decimal

from models.shift import Shift
from models.tour import Tour
from planner.timesheet.absences import Away
from planner.workbook.grid_codes import CODE_COLUMN, MINUTES_COLUMN, NIGHT_COLUMN, GridCodes
from planner.workbook.page import Page, address, span

TOTAL_HEADS = ("shifts", "nights", "hours", "days_off", "leave_days", "agent")


def count_of_shifts(codes: GridCodes, cells: str) -> str:
    """Formula for the number of shifts among some cells."""
    return f"SUMPRODUCT(COUNTIF({cells},{codes.shift_cells(CODE_COLUMN)}))"


def hours_of_shifts(codes: GridCodes, cells: str, clock_change_minutes: int) -> str:
    """Formula for the hours paid of the shifts among some cells."""
    counts = f"COUNTIF({cells},{codes.shift_cells(CODE_COLUMN)})"
    correction = f"{clock_change_minutes:+d}" if clock_change_minutes else ""
    return f"(SUMPRODUCT({counts}*{codes.shift_cells(MINUTES_COLUMN)}){correction})/60"


def clock_change_minutes(page: Page, codes: GridCodes, shifts: list[Shift]) -> int:
    """Paid minutes beyond those of the codes: where the clocks change."""
    horizon = page.plan.scenario.horizon
    return sum(shift.paid_minutes - codes.of(horizon, shift).paid_minutes for shift in shifts)


def draw_tour_totals(
    page: Page, row: int, first_day_column: int, tour: Tour, codes: GridCodes, away: Away
) -> None:
    """Write shifts, nights, hours, days off and days of leave of one person, and who it is."""
    horizon, days = page.plan.scenario.horizon, len(tour.shifts)
    column = first_day_column + days
    grid = span(row, first_day_column, column - 1)
    worked = Counter(codes.of(horizon, shift) for shift in tour.worked)
    at_night = sum(count for code, count in worked.items() if code.is_night)
    leave = sum(
        shift is None and away.kind_on(horizon.date_of(day)) is not None
        for day, shift in enumerate(tour.shifts)
    )
    number = len(tour.worked)
    paid = page.hours(sum(shift.paid_minutes for shift in tour.worked))
    counts = f"COUNTIF({grid},{codes.shift_cells(CODE_COLUMN)})"
    nights = f"=SUMPRODUCT({counts}*{codes.shift_cells(NIGHT_COLUMN)})"
    hours = hours_of_shifts(codes, grid, clock_change_minutes(page, codes, list(tour.worked)))
    off = f"={days}-{address(row, column)}-{address(row, column + 4)}"
    page.live(row, column, f"={count_of_shifts(codes, grid)}", number, "Smena total")
    page.live(row, column + 1, nights, at_night, "Smena total")
    page.live(row, column + 2, f"={hours}", paid, "Smena total hours")
    page.live(row, column + 3, off, days - number - leave, "Smena total")
    page.live(row, column + 4, f"=SUMPRODUCT(COUNTIF({grid},{codes.leave_cells}))", leave, "Smena total")
    page.text(row, column + 5, tour.agent.agent)


def required_hours_by_day(page: Page) -> list[Decimal]:
    """Agent-hours required on each day of the period."""
    plan = page.plan
    horizon = plan.scenario.horizon
    minutes = [0] * horizon.days
    for start, required in zip(horizon.interval_starts, plan.coverage.required, strict=True):
        minutes[horizon.day_of(horizon.local(start).date())] += required * horizon.interval_minutes
    return [page.hours(own) for own in minutes]
