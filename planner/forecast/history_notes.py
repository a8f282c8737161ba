"""What is worth saying about a forecast made from a history."""

import numpy as np
from numpy.typing import NDArray

from models.channel import Channel
from models.forecast import Backtest
from models.horizon import Horizon
from models.text import Language
from planner.forecast.method import FittedMethod
from planner.forecast.notes import note
from planner.forecast.past import Past
from planner.forecast.profile import Profile
from planner.forecast.special_days import special_days_note
from planner.forecast.weekday_effects import SHORT_DAYS, counted_days

#: Days between history and period that deserve a word.
_LONG_AGO_DAYS = 28
#: Share from which a way of following the level deserves one; chance alone makes it about a half.
_MOSTLY = 0.6
#: Days without contacts at the start of a history that deserve one.
_LONG_SILENCE_DAYS = 7


def history_notes(
    channel: Channel,
    past: Past,
    events: NDArray[np.bool_],
    horizon: Horizon,
    fitted: FittedMethod,
    tested: Backtest | None,
    language: Language,
) -> tuple[str, ...]:
    """Say what was left out, what is missing, and what was done about it."""
    notes = []
    name, days, gap = channel.name, len(past.dates), (horizon.first_date - past.dates[-1]).days - 1
    if past.left_out:
        first = horizon.first_date
        notes.append(note("left_out", language, channel=name, count=past.left_out, first_date=first))
    if past.silent_before >= _LONG_SILENCE_DAYS:
        notes.append(note("began", language, channel=name, first_date=past.dates[0]))
    if events.any():
        notes.append(note("events", language, channel=name, count=int(events.sum())))
    silent = _silent_days(past, events, fitted)
    if silent:
        notes.append(note("silent", language, channel=name, count=silent))
    if gap >= _LONG_AGO_DAYS:
        notes.append(note("long_ago", language, channel=name, count=gap, last_date=past.dates[-1]))
    if isinstance(fitted, Profile) and channel.forecast.method == "profile":
        if fitted.level.jump_day is not None:
            notes.append(note("jump", language, channel=name, first_date=past.dates[fitted.level.jump_day]))
        if fitted.level.quick_share > _MOSTLY:
            notes.append(note("quick", language, channel=name, share=fitted.level.quick_share))
        if fitted.level.course_share > _MOSTLY:
            notes.append(note("yearly", language, channel=name, share=fitted.level.course_share))
        notes.extend(special_days_note(channel, horizon, fitted, language))
    if days < SHORT_DAYS:
        notes.append(note("short", language, channel=name, count=days))
    if tested is None:
        notes.append(note("no_backtest", language, channel=name, count=days))
    return tuple(notes)


def _silent_days(past: Past, events: NDArray[np.bool_], fitted: FittedMethod) -> int:
    """Days on which nothing came though something was to be expected."""
    totals = past.contacts.sum(axis=1)
    usual = ~events
    unheard = usual & ~counted_days(totals, usual)
    return sum(bool(fitted.day(past.dates[place]).any()) for place in np.flatnonzero(unheard))
