"""Explanations for the terminal."""

from collections.abc import Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text as Line

from models.horizon import Horizon
from models.money_text import money_text
from models.shift import Shift
from models.shift_hours import hours_text
from models.text import Language, Text
from planner.explain.asking import asking_text
from planner.explain.desk import PlannedDesk
from planner.explain.interval import IntervalReasons
from planner.explain.sentences import reason_lines
from planner.explain.spells import Spell
from planner.explain.why_tour import OtherTour, TourReasons
from planner.rules.wording import counted, duration

_SHORT = Text(
    en="{when}: {number} missing for {asks}; each counts {price} in the plan's cost.",
    ru="{when}: не хватает {number} ({asks}); каждый стоит плану {price}.",
)
_NOT_SHORT = Text(
    en="{when}: nobody is missing; {there} at work.", ru="{when}: людей хватает; работает {there}."
)
_WHO = (Text(en="Who", ru="Кто"), Text(en="Why not there", ru="Почему не там"))
_LEFT_OUT = Text(
    en="For {number} of them there was no time to see whether another tour would do: --agent asks about one, "
    "--time-limit gives more.",
    ru="Для {number} из них не хватило времени проверить, подошёл бы другой график: --agent спросит об одном, "
    "--time-limit даст больше.",
)
_SPELLS = (
    Text(en="When", ru="Когда"),
    Text(en="Missing", ru="Не хватает"),
    Text(en="For", ru="На что"),
    Text(en="Counts in the plan's cost", ru="Стоит плану"),
)
_NOTHING_SHORT = Text(en="No interval is short.", ru="Коротких интервалов нет.")
_MORE = Text(en="and {number} more", ru="и ещё {number}")
_HINT = Text(
    en="--interval {when} says who could have been there and what stood in the way.",
    ru="--interval {when} скажет, кто мог бы выйти и что помешало.",
)
_TOUR = Text(
    en="{name}: {shifts} in the period, {nights}, {hours} paid; costs {cost}.",
    ru="{name}: {shifts} за период, {nights}, {hours} оплачено; стоит {cost}.",
)
_EARNED = Text(
    en="Without these shifts, shortfalls would cost {money} more.",
    ru="Без этих смен нехватка стоила бы на {money} больше.",
)
_LIMIT = Text(en="At its limit: {rule}", ru="На пределе: {rule}")
_FREE = Text(en="No rule is at its limit.", ru="Ни одно правило не на пределе.")
_REFUSED = Text(en="{text} (counts {money})", ru="{text} (цена {money})")
_OTHER = {
    1: Text(en="Another tour would cost {money} more: {days}", ru="Другой график дороже на {money}: {days}"),
    0: Text(en="Another tour costs the same: {days}", ru="Другой график стоит столько же: {days}"),
    -1: Text(
        en="Another tour would cost {money} less, the plan is not the cheapest: {days}",
        ru="Другой график дешевле на {money}, план не самый дешёвый: {days}",
    ),
}
_OFF = Text(en="off", ru="выходной")


def interval_table(desk: PlannedDesk, found: IntervalReasons, language: Language) -> Group:
    """Draw one interval: what is missing, then a row per person."""
    horizon, currency = desk.frame.horizon, desk.scenario.desk.currency
    when = span_text(horizon, found.interval, found.interval)
    parts: list[Line | Table] = []
    for one in found.missing:
        said = _SHORT.in_language(language).format(
            when=when,
            number=one.number,
            asks=asking_text(desk.scenario, one.name).in_language(language),
            price=money_text(one.price_minor, currency, language),
        )
        parts.append(Line(said, style="bold"))
    if not found.missing:
        parts.append(Line(_NOT_SHORT.in_language(language).format(when=when, there=found.on_duty)))
    table = Table(box=None, padding=(0, 2, 0, 0))
    for head in _WHO:
        table.add_column(head.in_language(language), overflow="fold")
    for person in found.people:
        lines = reason_lines(person, horizon, currency, language)
        table.add_row(Line(person.name), Line("\n".join(lines)))
    parts.append(table)
    if found.left_out:
        parts.append(Line(_LEFT_OUT.in_language(language).format(number=found.left_out), style="yellow"))
    return Group(*parts)


def spells_table(desk: PlannedDesk, spells: Sequence[Spell], more: int, language: Language) -> Group:
    """Draw the worst short hours, the dearest first."""
    if not spells:
        return Group(Line(_NOTHING_SHORT.in_language(language)))
    horizon, currency = desk.frame.horizon, desk.scenario.desk.currency
    table = Table(box=None, padding=(0, 2, 0, 0))
    for number, head in enumerate(_SPELLS):
        table.add_column(
            head.in_language(language), justify="right" if number in (1, 3) else "left", overflow="fold"
        )
    for spell in spells:
        table.add_row(
            span_text(horizon, spell.first, spell.last),
            str(spell.number),
            asking_text(desk.scenario, spell.name).in_language(language),
            money_text(spell.price_minor, currency, language),
        )
    parts: list[Line | Table] = [table]
    if more:
        parts.append(Line(_MORE.in_language(language).format(number=more)))
    first = horizon.local(horizon.interval_starts[spells[0].first])
    parts.append(Line(_HINT.in_language(language).format(when=f"{first:%Y-%m-%dT%H:%M}"), style="dim"))
    return Group(*parts)


def tour_table(desk: PlannedDesk, found: TourReasons, language: Language) -> Group:
    """Say why somebody has a tour, line by line."""
    currency = desk.scenario.desk.currency
    shifts = counted(found.shifts, ("shift", "shifts"), ("смена", "смены", "смен"))
    nights = counted(found.nights, ("night", "nights"), ("ночь", "ночи", "ночей"))
    lines = [
        _TOUR.in_language(language).format(
            name=found.name,
            shifts=shifts.in_language(language),
            nights=nights.in_language(language),
            hours=duration(found.paid_minutes).in_language(language),
            cost=money_text(found.cost_minor, currency, language),
        ),
        _EARNED.in_language(language).format(money=money_text(found.earned_minor, currency, language)),
    ]
    lines += [_LIMIT.in_language(language).format(rule=rule.in_language(language)) for rule in found.at_limit]
    if not found.at_limit:
        lines.append(_FREE.in_language(language))
    for wish in found.refused:
        money = money_text(wish.penalty_minor, currency, language)
        lines.append(_REFUSED.in_language(language).format(text=wish.text.in_language(language), money=money))
    lines += [_other(desk.frame.horizon, other, currency, language) for other in found.others]
    return Group(*map(Line, lines))


def span_text(horizon: Horizon, first: int, last: int) -> str:
    """Write a stretch of intervals: ``2026-11-04 15:30–16:00``."""
    start = horizon.local(horizon.interval_starts[first])
    end = horizon.local(horizon.interval_starts[last] + horizon.interval_minutes)
    return f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}"


def _other(horizon: Horizon, other: OtherTour, currency: str, language: Language) -> str:
    days = "; ".join(
        f"{horizon.date_of(day):%d.%m} {_shift(horizon, old, language)} → {_shift(horizon, new, language)}"
        for day, old, new in other.days
    )
    sign = (other.extra_minor > 0) - (other.extra_minor < 0)
    money = money_text(abs(other.extra_minor), currency, language)
    return _OTHER[sign].in_language(language).format(money=money, days=days)


def _shift(horizon: Horizon, shift: Shift | None, language: Language) -> str:
    if shift is None:
        return _OFF.in_language(language)
    return f"{shift.pattern} {hours_text(horizon, shift)}"
