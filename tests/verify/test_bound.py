"""Whatever the prices, the recomputed bound is a bound, and as high as the engine's own."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.solver.answer import Certificate
from planner.solver.bound import integer_prices, lagrangian_bound
from planner.solver.convex import shortfall_price
from planner.solver.evaluate import Ledger
from planner.solver.join import join_rows
from planner.solver.network import build_networks
from planner.solver.problem import Duty, Profile, Row, TourProblem, Trade
from planner.verify.bound import recomputed_bound, without_legal_tour
from planner.verify.refusal import CertificateError
from tests.solver.rota import Work, big_rota, longest_run, weekly_slots
from tests.solver.small import legal_tours, small_problems
from tests.verify.counted import Slots, cheapest, counted_problems, singles, with_rules

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(small_problems(with_sides=True), st.data())
@SLOW
def test_it_is_no_lower_than_the_engines_and_no_higher_than_the_optimum(
    problem: TourProblem, data: st.DataObject
) -> None:
    ledger, networks = Ledger(problem), build_networks(problem)
    duals = [data.draw(st.floats(-100, 100)) for _ in problem.rows]
    prices = integer_prices(ledger, duals, 64)
    again = recomputed_bound(problem, singles(problem, list(prices), 64))
    best = cheapest(problem)
    assert best is not None
    assert lagrangian_bound(ledger, networks, prices, 64) <= again <= best


@pytest.mark.parametrize("scale", [1, 7, 1 << 20, 10**30])
def test_it_equals_the_engines_on_a_week_of_five_rules(scale: int) -> None:
    """The largest scale leaves 64 bits."""
    problem = big_rota(6, days=7)
    duals = [-(number * 37 % 101) for number in range(len(problem.rows))]
    engine = lagrangian_bound(Ledger(problem), build_networks(problem), duals, 1)
    again = recomputed_bound(problem, singles(problem, [scale * dual for dual in duals], scale))
    assert again == engine


@given(counted_problems(), st.data())
@SLOW
def test_counters_priced_or_kept_never_lift_it_above_the_optimum(
    problem: TourProblem, data: st.DataObject
) -> None:
    assume(
        not any(
            profile.lower and not any(legal_tours(with_rules(problem), number))
            for number, profile in enumerate(problem.profiles)
        )
    )
    best = cheapest(problem)
    assert best is not None
    scale = data.draw(st.sampled_from([1, 3, 64]))
    price = st.integers(-50 * scale, 50 * scale)
    rows = data.draw(st.lists(price, min_size=len(problem.rows), max_size=len(problem.rows)))
    counters = tuple(
        tuple(data.draw(st.none() | price) for _ in profile.counters) for profile in problem.profiles
    )
    certificate = replace(singles(problem, rows, scale), counters=counters)
    assert recomputed_bound(problem, certificate) <= best
    kept = singles(problem, rows, scale)
    ruled = with_rules(problem)
    assert recomputed_bound(problem, kept) == recomputed_bound(ruled, singles(ruled, rows, scale))
    free = replace(kept, counters=tuple((0,) * len(profile.counters) for profile in problem.profiles))
    assert recomputed_bound(problem, free) <= recomputed_bound(problem, kept)


def test_a_priced_counter_is_credited_what_may_be_counted() -> None:
    """One person works four days or none: 16 slots each, between 30 and 40 in all, at 3 a slot."""
    problem = TourProblem(
        4,
        ((Work(14, 16),),) * 4,
        tuple(Duty(day, 0) for day in range(4)),
        (Trade((100,) * 4, ((),) * 4),),
        (Profile("ana", 0, (), 1, 1, 7, (Slots(30, 40),)),),
        (),
    )
    assert recomputed_bound(problem, Certificate(1, (), ((None,),), 0)) == 207
    assert recomputed_bound(problem, Certificate(1, (), ((0,),), 0)) == 7
    assert recomputed_bound(problem, Certificate(1, (), ((-6,),), 0)) == 7 + 6 * 30
    assert recomputed_bound(problem, Certificate(100, (), ((-625,),), 0)) == 195  # 194.5, rounded up
    assert recomputed_bound(problem, Certificate(1, (), ((-7,),), 0)) == 7 + 4 * 100 - 7 * 64 + 7 * 30
    assert recomputed_bound(problem, Certificate(1, (), ((5,),), 0)) == 7 - 5 * 40


def test_joined_rows_have_one_price() -> None:
    problem = big_rota(6, days=7)
    joined = join_rows(problem)
    duals = [-(number * 53 % 97) for number in range(len(joined.rows))]
    engine = lagrangian_bound(Ledger(joined), build_networks(joined), duals, 1)
    number_of = {row.name: number for number, row in enumerate(problem.rows)}
    groups = tuple(
        (tuple(number_of[name] for name in row.name.split("+")), dual)
        for row, dual in zip(joined.rows, duals, strict=True)
    )
    assert len(groups) < len(problem.rows)
    certificate = Certificate(1, groups, ((),), engine)
    assert recomputed_bound(problem, certificate) == engine
    (first, _), (second, _), *rest = groups
    with pytest.raises(CertificateError, match="always have one level"):
        recomputed_bound(problem, replace(certificate, rows=((first + second, 0), *rest)))


def plain() -> tuple[TourProblem, Certificate]:
    problem = big_rota(2, days=2)
    return problem, singles(problem, [0] * len(problem.rows), 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda c: replace(c, scale=0), "scale is 0"),
        (lambda c: replace(c, rows=c.rows[1:]), "leaves out row 'slot 0'"),
        (lambda c: replace(c, rows=(*c.rows, c.rows[0])), "prices a row twice"),
        (lambda c: replace(c, rows=(*c.rows, ((), 5))), "a group of no rows"),
        (lambda c: replace(c, rows=(*c.rows, ((999,), 5))), "row 999, which does not exist"),
        (lambda c: replace(c, counters=()), "does not price the counters"),
        (lambda c: replace(c, counters=((None,),)), "does not price the counters"),
    ],
)
def test_what_does_not_fit_is_refused(change: object, words: str) -> None:
    problem, certificate = plain()
    assert recomputed_bound(problem, certificate) > 0
    assert callable(change)
    with pytest.raises(CertificateError, match=words):
        recomputed_bound(problem, change(certificate))


def test_prices_beyond_the_slopes_prove_little_but_nothing_false() -> None:
    problem, certificate = plain()
    wild = replace(certificate, rows=tuple((rows, -(10**9)) for rows, _ in certificate.rows))
    assert recomputed_bound(problem, wild) < 0


def test_who_has_no_legal_tour_is_named() -> None:
    rules = (longest_run(0), weekly_slots(40))
    problem = TourProblem(
        2,
        ((Work(14, 16),),) * 2,
        (Duty(0, 0), Duty(1, 0)),
        (Trade((5, 5), (((0, 1),), ())),),
        (
            Profile("ana", 0, rules, 1, 1, counters=(Slots(1, 99),)),
            Profile("bob", 0, rules, 1, 1),
            Profile("hire", 0, rules, 0, 3, counters=(Slots(99, 99),)),
        ),
        (Row("row", shortfall_price(1, 50)),),
    )
    assert without_legal_tour(problem) == ("ana", "hire")
    with pytest.raises(CertificateError, match="ana must be on the roster"):
        recomputed_bound(problem, singles(problem, [0], 1))
    fewer = replace(problem, profiles=problem.profiles[1:])
    assert recomputed_bound(fewer, singles(fewer, [-50], 1)) == 50
