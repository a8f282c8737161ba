"""A lower bound on every legal roster, from prices alone, in exact integer arithmetic.

Lagrangian duality (Geoffrion 1974, "Lagrangean relaxation for integer programming"): a
roster sets the level of each row, and pays the row's price for it.  Let the level be chosen
freely instead, but charge the tours ``price`` for each unit they add to it and pay the row
``price`` for each unit of the level chosen.  Where the two agree, as in every roster, both
cancel; so the cheapest of everything chosen apart is never dearer than the cheapest roster:

    sum over rows        min over levels of   price of the level - price * level
    + sum over sides     min over values of  (cost + sum of amounts * prices) * value
    + sum over profiles  min over numbers of  number * cheapest tour at these prices

The numbers of tours lie within the profile's bounds.  A counter may be let go in the same
way: a tour is charged ``p`` for each unit of its total, and credited the least that ``p``
times a permitted total can be.  Whatever the prices are, the sum is a lower bound; good
prices make it a high one.  All prices are integers over one ``scale``, costs are integers,
so the quotient is rounded up.
"""

from models.text import Text
from planner.solver.answer import Certificate
from planner.solver.problem import TourProblem
from planner.verify.label_prices import trade_prices
from planner.verify.legal_tours import CounterPrices, cheapest_of_profiles
from planner.verify.refusal import CertificateError
from planner.verify.row_values import price_of_rows, value_of_rows

_SCALE = Text(
    en="the certificate's scale is {scale}, allowed is 1 or more",
    ru="масштаб сертификата {scale}, допустимо от 1",
)
_NO_TOUR = Text(
    en="{name} must be on the roster, but has no legal tour",
    ru="{name} обязательно в графике, но допустимого графика нет",
)
_COUNTERS = Text(
    en="the certificate does not price the counters of this plan's people, one by one",
    ru="сертификат не назначает цену счётчикам каждого из сотрудников этого плана",
)


def recomputed_bound(problem: TourProblem, certificate: Certificate) -> int:
    """Return the lower bound that the prices of a certificate prove.

    Parameters
    ----------
    problem
        The problem as asked, rows not joined.
    certificate
        Its prices; nothing in it is believed.

    Raises
    ------
    CertificateError
        The certificate does not fit the problem, or a profile that must be taken has no
        legal tour.
    """
    scale = certificate.scale
    if scale < 1:
        raise CertificateError(_SCALE.format(scale=scale))
    _check_counters(problem, certificate)
    row_prices = price_of_rows(problem, certificate)
    total = value_of_rows(problem, certificate)
    for column in problem.side_columns:
        each = scale * column.cost + sum(amount * row_prices.get(row, 0) for row, amount in column.covers)
        total += min(each * column.lower, each * column.upper)
    cheapest = cheapest_of_profiles(
        problem, trade_prices(problem, row_prices, scale), certificate.counters, scale
    )
    for profile, tour, prices in zip(problem.profiles, cheapest, certificate.counters, strict=True):
        if tour is not None:
            let_go = zip(profile.counters, prices, strict=True)
            credit = sum(max(p * counter.lower, p * counter.upper) for counter, p in let_go if p is not None)
            each = scale * profile.head_cost + tour - credit
            total += min(each * profile.lower, each * profile.upper)
        elif profile.lower > 0:
            raise CertificateError(_NO_TOUR.format(name=profile.name))
    return -(-total // scale)


def without_legal_tour(problem: TourProblem) -> tuple[str, ...]:
    """Names of the profiles no tour of which is legal."""
    kept: list[CounterPrices] = [(None,) * len(profile.counters) for profile in problem.profiles]
    found = cheapest_of_profiles(problem, trade_prices(problem, {}, 1), kept, 1)
    return tuple(profile.name for profile, tour in zip(problem.profiles, found, strict=True) if tour is None)


def _check_counters(problem: TourProblem, certificate: Certificate) -> None:
    wanted = [len(profile.counters) for profile in problem.profiles]
    if [len(own) for own in certificate.counters] != wanted:
        raise CertificateError(_COUNTERS)
