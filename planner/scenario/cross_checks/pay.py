"""Pay for contracts nobody wrote, and days of employment or accounting that cannot be meant."""

from collections.abc import Iterator

from models.errors import InputProblem
from planner.scenario.cross_checks.dates import MOST_LOOK_BACK_DAYS, as_date
from planner.scenario.draft import Draft
from planner.scenario.origins import child_of
from planner.scenario.suggest import did_you_mean, listed


def unknown_pay_contracts(draft: Draft) -> Iterator[InputProblem]:
    """Bands, overtime and on-costs for a contract nobody wrote."""
    known = draft.written_names("contracts")
    for field in ("bands", "overtime", "on_costs"):
        entries = child_of(draft.data.get("pay"), field)
        for i, entry in enumerate(entries if isinstance(entries, list) else ()):
            names = child_of(entry, "contracts")
            for name in names if isinstance(names, list) else ():
                if isinstance(name, str) and name not in known:
                    place = draft.place("pay", field, i, "contracts")
                    message = f'there is no contract "{name}"{did_you_mean(name, known)}'
                    yield InputProblem(place, message, listed(sorted(known)))


def employment_days(draft: Draft) -> Iterator[InputProblem]:
    """People not employed on any day of the period, or with a shift settled while they are not."""
    if not draft.dates:
        return
    first, last = draft.dates[0], draft.dates[-1]
    people = [("agents", i, agent.first_day, agent.last_day) for i, agent in draft.agents]
    people += [("vacancies", i, vacancy.first_day, None) for i, vacancy in draft.vacancies]
    for section, i, begins, ends in people:
        if begins is not None and begins > last:
            message = f"employment begins on {begins}, after the period ends on {last}"
            place = draft.place(section, i, "first_day")
            yield InputProblem(place, message, f"a day up to {last}, or leave the person out")
        if ends is not None and ends < first:
            message = f"employment ends on {ends}, before the period begins on {first}"
            place = draft.place(section, i, "last_day")
            yield InputProblem(place, message, f"a day from {first} on, or leave the person out")
    for i, agent in draft.agents:
        begins, ends = agent.first_day or first, agent.last_day or last
        for j, fixed in enumerate(agent.fixed_shifts):
            if first <= fixed.date <= last and not fixed.off and not begins <= fixed.date <= ends:
                place = draft.place("agents", i, "fixed_shifts", j, "date")
                message = f"{agent.id} is not employed on {fixed.date}"
                yield InputProblem(place, message, f"a day from {begins} to {ends}")


def accounting_periods(draft: Draft) -> Iterator[InputProblem]:
    """Accounting periods that begin after the plan does, or more than a year before it."""
    if not draft.dates:
        return
    first = draft.dates[0]
    entries = child_of(draft.data.get("pay"), "overtime")
    for i, entry in enumerate(entries if isinstance(entries, list) else ()):
        begins = as_date(child_of(entry, "first_date"))
        if begins is None:
            continue
        place = draft.place("pay", "overtime", i, "first_date")
        if begins > first:
            message = f"the accounting period begins on {begins}, after the plan does on {first}"
            yield InputProblem(place, message, f"a date up to {first}, or leave it out")
        elif (first - begins).days > MOST_LOOK_BACK_DAYS:
            message = f"the accounting period begins on {begins}, more than a year before the plan"
            yield InputProblem(place, message, f"at most {MOST_LOOK_BACK_DAYS} days before {first}")
