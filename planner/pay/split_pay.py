"""What a split shift is paid more, line by line."""

from collections.abc import Iterator
from fractions import Fraction

from models.cost import PayLine
from models.shift import Shift
from models.split_premium import SplitPremium
from planner.pay.hourly import hourly
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor


def split_lines(
    book: PayBook, agent: str, contract: str, shift: Shift, earned: Fraction
) -> Iterator[PayLine]:
    """Audit lines of the premiums of a split shift; none of a shift that is not split.

    ``earned`` is what its paid time comes to, base and bands, in minor units; a salary counts at its
    hourly rate.  Each line is rounded once.
    """
    if not shift.is_split:
        return
    rate = book.pays[contract].minute_rate(book.horizon.date_of(shift.day))
    for premium in book.terms.split_shifts:
        paid = not premium.contracts or contract in premium.contracts
        if paid and shift.break_minutes > premium.after_minutes:
            line = _line(book, agent, shift, premium, rate, earned)
            if line.amount_minor:
                yield line


def _line(
    book: PayBook, agent: str, shift: Shift, premium: SplitPremium, rate: Fraction, earned: Fraction
) -> PayLine:
    name, day, pause, scale = premium.name, shift.day, shift.break_minutes, book.scale
    if premium.amount is not None:
        return PayLine(agent, day, "other_premium", name, to_whole_minor(Fraction(premium.amount) * scale))
    if premium.minimum_wage is not None:
        least = Fraction(premium.minimum_wage) * scale * (shift.paid_minutes + 60) / 60
        return PayLine(agent, day, "other_premium", name, to_whole_minor(max(Fraction(0), least - earned)))
    share = None if premium.share is None else Fraction(premium.share)
    minute = Fraction(premium.amount_per_hour or 0) * scale / 60 if share is None else share * rate
    amount = to_whole_minor(minute * pause)
    basis = None if share is None else rate * 60
    return PayLine(agent, day, "other_premium", name, amount, pause, hourly(minute, scale), share, basis)
