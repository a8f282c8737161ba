"""A way out of a conflict and its price, as one line in either language."""

from models.conflict import Relaxation
from models.money_text import money_text
from models.text import Language, Text

_COST = Text(en="the plan then costs {cost}", ru="план тогда стоит {cost}")
_BETWEEN = Text(en="between {low} and {high}", ru="от {low} до {high}")
_MORE = Text(en="{money} more", ru="дороже на {money}")
_LESS = Text(en="{money} less", ru="дешевле на {money}")
_SAME = Text(en="no dearer", ru="не дороже")
_SHORT = Text(en="still falls short", ru="людей всё ещё не хватает")
_UNPRICED = Text(
    en="possible; there was no time to price it", ru="возможно; на расчёт цены не хватило времени"
)
_AGAINST_LAW = Text(en="against the law ({articles}):", ru="противоречит закону ({articles}):")


def relaxation_text(relaxation: Relaxation, currency: str, language: Language) -> str:
    """Write what is done otherwise and what the plan then costs, as a range until that is proven.

    What would break the law says so before anything else.
    """
    what = relaxation.text.in_language(language)
    if relaxation.against_law:
        articles = "; ".join(article.in_language(language) for article in relaxation.against_law)
        what = f"{_AGAINST_LAW.in_language(language).format(articles=articles)} {what}"
    if relaxation.cost_minor is None:
        return f"{what}: {_UNPRICED.in_language(language)}"
    if relaxation.status == "infeasible":
        return f"{what}: {_SHORT.in_language(language)}"
    low, high = relaxation.cost_minor
    if low < high:
        between = _BETWEEN.in_language(language)
        cost = between.format(
            low=money_text(low, currency, language), high=money_text(high, currency, language)
        )
    else:
        cost = money_text(high, currency, language)
    told = _COST.in_language(language).format(cost=cost)
    beyond = _beyond(relaxation.extra_minor, currency, language)
    return f"{what}: {told} ({beyond})" if beyond else f"{what}: {told}"


def _beyond(extra: tuple[int, int] | None, currency: str, language: Language) -> str:
    """How much dearer or cheaper, where that is proven."""
    if extra is None or extra[0] != extra[1]:
        return ""
    money = money_text(abs(extra[0]), currency, language)
    said = _SAME if extra[0] == 0 else _MORE if extra[0] > 0 else _LESS
    return said.in_language(language).format(money=money)
