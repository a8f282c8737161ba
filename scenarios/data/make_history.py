"""Make the contact histories of the example desk: invented figures, the same on every run.

Half a year of a small support desk, from Monday 4 May to Sunday 1 November 2026: calls
per half hour and tickets per hour.  Counts are Poisson around a weekly profile, times a
factor per day (days are busier or quieter as a whole) and a slow growth; public holidays
are quiet.  About 4 % of contacts come between 22:00 and 06:00.

Run it from anywhere::

    python scenarios/data/make_history.py

It writes ``support_contacts.csv`` and ``tickets.csv`` beside itself.
"""

import csv
import datetime as dt
import math
import random
import sys
from pathlib import Path

SEED = 2026
FIRST_DATE = dt.date(2026, 5, 4)
DAYS = 26 * 7
#: Public holidays and moved days off of the half year in Russia.
QUIET_DATES = {dt.date(2026, 5, 9), dt.date(2026, 5, 11), dt.date(2026, 6, 12)}
QUIET_FACTOR = 0.6
GROWTH_OVER_HALF_A_YEAR = 1.10
DAY_FACTOR_SPREAD = 0.10
#: Contacts of a day, Monday to Sunday.
CALLS_PER_DAY = (46, 44, 42, 42, 40, 20, 17)
TICKETS_PER_DAY = (30, 28, 26, 26, 25, 9, 8)
#: Weight of each clock hour, midnight first.
CALL_HOURS = (
    0.5,
    0.3,
    0.3,
    0.3,
    0.3,
    0.5,
    0.9,
    1.8,
    4.2,
    7.4,
    8.8,
    8.6,
    7.2,
    6.6,
    7.6,
    8.2,
    8.0,
    7.2,
    5.8,
    4.8,
    4.0,
    3.0,
    1.4,
    0.8,
)
TICKET_HOURS = (
    0.5,
    0.3,
    0.3,
    0.3,
    0.3,
    0.5,
    1.0,
    2.2,
    4.6,
    7.6,
    8.6,
    8.2,
    7.0,
    7.2,
    7.8,
    8.0,
    7.4,
    6.6,
    5.2,
    4.4,
    3.8,
    3.2,
    1.3,
    0.7,
)


def poisson(chance: random.Random, mean: float) -> int:
    """Draw a Poisson count by multiplying uniforms, which is exact and quick for small means."""
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def day_means(chance: random.Random, per_day: tuple[int, ...]) -> list[float]:
    """Mean contacts of every date."""
    means = []
    for day in range(DAYS):
        date = FIRST_DATE + dt.timedelta(days=day)
        growth = 1 + (GROWTH_OVER_HALF_A_YEAR - 1) * day / DAYS
        quiet = QUIET_FACTOR if date in QUIET_DATES else 1.0
        busy = math.exp(chance.gauss(0, DAY_FACTOR_SPREAD))
        means.append(per_day[date.weekday()] * growth * quiet * busy)
    return means


def rows(
    seed: int, per_day: tuple[int, ...], hours: tuple[float, ...], interval_minutes: int
) -> list[tuple[str, str, int]]:
    """Date, start of the interval and contacts, for every interval."""
    # Not for secrets: the point is that everybody gets the same numbers.
    chance = random.Random(seed)  # noqa: S311
    per_hour = 60 // interval_minutes
    counted = []
    for day, mean in enumerate(day_means(chance, per_day)):
        date = (FIRST_DATE + dt.timedelta(days=day)).isoformat()
        for interval in range(24 * per_hour):
            hour, part = divmod(interval, per_hour)
            share = hours[hour] / sum(hours) / per_hour
            start = f"{hour:02d}:{part * interval_minutes:02d}"
            counted.append((date, start, poisson(chance, mean * share)))
    return counted


def write(path: Path, counted: list[tuple[str, str, int]]) -> None:
    """Write one file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("date", "interval_start", "contacts"))
        writer.writerows(counted)


def main(folder: Path) -> None:
    """Write both files into a folder."""
    write(folder / "support_contacts.csv", rows(SEED, CALLS_PER_DAY, CALL_HOURS, 30))
    write(folder / "tickets.csv", rows(SEED + 1, TICKETS_PER_DAY, TICKET_HOURS, 60))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
