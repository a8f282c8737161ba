"""A price list: the scenario as it is, then each changed one, and what their difference is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from models.comparison import PlanFigures
from models.plan import Plan
from models.rule_price import PriceList, RulePrice
from models.text import Text
from planner.again import asked_again
from planner.compare import figures_of
from planner.compare.month import per_month
from planner.pipeline import make_forecasts
from planner.plan_file import as_written
from planner.price_rules.ranges import Interval, difference_range, learnt, narrowed
from planner.price_rules.searches import Searches, Shown, Solved, as_it_is_there
from planner.price_rules.selection import all_variants, chosen_variants, refuse_unknown
from planner.price_rules.variant import Change, Variant
from planner.roster.solve import SearchLimits
from planner.scenario.loaded import LoadedScenario

#: The plan as it is stands on one side of every difference, so it gets a larger share.
_BASE_WEIGHT = 3

_AS_IT_IS = Text(en="the scenario as it is", ru="сценарий как есть")


#: A thing to be priced, and the searches done for it so far.
Told = tuple[Variant, tuple[Solved, ...]]


def price_rules(
    loaded: LoadedScenario, only: Sequence[str], limits: SearchLimits, shown: Shown
) -> tuple[PriceList, Plan]:
    """Price what is asked for, one search after another.

    Parameters
    ----------
    loaded
        The scenario.
    only
        Names of what to price; everything where empty.
    limits
        ``seconds`` is the time for all searches together; once ``stop`` is set, what is
        done so far is returned.
    shown
        Shows each search's progress.

    Returns
    -------
    tuple
        The prices, the dearest first, and the plan of the scenario as it is.

    Raises
    ------
    BadInputError
        A name in ``only`` stands for nothing, or a history cannot be used.
    """
    scenario = loaded.scenario
    demands = tuple(as_written(one.demand) for one in make_forecasts(loaded))
    frame, _, _ = asked_again(scenario, demands)
    most = {vacancy.name: vacancy.max_hires for vacancy in scenario.vacancies}
    expected = tuple(all_variants(scenario, frame, most))
    refuse_unknown(expected, only)
    searches = sum(len(one.changes) for one in chosen_variants(expected, only))
    work = Searches(demands, limits, searches + _BASE_WEIGHT)
    with shown(1, searches + 1, _AS_IT_IS) as listen:
        plan = work.solve(Change(scenario, "other"), _BASE_WEIGHT, listen)
    base = figures_of(plan)
    work.base, work.least_seconds = _interval(base), plan.proof.wall_seconds
    if base.status == "infeasible":
        return _listed(base, Interval(base.bound_minor, base.objective_minor), ()), plan
    hired = Counter(tour.agent.vacancy for tour in plan.roster.tours if tour.agent.vacancy is not None)
    variants = chosen_variants(tuple(all_variants(scenario, frame, hired)), only)
    work.left = sum(len(one.changes) for one in variants)
    told = _first_round(work, variants, plan, base, shown)
    told = _second_round(work, told, base, shown)
    narrow = _narrow(base, told)
    prices = [_priced(variant, own, base, narrow) for variant, own in told]
    listed = _listed(base, narrow, prices)
    stopped = limits.stop is not None and limits.stop.is_set()
    return replace(listed, is_interrupted=stopped), plan


def _first_round(
    work: Searches, variants: Sequence[Variant], plan: Plan, base: PlanFigures, shown: Shown
) -> list[Told]:
    """Search everything once; what is missing at the end had no time."""
    told, number, searches = list[Told](), 1, work.left
    for variant in variants:
        solved = []
        for change in variant.changes:
            number += 1
            if work.is_over():
                break
            again = as_it_is_there(change, plan, base)
            if again is not None and change.relation == "tighter":
                # the plan as it is keeps this too, so nothing can be cheaper than it: no search
                work.left -= 1
                solved.append(Solved(change, again))
                continue
            with shown(number, searches + 1, _title(variant)) as listen:
                made = work.tried(change, again, listen)
            if made is not None:
                solved.append(made)
        told.append((variant, tuple(solved)))
    return told


def _second_round(work: Searches, told: list[Told], base: PlanFigures, shown: Shown) -> list[Told]:
    """Search what has the widest ranges once more, and longer, while there is time."""
    work.begin_second_round()
    narrow = _narrow(base, told)
    prices = [_priced(variant, own, base, narrow) for variant, own in told]
    wide = [place for place, price in enumerate(prices) if price.finding == "priced" and not price.is_exact]
    wide.sort(key=lambda place: -prices[place].width_minor)
    for number, place in enumerate(wide):
        variant, own = told[place]
        better = []
        for solved in own:
            if work.is_over():
                break
            with shown(number + 1, len(wide), _title(variant)) as listen:
                made = work.longer(solved, len(wide) - number, listen)
            better.append(solved if made is None else made)
        told[place] = variant, (*better, *own[len(better) :])
    return told


def _narrow(base: PlanFigures, told: Sequence[Told]) -> Interval:
    """What everything searched says of the scenario as it is."""
    known = [
        (one.change.relation, _interval(one.figures))
        for _, own in told
        for one in own
        if one.figures is not None
    ]
    return learnt(_interval(base), known)


def _priced(variant: Variant, solved: tuple[Solved, ...], base: PlanFigures, narrow: Interval) -> RulePrice:
    """Say what having it costs, as far as it was solved."""
    told = RulePrice(variant.key, variant.group, variant.what, variant.text, "not_done")
    if len(solved) < len(variant.changes):
        return told
    if any(one.figures is None for one in solved):
        return replace(told, finding="impossible")
    by_change = {id(one.change): one for one in solved}
    having, having_figures = _side(variant.having, by_change, base, narrow)
    without, without_figures = _side(variant.without, by_change, base, narrow)
    tighter = variant.having is None or variant.having.relation == "tighter"
    looser = variant.without is None or variant.without.relation == "looser"
    days = base.days
    least, most = difference_range(having, without, days, never_negative=tighter and looser)
    found = per_month(having.objective_minor, days) - per_month(without.objective_minor, days)
    hours = (having_figures.understaffed_hours - without_figures.understaffed_hours) * 30.4375 / days
    return replace(
        told,
        finding="priced",
        at_least_minor=least,
        at_most_minor=most,
        found_minor=found,
        people=having_figures.headcount - without_figures.headcount,
        understaffed_hours=hours,
    )


def _side(
    change: Change | None, solved: dict[int, Solved], base: PlanFigures, narrow: Interval
) -> tuple[Interval, PlanFigures]:
    if change is None:
        return narrow, base
    figures = solved[id(change)].figures
    if figures is None:
        raise ValueError("an impossible scenario has no interval")
    own = narrowed(change.relation, _interval(figures), narrow)
    # where the plan as it is turns out cheaper, it is the plan of this scenario as well
    return own, base if own.objective_minor < figures.objective_minor else figures


def _listed(base: PlanFigures, narrow: Interval, prices: Sequence[RulePrice]) -> PriceList:
    def dearest(one: RulePrice) -> tuple[bool, int, int]:
        return one.found_minor is None, -(one.found_minor or 0), -(one.at_most_minor or 0)

    return PriceList(
        base.scenario,
        base.language,
        base.cost.currency,
        base.days,
        base.status,
        per_month(narrow.objective_minor, base.days),
        per_month(narrow.bound_minor, base.days),
        tuple(sorted(prices, key=dearest)),
    )


def _interval(figures: PlanFigures) -> Interval:
    return Interval(figures.bound_minor, figures.objective_minor)


def _title(variant: Variant) -> Text:
    return Text(
        en=f"{variant.what.en}: {variant.text.en}",
        ru=f"{variant.what.ru}: {variant.text.ru}",
    )
