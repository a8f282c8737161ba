"""Pay for contracts nobody wrote, and days of employment or accounting that cannot be meant."""

import datetime as dt
from collections.abc import Iterator

from models.errors import InputProblem
from models.text import Text
from planner.scenario.cross_checks.dates import MOST_LOOK_BACK_DAYS, as_date, not_long_before
from planner.scenario.cross_checks.no_such import no_such
from planner.scenario.draft import Draft
from planner.scenario.origins import child_of
from planner.scenario.suggest import listed


def unknown_pay_contracts(draft: Draft) -> Iterator[InputProblem]:
    """Bands, premiums of split shifts, overtime and on-costs for a contract nobody wrote."""
    known = draft.written_names("contracts")
    for field in ("bands", "split_shifts", "overtime", "on_costs"):
        entries = child_of(draft.data.get("pay"), field)
        for i, entry in enumerate(entries if isinstance(entries, list) else ()):
            names = child_of(entry, "contracts")
            for name in names if isinstance(names, list) else ():
                if isinstance(name, str) and name not in known:
                    place = draft.place("pay", field, i, "contracts")
                    yield InputProblem(place, no_such("contract", name, known), listed(sorted(known)))


def employment_days(draft: Draft) -> Iterator[InputProblem]:
    """People not employed on any day of the period, or with a shift settled while they are not."""
    if not draft.dates:
        return
    first, last = draft.dates[0], draft.dates[-1]
    people = [("agents", i, agent.first_day, agent.last_day) for i, agent in draft.agents]
    people += [("vacancies", i, vacancy.first_day, None) for i, vacancy in draft.vacancies]
    for section, i, begins, ends in people:
        if begins is not None and begins > last:
            message = Text(
                en=f"employment begins on {begins}, after the period ends on {last}",
                ru=f"первый рабочий день {begins}, а период кончается {last}",
            )
            place = draft.place(section, i, "first_day")
            yield InputProblem(
                place,
                message,
                Text(
                    en=f"a day up to {last}, or leave the person out",
                    ru=f"день не позже {last}, или уберите человека",
                ),
            )
        if ends is not None and ends < first:
            message = Text(
                en=f"employment ends on {ends}, before the period begins on {first}",
                ru=f"последний рабочий день {ends}, а период начинается {first}",
            )
            place = draft.place(section, i, "last_day")
            yield InputProblem(
                place,
                message,
                Text(
                    en=f"a day from {first} on, or leave the person out",
                    ru=f"день не раньше {first}, или уберите человека",
                ),
            )
    for i, agent in draft.agents:
        begins, ends = agent.first_day or first, agent.last_day or last
        for j, fixed in enumerate(agent.fixed_shifts):
            if first <= fixed.date <= last and not fixed.off and not begins <= fixed.date <= ends:
                place = draft.place("agents", i, "fixed_shifts", j, "date")
                message = Text(
                    en=f"{agent.id} is not employed on {fixed.date}",
                    ru=f"{fixed.date} сотрудник {agent.id} не работает в компании",
                )
                allowed = Text(en=f"a day from {begins} to {ends}", ru=f"день с {begins} по {ends}")
                yield InputProblem(place, message, allowed)


def accounting_periods(draft: Draft) -> Iterator[InputProblem]:
    """Accounting periods that do not hold the plan, or reach more than a year beyond it."""
    if not draft.dates:
        return
    first, last = draft.dates[0], draft.dates[-1]
    entries = child_of(draft.data.get("pay"), "overtime")
    for i, entry in enumerate(entries if isinstance(entries, list) else ()):
        ends = as_date(child_of(entry, "last_date"))
        if ends is not None:
            yield from _accounting_ends(draft.place("pay", "overtime", i, "last_date"), ends, last)
        begins = as_date(child_of(entry, "first_date"))
        if begins is None:
            continue
        place = draft.place("pay", "overtime", i, "first_date")
        if begins > first:
            message = Text(
                en=f"the accounting period begins on {begins}, after the plan does on {first}",
                ru=f"учётный период начинается {begins}, позже плана, который начинается {first}",
            )
            allowed = Text(en=f"a date up to {first}, or leave it out", ru=f"дата не позже {first} или пусто")
            yield InputProblem(place, message, allowed)
        elif (first - begins).days > MOST_LOOK_BACK_DAYS:
            message = Text(
                en=f"the accounting period begins on {begins}, more than a year before the plan",
                ru=f"учётный период начинается {begins}, больше чем за год до плана",
            )
            yield InputProblem(place, message, not_long_before(first))


def _accounting_ends(place: Text, ends: dt.date, last: dt.date) -> Iterator[InputProblem]:
    latest = last + dt.timedelta(days=MOST_LOOK_BACK_DAYS)
    if ends < last:
        message = Text(
            en=f"the accounting period ends on {ends}, before the plan does on {last}",
            ru=f"учётный период кончается {ends}, раньше плана ({last})",
        )
        allowed = Text(en=f"a date from {last} on, or leave it out", ru=f"дата с {last} или ничего")
        yield InputProblem(place, message, allowed)
    elif ends > latest:
        message = Text(
            en=f"the accounting period ends on {ends}, more than a year after the plan",
            ru=f"учётный период кончается {ends}, более чем через год после плана",
        )
        allowed = Text(en=f"a date up to {latest}", ru=f"дата не позже {latest}")
        yield InputProblem(place, message, allowed)
