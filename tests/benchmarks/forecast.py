"""Forecast a counted history again and again, and print how good that was.

Run with ``./run python -m tests.benchmarks.forecast [FILE] [--country IL]``.  Rolling origins
over the second half of the history, 28 days ahead, a fortnight apart; every forecast and its
80 % intervals see only the days before.
"""

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from models.calendar import HolidayCalendar
from models.channel import HistoryFile
from models.desk import Desk
from models.forecast import Backtest
from planner.calendar.work_calendar import work_calendar
from planner.forecast.backtest import backtest
from planner.forecast.backtest_text import backtest_table
from planner.forecast.method import METHODS
from planner.forecast.replay import AHEAD_DAYS, Replay
from planner.history.read import read_history

BANK = Path(__file__).parents[3] / "shared" / "data" / "bank_1999_calls_30min.csv"
_STEP_DAYS = 14


@dataclass(frozen=True)
class Measured:
    """What the backtest found, and seconds by the clock."""

    tested: Backtest
    seconds: float


def measure(
    file: Path,
    *,
    country: str | None,
    zone: str = "Asia/Jerusalem",
    contacts_column: str = "calls",
    interval_minutes: int = 30,
    method: str = "profile",
) -> Measured:
    """Read a history and test the forecast on its second half."""
    desk = Desk(name="Desk", zone=zone, currency="EUR", interval_minutes=interval_minutes)
    history = read_history(HistoryFile(file=file.name, contacts_column=contacts_column), file.parent, desk)
    years = range(history.dates[0].year, history.dates[-1].year + 1)
    calendar = work_calendar(HolidayCalendar(country=country), years)
    days = len(history.dates)
    fit = next(fit for name, fit in METHODS.items() if name == method)
    replay = Replay(np.array(history.contacts), history.dates, calendar, np.zeros(days, dtype=bool), fit)
    started = time.perf_counter()
    tested = backtest(replay, range(days // 2, days - AHEAD_DAYS + 1, _STEP_DAYS))
    if tested is None:
        raise SystemExit(f"{file}: {days} days are too few to forecast 28 days from their second half")
    return Measured(tested, time.perf_counter() - started)


def main() -> None:
    """Read the options, forecast, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=BANK)
    parser.add_argument("--country", help="whose holidays count, such as IL; none where left out")
    parser.add_argument("--zone", default="Asia/Jerusalem")
    parser.add_argument("--contacts-column", default="calls")
    parser.add_argument("--interval-minutes", type=int, default=30, choices=(15, 30, 60))
    parser.add_argument("--method", default="profile", choices=tuple(METHODS))
    options = parser.parse_args()
    found = measure(
        options.file,
        country=options.country,
        zone=options.zone,
        contacts_column=options.contacts_column,
        interval_minutes=options.interval_minutes,
        method=options.method,
    )
    laid_out = backtest_table(found.tested, "en")
    table = Table(*laid_out.heads)
    for row in laid_out.rows:
        table.add_row(*row)
    console = Console(width=140)
    console.print(table)
    console.print(f"{len(found.tested.origins)} forecasts and their intervals in {found.seconds:.2f} s")


if __name__ == "__main__":
    main()
