"""Every line of pay as a table: what payroll reconciles a plan with."""

import csv
import io
from decimal import Decimal
from fractions import Fraction

from models.formula_text import no_formula
from models.money import from_minor, minor_per_unit, share_of_minor
from models.plan import Plan

COLUMNS = (
    "agent",
    "contract",
    "date",
    "shift",
    "component",
    "item",
    "minutes",
    "rate_per_hour",
    "share",
    "basis",
    "amount",
    "amount_minor",
    "currency",
)
#: Shares with as many digits are written in digits.
_SHARE_SCALE = 10**6


def cost_csv(plan: Plan) -> str:
    """Write one row per audit line, in the order the lines are earned, person after person.

    Amounts add up to the plan's cost to the minor unit.  Lines of no shift (salary, costs per
    head, roles) have no date.  Each row says how its amount came about: ``minutes / 60 *
    rate_per_hour``, or ``share * basis`` where there are no minutes; ``rate_per_hour`` is ``share *
    basis`` too where it is a premium.  Overtime is rounded as a whole, so that one of its lines
    may differ by a minor unit.
    """
    currency, text = plan.cost.currency, io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    contracts = {tour.agent.agent: tour.agent.contract for tour in plan.roster.tours}
    patterns = {(person.agent, shift.day): shift.pattern for person, shift in plan.roster.worked()}
    for line in plan.cost.lines:
        date = "" if line.day is None else plan.scenario.horizon.date_of(line.day).isoformat()
        shift = "" if line.day is None else patterns.get((line.agent, line.day), "")
        table.writerow(
            (
                no_formula(line.agent),
                no_formula(contracts.get(line.agent, "")),
                date,
                no_formula(shift),
                line.component,
                no_formula(line.label),
                "" if line.minutes is None else line.minutes,
                "" if line.rate_per_hour is None else f"{line.rate_per_hour:f}",
                _share(line.share),
                "" if line.basis_minor is None else _amount(line.basis_minor, currency),
                from_minor(line.amount_minor, currency),
                line.amount_minor,
                currency,
            )
        )
    return text.getvalue()


def _share(share: Fraction | None) -> str:
    """A share in digits, or as a fraction where digits would have no end: ``79/159`` of a month."""
    if share is None:
        return ""
    if _SHARE_SCALE % share.denominator:
        return f"{share.numerator}/{share.denominator}"
    digits = Decimal(share.numerator * _SHARE_SCALE // share.denominator) / _SHARE_SCALE
    return f"{digits.normalize():f}"


def _amount(minor: Fraction, currency: str) -> str:
    """Currency units with four digits more than people are paid in."""
    scale = minor_per_unit(currency)
    units = Decimal(share_of_minor(minor.numerator, 10_000, minor.denominator)) / (10_000 * scale)
    return f"{units:f}"
