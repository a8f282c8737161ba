"""The edits of a workbook in words: what was changed, and what became of hours, cost and coverage."""

from collections.abc import Iterator

from babel.dates import format_date

from models.horizon import Horizon
from models.money_text import money_text
from models.shift import Shift
from models.text import Language, Text
from planner.cli.audit_workbook import WorkbookAudit
from planner.cli.numbers import decimal_text
from planner.workbook.texts import TEXTS

_OFF = Text(en="off", ru="выходной")
_NO_EDITS = Text(
    en="Nothing is edited: the grid says what was planned.",
    ru="Правок нет: сетка говорит то, что было в плане.",
)
_EDITS = Text(en="Edited days: {count}", ru="Изменено дней: {count}")
_HOURS = Text(
    en="Paid hours: {now}; as planned {then} ({more})",
    ru="Оплачиваемых часов: {now}; в плане {then} ({more})",
)
_COST = Text(
    en="Cost by the clock: {now}; as planned {then} ({more})",
    ru="Стоимость по часам: {now}; в плане {then} ({more})",
)
_SHORT = Text(
    en="Understaffed hours: {now}; as planned {then} ({more})",
    ru="Часов нехватки: {now}; в плане {then} ({more})",
)
_SPARE = Text(
    en="Hours above the requirement: {now}; as planned {then} ({more})",
    ru="Часов сверх потребности: {now}; в плане {then} ({more})",
)
_GAP = Text(
    en="  now short on {when}: {agents} more missing", ru="  теперь не хватает {when}: ещё {agents} чел."
)


def edit_lines(found: WorkbookAudit, language: Language) -> Iterator[str]:
    """One line per edited day: cell, who, what it was and is."""
    edits, horizon = found.edited.edits, found.read.scenario.horizon
    if not edits:
        yield _NO_EDITS.in_language(language)
        return
    yield _EDITS.in_language(language).format(count=len(edits))
    names = {tour.agent.agent: tour.agent.name or tour.agent.agent for tour in found.edited.roster.tours}
    for edit in edits:
        day = format_date(horizon.date_of(edit.day), "EEE d MMM", locale=language)
        before, after = (_shift_text(shift, horizon, language) for shift in (edit.before, edit.after))
        leave = f" ({TEXTS[language][f'leave.{edit.leave}'].lower()})" if edit.leave else ""
        yield f"  {edit.cell} {names[edit.agent]}, {day}: {before} → {after}{leave}"


def delta_lines(found: WorkbookAudit, language: Language) -> Iterator[str]:
    """Hours, cost and coverage, now and as planned."""
    currency, horizon = found.read.scenario.desk.currency, found.read.scenario.horizon
    now_minutes, then_minutes = found.paid_minutes
    coverage, planned = found.now.coverage, found.planned.coverage
    yield _hours(_HOURS, now_minutes / 60, then_minutes / 60, language)
    money = (found.cost_minor, found.planned_cost_minor)
    more = money[0] - money[1]
    yield _COST.in_language(language).format(
        now=money_text(money[0], currency, language),
        then=money_text(money[1], currency, language),
        more=f"{'+' if more > 0 else ''}{money_text(more, currency, language)}",
    )
    yield _hours(_SHORT, coverage.understaffed_hours, planned.understaffed_hours, language)
    for gap in found.gaps:
        start, end = horizon.local(gap.start_minute), horizon.local(gap.end_minute)
        date = format_date(start.date(), "EEE d MMM", locale=language)
        when = f"{date}, {start:%H:%M}–{end:%H:%M}"
        yield _GAP.in_language(language).format(when=when, agents=gap.agents)
    yield _hours(_SPARE, coverage.overstaffed_hours, planned.overstaffed_hours, language)


def _hours(text: Text, now: float, then: float, language: Language) -> str:
    more = round(now - then, 2)
    return text.in_language(language).format(
        now=decimal_text(now, 1, language),
        then=decimal_text(then, 1, language),
        more=f"{'+' if more > 0 else ''}{decimal_text(more, 1, language)}",
    )


def _shift_text(shift: Shift | None, horizon: Horizon, language: Language) -> str:
    if shift is None:
        return _OFF.in_language(language)
    start, end = horizon.local(shift.start_minute), horizon.local(shift.end_minute)
    return f"{shift.pattern} {start:%H:%M}–{end:%H:%M}"
