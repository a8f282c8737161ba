"""What two intervals prove.

The objective of the cheapest possible plan of a scenario lies in ``[bound, objective]`` of
any legal plan found for it.  For a dearer plan A and a cheaper plan B:

- every plan of A costs at least ``bound(A)``, and the plan of B costs ``objective(B)``; so
  B's plan undercuts every plan of A by at least ``bound(A) - objective(B)`` when positive;
- the cheapest possible plans are no further apart than ``objective(A) - bound(B)``;
- the proof succeeds when ``objective(A) - bound(A) < objective(A) - objective(B)``: the gap
  of A must be smaller than the difference found.  B's bound plays no part in it.
"""

from dataclasses import replace

from models.comparison import ComparedPlan, Difference, Finding
from models.text import Text
from planner.compare.month import at_least_per_month, at_most_per_month
from planner.compare.sentences import difference_sentence


def _finding(dearer: ComparedPlan, cheaper: ComparedPlan, at_least: int, found: int) -> Finding:
    pair = (dearer.figures, cheaper.figures)
    if any(figures.status == "infeasible" or figures.hard_violations for figures in pair):
        return "no_legal_plan"
    if at_least > 0:
        return "separated"
    if found == 0 and all(figures.bound_minor == figures.objective_minor for figures in pair):
        return "equal"
    return "overlap"


def difference(first: ComparedPlan, second: ComparedPlan) -> Difference:
    """Say what is found and what is proven of the difference between two plans."""
    dearer, cheaper = first, second
    if first.objective_per_month_minor < second.objective_per_month_minor:
        dearer, cheaper = second, first
    a, b = dearer.figures, cheaper.figures
    at_least = at_least_per_month(a.bound_minor, a.days, b.objective_minor, b.days)
    at_most = at_most_per_month(a.objective_minor, a.days, b.bound_minor, b.days)
    found = dearer.objective_per_month_minor - cheaper.objective_per_month_minor
    finding = _finding(dearer, cheaper, at_least, found)
    scale = max(1, abs(dearer.objective_per_month_minor))
    proven = finding in ("separated", "equal", "overlap")
    result = Difference(
        dearer=dearer.label,
        cheaper=cheaper.label,
        finding=finding,
        found_objective_minor=found,
        found_cost_minor=dearer.cost_per_month.total_minor - cheaper.cost_per_month.total_minor,
        proven_at_least_minor=at_least if finding == "separated" else None,
        proven_at_most_minor=at_most if proven else None,
        overlap_minor=max(0, -at_least) if proven else 0,
        gap=(a.objective_minor - a.bound_minor) / max(1, abs(a.objective_minor)) if proven else 0.0,
        gap_needed=found / scale if proven else 0.0,
        sentence=Text(en="", ru=""),
    )
    return replace(result, sentence=difference_sentence(result, dearer.cost_per_month.currency))
