"""Prices as tables for the terminal."""

from collections.abc import Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text as Line

from models.money_text import money_text, whole_money_text
from models.rule_price import PriceList, RulePrice
from models.text import Language, Text
from planner.rules.wording import counted

_TITLES = {
    "having": Text(
        en="What it costs to have it, per average month", ru="Во что это обходится, за средний месяц"
    ),
    "step": Text(
        en="What one step would cost or save a month", ru="Сколько стоил бы или сберёг шаг, за месяц"
    ),
}
_HEADS = (
    Text(en="Rule, person or wish", ru="Правило, человек, пожелание"),
    Text(en="Tried", ru="Что пробовали"),
    Text(en="Costs a month", ru="Стоит в месяц"),
    Text(en="People", ru="Людей"),
)
_BETWEEN = Text(en="{low} to {high}", ru="от {low} до {high}")
_FOUND = Text(en="found: {found}", ru="найдено: {found}")
_IMPOSSIBLE = {
    True: Text(en="no legal plan", ru="допустимого плана нет"),
    False: Text(en="no legal plan without it", ru="без этого допустимого плана нет"),
}
_NOT_DONE = Text(en="not done", ru="не рассчитано")
_BASE = Text(
    en="The plan as it is costs {cost} a month, pay and priced shortfalls.",
    ru="План как есть стоит {cost} в месяц: оплата и цена нехватки.",
)
_NOTE = Text(
    en="Each line was planned again. The cheapest possible plans with and without it differ by an amount in the "
    "range given; below zero, having it saves. Months have 30.4375 days.",
    ru="Для каждой строки план составлен заново. Самые дешёвые возможные планы с этим и без этого различаются на "
    "сумму в указанных пределах; ниже нуля — это сберегает. Месяц — 30,4375 дня.",
)
_STOPPED = Text(en="Interrupted: some lines were not done.", ru="Прервано: часть строк не рассчитана.")
_TOO_SHORT = Text(
    en="Time ran out: --time-limit gives more, --only names what matters.",
    ru="Время вышло: больше даст --time-limit, а --only выберет нужное.",
)
_WIDE = Text(
    en="{ranges} wider than the amount found: too little time to prove more. --time-limit gives more, --only names "
    "what matters.",
    ru="Пределы шире найденной суммы: {ranges}; доказать больше не хватило времени. Больше даст --time-limit, а "
    "--only выберет нужное.",
)


def price_table(prices: PriceList, language: Language) -> Group:
    """Draw what things cost, then what steps would; fits 100 columns.

    Parameters
    ----------
    prices
        What to show.
    language
        Of labels, sentences and numbers.
    """
    having = [one for one in prices.prices if one.group != "step"]
    steps = [one for one in prices.prices if one.group == "step"]
    parts: list[Table | Line] = [
        _table(_TITLES[key], own, prices.currency, language)
        for key, own in (("having", having), ("step", steps))
        if own
    ]
    cost = _range(prices.bound_minor, prices.objective_minor, prices.currency, language)
    parts.append(Line(_BASE.in_language(language).format(cost=cost)))
    parts.append(Line(_NOTE.in_language(language), style="dim"))
    if any(one.finding == "not_done" for one in prices.prices):
        said = _STOPPED if prices.is_interrupted else _TOO_SHORT
        parts.append(Line(said.in_language(language), style="yellow"))
    wide = sum(one.finding == "priced" and one.is_wide for one in prices.prices)
    if wide:
        ranges = counted(wide, ("range is", "ranges are"), ("строка", "строки", "строк"))
        told = _WIDE.in_language(language).format(ranges=ranges.in_language(language))
        parts.append(Line(told, style="yellow"))
    return Group(*parts)


def range_text(one: RulePrice, currency: str, language: Language) -> str:
    """Write the proven range, or why there is none."""
    if one.finding == "impossible":
        return _IMPOSSIBLE[one.group in ("step", "request")].in_language(language)
    if one.at_least_minor is None or one.at_most_minor is None:
        return _NOT_DONE.in_language(language)
    return _range(one.at_least_minor, one.at_most_minor, currency, language)


def _range(low: int, high: int, currency: str, language: Language) -> str:
    if high - low <= 1:
        return money_text(high, currency, language)
    return _BETWEEN.in_language(language).format(
        low=whole_money_text(low, currency, language), high=whole_money_text(high, currency, language)
    )


def _table(title: Text, prices: Sequence[RulePrice], currency: str, language: Language) -> Table:
    table = Table(title=title.in_language(language), title_justify="left", box=None, padding=(0, 2, 0, 0))
    for number, head in enumerate(_HEADS):
        is_number = number >= 2
        table.add_column(
            head.in_language(language),
            justify="right" if is_number else "left",
            overflow="fold",
            max_width=None if is_number else 44 - 14 * number,
        )
    for one in prices:
        cost = range_text(one, currency, language)
        if one.finding == "priced" and not one.is_exact and one.found_minor is not None:
            found = whole_money_text(one.found_minor, currency, language)
            cost += "\n" + _FOUND.in_language(language).format(found=found)
        people = "" if not one.people else f"{one.people:+d}"
        table.add_row(Line(one.what.in_language(language)), one.change.in_language(language), cost, people)
    return table
