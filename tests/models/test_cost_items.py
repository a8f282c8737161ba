"""What components of cost are made of."""

from dataclasses import replace

from models.cost import CostBreakdown, PayLine
from models.cost_items import item_text, itemised
from planner.packs.russia import Russia

COST = CostBreakdown(
    currency="RUB",
    base_minor=0,
    night_premium_minor=0,
    holiday_premium_minor=0,
    overtime_minor=0,
    per_head_minor=30,
    on_costs_minor=60,
    overhead_minor=40,
    lines=(
        PayLine("a", None, "per_head", "hiring", 10),
        PayLine("b", None, "per_head", "hiring", 20),
        PayLine("a", 0, "on_costs", "fund", 20, charged_on="base"),
        PayLine("a", 1, "on_costs", "fund above the cap", 40, charged_on="night"),
        PayLine("", None, "overhead", "2 x lead", 40),
    ),
)


def test_items_add_up_by_name_and_one_alone_tells_nothing_but_of_roles() -> None:
    assert itemised(COST, "per_head") == ()
    assert [(text.en, text.ru, minor) for text, minor in itemised(COST, "on_costs")] == [
        ("fund", "fund", 20),
        ("fund above the cap", "fund сверх предела", 40),
    ]
    assert [(text.en, minor) for text, minor in itemised(COST, "overhead")] == [("2 x lead", 40)]
    more = replace(COST, lines=(*COST.lines, PayLine("b", None, "per_head", "training", 5)))
    assert [(text.ru, minor) for text, minor in itemised(more, "per_head")] == [("наём", 30), ("обучение", 5)]


def test_a_plan_without_lines_has_no_items() -> None:
    assert itemised(replace(COST, lines=()), "overhead") == ()


def test_what_a_law_pack_names_is_told_in_russian_too() -> None:
    """A Russian summary said "contributions сверх предела"."""
    pack = Russia(contributions=True)
    names = [
        cost["name"]
        for line in pack.lines()
        for term in line.terms
        if term.field == "pay.on_costs"
        for cost in term.value
    ]
    assert names
    told = {item_text(name + end, "on_costs").ru for name in names for end in ("", " above the cap")}
    assert told == {
        "страховые взносы",
        "страховые взносы сверх предела",
        "взносы на травматизм",
        "взносы на травматизм сверх предела",
    }
    assert item_text("split shift", "other_premium").ru == "разделённая смена"
    assert item_text("contributions", "on_costs").en == "contributions"
    assert item_text("свой фонд", "on_costs").ru == "свой фонд"
