"""The week before the period, as somebody may have worked it."""

import datetime as dt
import random

from tests.benchmarks.support.recipe import Recipe
from tests.benchmarks.support.terms import Table

_STARTS = {"D": "07:00", "E": "14:00", "N": "22:00"}
#: What may follow a day: rest, and no nights on consecutive days.
_NEXT = {".": "DEN", "D": "DEN", "E": "E", "N": ""}


def past_week(recipe: Recipe, rng: random.Random, weekly_hours: int, first: dt.date) -> list[Table]:
    """Draw shifts of the seven days before a date, within the weekly hours and the rest."""
    kinds = "DEN" if recipe.hours == "24/7" else "D"
    hours = 8 if weekly_hours > 20 else 4
    days_left, before = weekly_hours // hours, "."
    shifts = []
    for day in range(-7, 0):
        choices = [letter for letter in _NEXT[before] if letter in kinds]
        closed = recipe.hours == "business" and day == -1
        works = bool(choices) and days_left > 0 and not closed and rng.random() < 0.7
        before = rng.choice(choices) if works else "."
        if works:
            days_left -= 1
            date = first + dt.timedelta(days=day)
            start = _STARTS[before] if recipe.hours == "24/7" else "09:00"
            shifts.append({"date": date.isoformat(), "start": start, "length_minutes": f"{hours}h"})
    return shifts
