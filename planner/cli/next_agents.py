"""What one agent more costs where the promise still fails, beside the price of a shortfall."""

from collections.abc import Iterator, Sequence

from rich.table import Table

from models.money import from_minor, to_minor
from models.money_text import money_text
from models.scenario import Scenario
from models.text import Text
from planner.cli.numbers import percent_text
from planner.refine import OneMore

_HEADS = (
    Text(en="Still below", ru="Ещё ниже"),
    Text(en="Channel", ru="Канал"),
    Text(en="In time", ru="Вовремя"),
    Text(en="One agent\nmore costs", ru="Ещё один\nчеловек стоит"),
    Text(en="\npay in it", ru="\nиз них оплата"),
    Text(en="One missing\nis priced at", ru="Цена нехватки\nодного"),
)
_INTERVAL = Text.same("{date} {clock}")
_DAY = Text(en="{date}, at {clock}", ru="{date}, в {clock}")
_OF_DAYS = Text(
    en="Days are below as a whole: one agent more stands at the time named, where most contacts are late; one may "
    "not suffice for the day.",
    ru="Ниже обещанного день в целом: ещё один человек добавлен в названное время, где больше всего опоздавших; "
    "одного на день может не хватить.",
)
_RANGE = Text(en="{low} to {high}", ru="от {low} до {high}")
_MOST = Text(en="at most {high}", ru="не больше {high}")
_LEAST = Text(en="at least {low}; no legal way found", ru="не меньше {low}; законный способ не найден")
_NO_WAY = Text(en="no legal way found", ru="законный способ не найден")
_AGAIN = Text(
    en="One agent more costs: planned again with one more demanded there and all prices as they are, so pay, "
    "wishes and hours short elsewhere together; a range where that search did not end in a proof. At most, "
    "with no new plan: a legal shift more in the roster as it is.",
    ru="Ещё один человек стоит: план составлен заново с требованием ещё одного в этом интервале при тех же "
    "ценах, то есть оплата, пожелания и нехватка в других часах вместе; вилка там, где поиск не дошёл до "
    "доказательства. «Не больше» без нового плана: ещё одна допустимая смена в графике, какой он есть.",
)
_PRICE = Text(
    en="An hour short is priced at {price} (prices.understaffed_hour): where one more costs more than that is worth, "
    "the plan leaves the interval as it is.",
    ru="Час нехватки стоит {price} (prices.understaffed_hour): где человек стоит дороже, план оставляет интервал "
    "как есть.",
)
_RULE = Text(
    en="To have just these covered, demand them: a rule min_staff with dates, hours and minimum; it costs what the "
    "table says.",
    ru="Чтобы закрыть только их, потребуйте этого правилом min_staff с dates, hours и minimum; цена в таблице.",
)
_RAISE = Text(
    en="To have shortfalls bought everywhere, raise prices.understaffed_hour; at {value} a shift more surely pays for "
    "itself in each of them, less may do.",
    ru="Чтобы план закрывал нехватку везде, поднимите prices.understaffed_hour; при {value} ещё одна смена окупается "
    "в каждом из них наверняка, может хватить и меньшего.",
)
_HIRE = Text(
    en="Where no legal way was found, more people help: max_hires of a vacancy, or looser rules.",
    ru="Где законного способа не нашлось, помогут люди: max_hires вакансии или более мягкие правила.",
)
_OTHERS = Text(
    en="Shown are the {shown} worst of {all}; --price-intervals says how many are planned again.",
    ru="Показаны худшие: {shown} из {all}; сколько из них планировать заново, говорит --price-intervals.",
)


def next_agents_table(scenario: Scenario, found: Sequence[OneMore]) -> Table:
    """One row per interval or day still below the promise."""
    desk, horizon = scenario.desk, scenario.horizon
    table = Table(box=None, padding=(0, 2, 0, 0))
    for number, head in enumerate(_HEADS):
        table.add_column(
            head.in_language(desk.language),
            justify="left" if number < 2 else "right",
            overflow="fold",
            no_wrap=number == 0,
        )
    for one in found:
        when = _DAY if one.is_of_day else _INTERVAL
        start = horizon.local(horizon.interval_starts[one.interval])
        table.add_row(
            when.in_language(desk.language).format(date=f"{start:%Y-%m-%d}", clock=f"{start:%H:%M}"),
            one.channel,
            percent_text(one.share, 1, desk.language),
            _cost(scenario, one),
            _money(scenario, one.extra_pay_minor),
            _money(scenario, one.short_minor),
        )
    return table


def next_agents_lines(scenario: Scenario, found: Sequence[OneMore], below: int) -> Iterator[str]:
    """Say how the figures come about, what a shortfall is priced at, and what to change.

    Parameters
    ----------
    scenario, found
        Of the plan, and what one agent more costs.
    below
        Intervals and days still below the promise in all.
    """
    language = scenario.desk.language
    if len(found) < below:
        yield _OTHERS.in_language(language).format(shown=len(found), all=below)
    if any(one.is_of_day for one in found):
        yield _OF_DAYS.in_language(language)
    yield _AGAIN.in_language(language)
    yield _PRICE.in_language(language).format(price=_money(scenario, _price_minor(scenario)))
    if any(one.at_most_minor is not None for one in found):
        yield _RULE.in_language(language)
    sure = sure_price_minor(scenario, found)
    if sure is not None:
        yield _RAISE.in_language(language).format(value=_money(scenario, sure))
    if any(one.at_most_minor is None for one in found):
        yield _HIRE.in_language(language)


def sure_price_minor(scenario: Scenario, found: Sequence[OneMore]) -> int | None:
    """Price of an hour short at which a shift more pays in each; ``None`` where today's does, or none may."""
    prices = [one.pays_from_minor for one in found]
    known = [price for price in prices if price is not None]
    sure = max(known, default=0)
    return sure if len(known) == len(prices) and sure > _price_minor(scenario) else None


def next_agents_document(scenario: Scenario, found: Sequence[OneMore]) -> dict[str, object]:
    """Plain JSON values; ``null`` where nothing tells."""
    currency, horizon = scenario.desk.currency, scenario.horizon

    def money(minor: int | None) -> str | None:
        return None if minor is None else from_minor(minor, currency)

    return {
        "understaffed_hour": money(_price_minor(scenario)),
        "understaffed_hour_that_surely_suffices": money(sure_price_minor(scenario, found)),
        "intervals": [
            {
                "channel": one.channel,
                "start": horizon.local(horizon.interval_starts[one.interval]).isoformat(timespec="minutes"),
                "kept_over": "day" if one.is_of_day else "interval",
                "share": round(one.share, 6),
                "one_missing": money(one.short_minor),
                "one_more_at_least": money(one.at_least_minor),
                "one_more_at_most": money(one.at_most_minor),
                "extra_pay": money(one.extra_pay_minor),
                "planned_again": one.is_planned_again,
                "pays_from": money(one.pays_from_minor),
            }
            for one in found
        ],
    }


def _price_minor(scenario: Scenario) -> int:
    return to_minor(scenario.prices.understaffed_hour, scenario.desk.currency)


def _money(scenario: Scenario, minor: int | None) -> str:
    return "–" if minor is None else money_text(minor, scenario.desk.currency, scenario.desk.language)


def _cost(scenario: Scenario, one: OneMore) -> str:
    low, high = one.at_least_minor, one.at_most_minor
    if low is not None and low == high:
        return _money(scenario, low)
    said = {(True, True): _NO_WAY, (False, True): _LEAST, (True, False): _MOST, (False, False): _RANGE}
    text = said[low is None, high is None].in_language(scenario.desk.language)
    return text.format(low=_money(scenario, low), high=_money(scenario, high))
