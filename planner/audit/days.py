"""One shift a day, each inside the period, none overlapping another."""

from collections.abc import Iterator
from itertools import pairwise

from models.horizon import Horizon
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import date_text


def day_findings(horizon: Horizon, tour: Tour) -> Iterator[Violation]:
    """Check that a tour's shifts stand on days of their own inside the period."""
    yield from _shape_findings(horizon, tour)
    yield from _overlap_findings(horizon, tour)


def _shape_findings(horizon: Horizon, tour: Tour) -> Iterator[Violation]:
    agent = tour.agent.agent
    if len(tour.shifts) != horizon.days:
        text = Text(
            en=f"a tour of {len(tour.shifts)} days in a period of {horizon.days}",
            ru=f"в графике {len(tour.shifts)} дн., а в периоде {horizon.days}",
        )
        yield Violation(rule="tour_length", agent=agent, date=horizon.first_date, text=text)
    for slot, shift in enumerate(tour.shifts):
        if shift is None:
            continue
        date = date_text(horizon.date_of(shift.day))
        if not 0 <= shift.day < horizon.days:
            text = Text(
                en=f"a shift on {date.en}, outside the period",
                ru=f"смена {date.ru} вне периода",
            )
            yield Violation(rule="outside_period", agent=agent, date=horizon.date_of(shift.day), text=text)
        elif shift.day != slot:
            text = Text(
                en=f"the shift of {date.en} stands on another day: a day holds one shift, its own",
                ru=f"смена {date.ru} стоит в другом дне: в каждом дне одна смена, своя",
            )
            yield Violation(rule="one_shift_a_day", agent=agent, date=horizon.date_of(shift.day), text=text)


def _overlap_findings(horizon: Horizon, tour: Tour) -> Iterator[Violation]:
    agent = tour.agent.agent
    shifts = sorted((*tour.agent.history, *tour.worked), key=lambda shift: shift.start_minute)
    for earlier, later in pairwise(shifts):
        if later.start_minute < earlier.end_minute and later.day >= 0:
            first, second = (date_text(horizon.date_of(shift.day)) for shift in (earlier, later))
            text = Text(
                en=f"the shift of {second.en} starts before that of {first.en} has ended",
                ru=f"смена {second.ru} начинается до конца смены {first.ru}",
            )
            yield Violation(rule="shift_overlap", agent=agent, date=horizon.date_of(later.day), text=text)
