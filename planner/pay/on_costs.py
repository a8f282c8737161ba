"""What the employer pays on top of somebody's pay, line by line, and where yearly caps cut it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from models.cost import PayLine
from models.employer_costs import OnCost
from models.money import to_minor
from models.tour import RosterAgent
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor


def on_costs_of(book: PayBook, contract: str) -> tuple[OnCost, ...]:
    """On-costs charged on a contract."""
    return tuple(one for one in book.terms.on_costs if not one.contracts or contract in one.contracts)


def paid_before_minor(book: PayBook, person: RosterAgent) -> int:
    """Pay of the calendar year before the period; nothing for a hire."""
    named = (one for one in book.scenario.agents if one.id == person.agent and person.vacancy is None)
    return next((to_minor(one.paid_this_year, book.scenario.desk.currency) for one in named), 0)


def charge(cost: OnCost, amount_minor: int, accrued_minor: int, currency: str) -> int:
    """On-cost of one line of pay, rounded once.

    Parameters
    ----------
    cost
        The on-cost.
    amount_minor
        The line.
    accrued_minor
        Pay of the calendar year before it.
    currency
        Of the desk.
    """
    below = amount_minor
    if cost.yearly_cap is not None:
        below = min(amount_minor, max(0, to_minor(cost.yearly_cap, currency) - accrued_minor))
    above = amount_minor - below
    return to_whole_minor(Fraction(cost.share) * below + Fraction(cost.share_above_cap) * above)


def on_cost_lines(book: PayBook, person: RosterAgent, pay: Iterable[PayLine]) -> Iterator[PayLine]:
    """On-costs of a person's lines of pay, which come in the order they are earned."""
    accrued = paid_before_minor(book, person)
    costs, currency, first = on_costs_of(book, person.contract), book.scenario.desk.currency, book.horizon
    year = first.first_date.year
    for line in pay:
        if line.day is not None and first.date_of(line.day).year != year:
            year, accrued = first.date_of(line.day).year, 0
        for cost in costs:
            amount = charge(cost, line.amount_minor, accrued, currency)
            if amount:
                yield PayLine(line.agent, line.day, "on_costs", f"{cost.name}: {line.name}", amount)
        accrued += line.amount_minor


@dataclass(frozen=True)
class Charges:
    """On-costs of one person for the search.

    Parameters
    ----------
    settled
        Shares that are the same on every line of the period.
    open
        On-costs whose cap may be reached within the period.
    """

    settled: tuple[Fraction, ...]
    open: tuple[OnCost, ...]

    def on(self, amount_minor: int) -> int:
        """Settled on-costs of a line."""
        return sum(to_whole_minor(share * amount_minor) for share in self.settled)


def charges_of(book: PayBook, person: RosterAgent, most_minor: int) -> Charges:
    """Tell on-costs whose share is settled from those whose cap the period may reach.

    ``most_minor`` is more than the person can be paid in the period.
    """
    accrued, settled, undecided = paid_before_minor(book, person), [], []
    ends = book.horizon.date_of(book.horizon.days - 1)
    for cost in on_costs_of(book, person.contract):
        cap = None if cost.yearly_cap is None else to_minor(cost.yearly_cap, book.scenario.desk.currency)
        if cap is None or accrued + most_minor <= cap:
            settled.append(Fraction(cost.share))
        elif accrued >= cap and ends.year == book.horizon.first_date.year:
            settled.append(Fraction(cost.share_above_cap))
        else:
            undecided.append(cost)
    return Charges(tuple(settled), tuple(undecided))
