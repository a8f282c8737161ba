"""The summary: what was asked, what came out, how far it is proven, what it costs."""

from decimal import Decimal
from math import ceil

from openpyxl.worksheet.pagebreak import Break

from models.money_text import money_text
from models.outcome_text import outcome_texts
from models.relaxation_text import relaxation_text
from models.shown_names import shown_names
from models.violation import Violation
from planner.workbook.page import Page
from planner.workbook.printing import set_up_printing
from planner.workbook.protection import protect
from planner.workbook.wording import COST_WORDS, date_text, opening_text, period_text

_LAST_COLUMN = 6
_WIDTHS = (34, 20, 16, 16, 16, 34)
#: Characters that fit into the merged value columns.
_LINE_CHARACTERS = 115


def draw_summary(page: Page) -> None:
    """Fill the summary sheet."""
    plan = page.plan
    page.title(
        plan.scenario.desk.name, " · ".join(filter(None, (plan.scenario.name, plan.scenario.description)))
    )
    page.widths(*_WIDTHS)
    row = _asked(page, 4)
    row = _result(page, row + 1)
    page.sheet.row_breaks.append(Break(id=row))
    row = _costs(page, row + 1)
    row = _service(page, row + 1)
    _findings(page, row + 1)
    protect(page)
    set_up_printing(page)


def _section(page: Page, row: int, key: str) -> int:
    page.section(row, page.word(key), _LAST_COLUMN)
    return row + 1


def _line(page: Page, row: int, label: str, value: str) -> int:
    page.text(row, 1, label, "Smena label")
    page.text(row, 2, value, "Smena text")
    page.sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=_LAST_COLUMN)
    page.sheet.row_dimensions[row].height = 4 + 13.0 * max(1, ceil(len(value) / _LINE_CHARACTERS))
    return row + 1


def _asked(page: Page, row: int) -> int:
    plan, language = page.plan, page.language
    scenario = plan.scenario
    hires = sum(vacancy.max_hires for vacancy in scenario.vacancies)
    row = _section(page, row, "asked")
    dates = period_text(plan, language)
    row = _line(
        page, row, page.word("period"), page.word("period.days", dates=dates, days=scenario.period.days)
    )
    row = _line(page, row, page.word("zone"), scenario.desk.zone)
    row = _line(page, row, page.word("opening"), opening_text(page))
    row = _line(page, row, page.word("channels"), ", ".join(channel.name for channel in scenario.channels))
    people = page.word("people.value", named=len(scenario.agents), hires=hires)
    row = _line(page, row, page.word("people"), people)
    terms = scenario.staffing
    row = _line(page, row, page.word("min_agents"), str(terms.min_agents))
    if terms.break_cover is not None:
        row = _line(page, row, page.word("break_cover"), str(terms.break_cover))
    names = shown_names(scenario.agents)
    for number, rule in enumerate(scenario.rules):
        sentence = rule.with_names(names).explain().in_language(language)
        text = f"{sentence} ({rule.source})" if rule.source else sentence
        row = _line(page, row, page.word("rules") if number == 0 else "", text)
    return row


def _status(page: Page) -> str:
    proof, plan = page.plan.proof, page.plan
    if proof.status == "infeasible":
        return page.word("status.infeasible")
    if proof.status == "optimal":
        return page.word("status.optimal")
    stop = page.word(f"stop.{proof.stop}")
    above = money_text(proof.objective_minor - proof.bound_minor, plan.cost.currency, page.language)
    return page.word("status.feasible", above=above, gap=_percent(page, proof.gap), stop=stop)


def _percent(page: Page, share: float) -> str:
    text = f"{100 * share:.2f}%"
    return text.replace(".", ",") if page.language == "ru" else text


def _result(page: Page, row: int) -> int:
    plan, coverage, currency = page.plan, page.plan.coverage, page.plan.cost.currency
    row = _section(page, row, "result")
    row = _line(page, row, page.word("status"), _status(page))
    for reason in plan.reasons:
        row = _line(page, row, page.word("reasons"), reason)
    for relaxation in plan.relaxations:
        row = _line(page, row, page.word("way_out"), relaxation_text(relaxation, currency, page.language))
    row = _line(
        page, row, page.word("objective"), money_text(plan.proof.objective_minor, currency, page.language)
    )
    bound = money_text(plan.proof.bound_minor, currency, page.language)
    row = _line(page, row, page.word("bound"), bound)
    hired = sum(tour.agent.vacancy is not None for tour in plan.roster.tours)
    total = plan.roster.headcount
    headcount = page.word("headcount.hired", total=total, hired=hired) if hired else str(total)
    row = _line(page, row, page.word("headcount"), headcount)
    for key, hours in (
        ("hours.scheduled", coverage.scheduled_hours),
        ("hours.required", coverage.required_hours),
        ("hours.understaffed", coverage.understaffed_hours),
        ("hours.deferred", coverage.deferred_short_hours),
        ("hours.overstaffed", coverage.overstaffed_hours),
    ):
        page.text(row, 1, page.word(key), "Smena label")
        page.number(row, 2, Decimal(repr(round(hours, 2))), "Smena figure")
        page.sheet.row_dimensions[row].height = 17
        row += 1
    return row


def _costs(page: Page, row: int) -> int:
    cost = page.plan.cost
    row = _section(page, row, "cost")
    page.heads(row, 1, ("cost", "cost.amount", "cost.share"), height_points=18)
    parts = [(COST_WORDS[component], cost.of(component)) for component in cost.shown]
    first, last = row + 1, row + len(parts)
    for offset, (key, minor) in enumerate(parts, start=1):
        line = row + offset
        page.text(line, 1, page.word(key))
        page.money(line, 2, minor)
        share = Decimal(minor) / cost.total_minor if cost.total_minor else Decimal(0)
        page.live(line, 3, f"=IF(B${last + 1}=0,0,B{line}/B${last + 1})", round(share, 12), "Smena share")
    page.text(last + 1, 1, page.word("cost.total"), "Smena total label")
    page.live(last + 1, 2, f"=SUM(B{first}:B{last})", page.amount(cost.total_minor), "Smena total money")
    return last + 2


def _service(page: Page, row: int) -> int:
    plan = page.plan
    row = _section(page, row, "service")
    keys = ("service.channel", "service.contacts", "service.level", "service.closed")
    page.heads(row, 1, keys, height_points=18)
    for promise in plan.promises:
        row += 1
        page.text(row, 1, promise.channel)
        page.number(row, 2, round(promise.contacts))
        page.number(row, 3, promise.service_level, "Smena share")
        page.number(row, 4, promise.closed_share, "Smena share")
    page.text(row + 1, 1, page.word("service.all"), "Smena total label")
    page.number(row + 1, 2, round(sum(promise.contacts for promise in plan.promises)), "Smena total")
    page.number(row + 1, 3, plan.service_level, "Smena total").number_format = "0.0%"
    row += 2
    for pool, said in outcome_texts(plan.outcomes, plan.scenario.horizon, page.language):
        row = _line(page, row, page.word("service.target"), f"{pool}: {said}")
    return row


def _findings(page: Page, row: int) -> int:
    violations = page.plan.violations
    row = _section(page, row, "findings")
    hard = [violation for violation in violations if violation.hard]
    row = _listed(page, row, hard, "findings.none")
    row = _section(page, row + 1, "wishes")
    return _listed(page, row, [violation for violation in violations if not violation.hard], "wishes.none")


def _listed(page: Page, row: int, violations: list[Violation], none_key: str) -> int:
    if not violations:
        return _line(page, row, "", page.word(none_key))
    for violation in violations:
        text = violation.text.in_language(page.language)
        if violation.penalty_minor:
            price = money_text(violation.penalty_minor, page.plan.cost.currency, page.language)
            text += f" ({page.word('wishes.price', price=price)})"
        row = _line(page, row, date_text(violation.date, page.language), text)
    return row
