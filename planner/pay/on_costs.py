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


@dataclass(frozen=True)
class Part:
    """A part of a line of pay that is charged one share, and what that comes to (minor units)."""

    share: Fraction
    basis_minor: int
    above_cap: bool = False

    @property
    def amount_minor(self) -> int:
        """The on-cost, rounded by itself."""
        return to_whole_minor(self.share * self.basis_minor)


def parts_of(cost: OnCost, amount_minor: int, accrued_minor: int, currency: str) -> tuple[Part, ...]:
    """Cut a line of pay where it crosses the yearly cap.

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
    parts = (
        Part(Fraction(cost.share), below),
        Part(Fraction(cost.share_above_cap), amount_minor - below, True),
    )
    return tuple(one for one in parts if one.basis_minor)


def charge(cost: OnCost, amount_minor: int, accrued_minor: int, currency: str) -> int:
    """On-cost of one line of pay: that of its parts."""
    return sum(part.amount_minor for part in parts_of(cost, amount_minor, accrued_minor, currency))


def on_cost_lines(
    book: PayBook, person: RosterAgent, pay: Iterable[tuple[int, PayLine]]
) -> Iterator[PayLine]:
    """On-costs of a person's lines of pay, which come with their years and in the order they are earned."""
    accrued = paid_before_minor(book, person)
    costs, currency = on_costs_of(book, person.contract), book.scenario.desk.currency
    so_far = book.horizon.first_date.year
    for year, line in pay:
        if year != so_far:
            so_far, accrued = year, 0
        for cost in costs:
            for part in parts_of(cost, line.amount_minor, accrued, currency):
                name = f"{cost.name} above the cap" if part.above_cap else cost.name
                if amount := part.amount_minor:
                    yield PayLine(
                        line.agent,
                        line.day,
                        "on_costs",
                        name,
                        amount,
                        share=part.share,
                        basis_minor=Fraction(part.basis_minor),
                        charged_on=line.name,
                    )
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
