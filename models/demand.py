"""What arrives: counted in the past, expected in the period."""

import datetime as dt
from dataclasses import dataclass

from models.spread import Spread


@dataclass(frozen=True)
class ContactHistory:
    """Contacts counted per interval in the past, in local wall-clock time.

    Parameters
    ----------
    interval_minutes
        Length of one interval.
    dates
        Local dates covered, consecutive.
    contacts
        One row per date, one entry per interval of a 24-hour wall-clock day.
    handle_seconds
        Total handle time in the same shape; empty where the source does not know it.
    notes
        What was read, skipped and why, as sentences for the user.
    """

    interval_minutes: int
    dates: tuple[dt.date, ...]
    contacts: tuple[tuple[float, ...], ...]
    handle_seconds: tuple[tuple[float, ...], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChannelDemand:
    """Expected contacts of one channel, per interval of the horizon.

    ``lead_in_contacts`` continues the series backwards: the intervals just before the
    period, oldest first, for work that arrives before day 0 and falls due after it.
    ``wape`` is the weighted absolute percentage error of the forecast's own backtest,
    ``seasonal_naive_wape`` that of repeating the week before; ``None`` without a history.
    ``spread`` says how far days and intervals may be off; ``None`` where nothing tells it.
    """

    channel: str
    contacts: tuple[float, ...]
    aht_seconds: tuple[float, ...]
    lead_in_contacts: tuple[float, ...] = ()
    wape: float | None = None
    seasonal_naive_wape: float | None = None
    notes: tuple[str, ...] = ()
    spread: Spread | None = None
