"""What customers of a generated desk ask: weekday and clock curves, with noise."""

import random

from models.clock import WEEKDAYS
from tests.benchmarks.support.recipe import Recipe
from tests.benchmarks.support.terms import Table

_HOURLY = (
    *(0.8, 0.5, 0.4, 0.3, 0.4, 0.7, 1.6, 3.0, 5.0, 6.8, 7.8, 7.9),
    *(7.3, 7.0, 7.2, 7.1, 6.8, 6.2, 5.6, 5.0, 4.3, 3.4, 2.3, 1.4),
)
_WEEKEND_HOURLY = (
    *(1.6, 1.1, 0.8, 0.6, 0.5, 0.6, 1.1, 2.0, 3.6, 5.2, 6.4, 6.8),
    *(6.7, 6.4, 6.2, 6.1, 6.0, 5.9, 5.9, 6.0, 5.7, 4.9, 3.8, 2.6),
)
_WEEKDAYS = (560, 520, 500, 500, 480, 300, 250)
_SHARES = {"phone": 0.65, "technical": 0.23, "german": 0.12}


def channels(recipe: Recipe, seed: int, factor: float) -> list[Table]:
    """Return queues: one anybody serves, one for each skill that has a queue; in the office mail too.

    Parameters
    ----------
    recipe
        The desk.
    seed
        Of the noise: up to 10 % on weekdays, 15 % on hours.
    factor
        Contacts per person, in units of about forty a day.
    """
    queues = []
    for name in list(_SHARES)[: 1 + min(2, recipe.skills)]:
        rng = random.Random(f"demand {recipe.hours} {name} {seed}")
        contacts = _SHARES[name] * recipe.agents * factor / 12
        queues.append(
            {
                "name": name,
                "kind": "phone",
                "aht_seconds": 240,
                "patience_seconds": 180,
                "target": {"share": 0.80, "within_seconds": 20},
                "volume": _volume(rng, contacts),
                **({} if name == "phone" else {"skill": name}),
            }
        )
    if recipe.hours == "business":
        rng = random.Random(f"demand mail {seed}")
        mail: Table = {
            "name": "mail",
            "kind": "deferred",
            "aht_seconds": 360,
            "deadline_minutes": "8h",
            "clock": "open",
            "volume": _volume(rng, 0.15 * recipe.agents * factor / 12),
        }
        queues.append(mail)
    return queues


def _volume(rng: random.Random, contacts: float) -> Table:
    def noisy(values: tuple[float, ...], spread: float, digits: int) -> list[float]:
        return [round(value * rng.uniform(1 - spread, 1 + spread), digits) for value in values]

    per_day = noisy(tuple(contacts * day for day in _WEEKDAYS), 0.10, 3)
    return {
        "contacts_per_day": dict(zip(WEEKDAYS, per_day, strict=True)),
        "hourly_share": noisy(_HOURLY, 0.15, 2),
        "weekend_hourly_share": noisy(_WEEKEND_HOURLY, 0.15, 2),
    }
