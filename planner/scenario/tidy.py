"""What people write shorter than the model keeps it: whole weeks, hours of the week on one line."""

from typing import Any

from planner.scenario.hours_text import weekly_hours_text


def with_weeks(data: dict[str, Any]) -> dict[str, Any]:
    """Write the length of the period in weeks where it is whole weeks."""
    period = data["period"]
    weeks, rest = divmod(period["days"], 7)
    if rest:
        return data
    return data | {"period": {"first_date": period["first_date"], "weeks": weeks}}


def with_hours_on_a_line(data: dict[str, Any]) -> dict[str, Any]:
    """Write the hours of the week as text where one line says them."""
    opening = data["opening"]
    line = weekly_hours_text(opening["hours"])
    return data if line is None else data | {"opening": {**opening, "hours": line}}
