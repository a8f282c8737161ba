"""The comparison as a document, for ``compare.json``."""

from models.comparison import ComparedPlan, Comparison, Difference
from models.cost import COMPONENTS
from models.money import from_minor
from planner.compare.sentences import NIGHT_RULE_OF_THUMB


def comparison_document(comparison: Comparison) -> dict[str, object]:
    """Return the comparison as plain JSON values; money as decimal text, shares rounded to 1e-6."""
    currency = comparison.currency
    return {
        "currency": currency,
        "month_days": "30.4375",
        "scenarios": [_plan(plan, currency) for plan in comparison.plans],
        "differences": [_difference(item, currency) for item in comparison.differences],
        "notes": [note.model_dump() for note in comparison.notes],
    }


def _plan(plan: ComparedPlan, currency: str) -> dict[str, object]:
    figures, cost = plan.figures, plan.cost_per_month
    per_contact = plan.cost_per_contact_minor
    return {
        "scenario": plan.label,
        "first_date": figures.first_date,
        "days": figures.days,
        "status": figures.status,
        "hard_violations": figures.hard_violations,
        "headcount": figures.headcount,
        "cost_per_month": {
            "total": from_minor(cost.total_minor, currency),
            **{str(component): from_minor(cost.of(component), currency) for component in COMPONENTS},
        },
        "objective_per_month": from_minor(plan.objective_per_month_minor, currency),
        "bound_per_month": from_minor(plan.bound_per_month_minor, currency),
        "cost_per_contact": None if per_contact is None else from_minor(per_contact, currency),
        "contacts": round(figures.contacts, 3),
        "contacts_served": round(figures.served_contacts, 3),
        "service_level": round(figures.service_level, 6),
        "channels": [
            {
                "channel": promise.channel,
                "contacts": round(promise.contacts, 3),
                "service_level": round(promise.service_level, 6),
                "closed_share": round(promise.closed_share, 6),
            }
            for promise in figures.promises
        ],
        "closed_share": round(figures.closed_share, 6),
        "night_share": round(figures.night_share, 6),
        "night_share_rule_of_thumb": NIGHT_RULE_OF_THUMB,
        "night_advice": plan.night_advice.model_dump(),
        "required_hours": round(figures.required_hours, 3),
        "scheduled_hours": round(figures.scheduled_hours, 3),
        "understaffed_hours": round(figures.understaffed_hours, 3),
    }


def _difference(item: Difference, currency: str) -> dict[str, object]:
    def money(minor: int | None) -> str | None:
        return None if minor is None else from_minor(minor, currency)

    return {
        "dearer": item.dearer,
        "cheaper": item.cheaper,
        "proven": item.finding in ("separated", "equal"),
        "finding": item.finding,
        "proven_at_least_per_month": money(item.proven_at_least_minor),
        "proven_at_most_per_month": money(item.proven_at_most_minor),
        "overlap_per_month": money(item.overlap_minor),
        "gap": round(item.gap, 9),
        "gap_needed": round(item.gap_needed, 9),
        "found_objective_difference_per_month": money(item.found_objective_minor),
        "found_cost_difference_per_month": money(item.found_cost_minor),
        "sentence": item.sentence.model_dump(),
    }
