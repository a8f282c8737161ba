"""A rule's check on the dates on which it holds, apart from how its automaton does that."""

import datetime as dt
from dataclasses import replace

from models.horizon import Horizon
from models.rule import Frame, TourRule
from models.shift import Shift
from models.tour import Tour
from models.violation import Violation


def check_in_force(rule: TourRule, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
    """Read a tour as if the rule's valid dates were the whole period.

    Shifts that start earlier are what was worked before, later ones are nobody's matter.
    """
    whole = frame.horizon
    dates = [whole.date_of(day) for day in range(whole.days)]
    own = [
        date for date in dates if (rule.valid_from or dt.date.min) <= date <= (rule.valid_to or dt.date.max)
    ]
    if own == dates:
        return rule.check(frame, tour)
    if not own:
        return ()
    part = Horizon(zone=whole.zone, first_date=own[0], days=len(own), interval_minutes=whole.interval_minutes)
    dated = {whole.date_of(shift.day): _read_on(whole, part, shift) for shift in tour.worked}
    before = [_read_on(whole, part, shift) for shift in tour.agent.history]
    before += [shift for date, shift in dated.items() if date < own[0]]
    agent = replace(tour.agent, history=tuple(before))
    shorter = Tour(agent, tuple(dated.get(date) for date in own))
    return rule.check(replace(frame, horizon=part, open_intervals=()), shorter)


def _read_on(whole: Horizon, part: Horizon, shift: Shift) -> Shift:
    """The same shift, its day and minutes counted from the part's first date."""

    def minute(on_whole: int) -> int:
        return part.minute_of(whole.local(on_whole))

    has_break = shift.break_end_minute > shift.break_start_minute
    return Shift(
        day=part.day_of(whole.date_of(shift.day)),
        start_minute=minute(shift.start_minute),
        end_minute=minute(shift.end_minute),
        pattern=shift.pattern,
        paid_minutes=shift.paid_minutes,
        break_start_minute=minute(shift.break_start_minute) if has_break else 0,
        break_end_minute=minute(shift.break_end_minute) if has_break else 0,
        break_paid=shift.break_paid,
        is_night=shift.is_night,
        is_split=shift.is_split,
    )
