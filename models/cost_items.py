"""What is behind the components of cost that are no shift's: funds, hires, roles."""

from models.cost import Component, CostBreakdown
from models.text import Text

#: Components that are shown item by item.
ITEMISED: tuple[Component, ...] = ("other_premium", "on_costs", "per_head", "overhead")
#: Items the planner names itself; all others bear the names the scenario gave them.
_OWN_NAMES = {
    "per head": Text(en="workplaces and licences", ru="рабочие места и лицензии"),
    "hiring": Text(en="hiring", ru="наём"),
    "training": Text(en="training", ru="обучение"),
}
#: Names that law packs and defaults give, by component; written by hand they mean the same.
_GIVEN_NAMES: dict[Component, dict[str, Text]] = {
    "on_costs": {
        "contributions": Text(en="contributions", ru="страховые взносы"),
        "accident insurance": Text(en="accident insurance", ru="взносы на травматизм"),
    },
    "other_premium": {"split shift": Text(en="split shift", ru="разделённая смена")},
}
_ABOVE_CAP = " above the cap"
_ABOVE = Text(en="{name} above the cap", ru="{name} сверх предела")


def itemised(cost: CostBreakdown, component: Component) -> tuple[tuple[Text, int], ...]:
    """Items of a component with their amounts in minor units; empty where there is nothing to tell apart."""
    items = cost.items(component) if component in ITEMISED else {}
    if len(items) < 2 and component != "overhead":
        return ()
    return tuple((item_text(name, component), amount) for name, amount in items.items())


def item_text(name: str, component: Component) -> Text:
    """An item's name in both languages."""
    if component == "per_head":
        return _OWN_NAMES.get(name, Text(en=name, ru=name))
    if component == "on_costs" and name.endswith(_ABOVE_CAP):
        fund = item_text(name.removesuffix(_ABOVE_CAP), component)
        return Text(en=_ABOVE.en.format(name=fund.en), ru=_ABOVE.ru.format(name=fund.ru))
    return _GIVEN_NAMES.get(component, {}).get(name, Text(en=name, ru=name))
