"""Prices as a document, for ``price_rules.json``."""

from typing import Any

from models.money import from_minor
from models.rule_price import PriceList, RulePrice


def price_document(prices: PriceList) -> dict[str, Any]:
    """Return prices as plain JSON values; money as decimal text per average month."""
    currency = prices.currency
    return {
        "scenario": prices.scenario,
        "currency": currency,
        "days": prices.days,
        "month_days": "30.4375",
        "status": prices.status,
        "interrupted": prices.is_interrupted,
        "objective_per_month": from_minor(prices.objective_minor, currency),
        "bound_per_month": from_minor(prices.bound_minor, currency),
        "prices": [_row(one, currency) for one in prices.prices],
    }


def _row(one: RulePrice, currency: str) -> dict[str, Any]:
    def money(minor: int | None) -> str | None:
        return None if minor is None else from_minor(minor, currency)

    return {
        "key": one.key,
        "group": one.group,
        "what": one.what.model_dump(),
        "change": one.change.model_dump(),
        "finding": one.finding,
        "cost_at_least_per_month": money(one.at_least_minor),
        "cost_at_most_per_month": money(one.at_most_minor),
        "cost_found_per_month": money(one.found_minor),
        "people": one.people,
        "understaffed_hours_per_month": None
        if one.understaffed_hours is None
        else round(one.understaffed_hours, 3),
    }
