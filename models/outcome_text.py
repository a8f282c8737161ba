"""Targets over a day or the period, kept or missed, as a sentence per queue."""

from collections.abc import Sequence

from models.horizon import Horizon
from models.plural import Plural
from models.service_goal import GoalOutcome
from models.text import Language, Text

_WHOLE = {
    True: Text(
        en="{promised}% promised over the period: kept, {reached}% expected",
        ru="обещано {promised}% за период: выполнено, ожидается {reached}%",
    ),
    False: Text(
        en="{promised}% promised over the period: missed, {reached}% expected ({hours} agent-hours are missing)",
        ru="обещано {promised}% за период: не выполнено, ожидается {reached}% (не хватает {hours} человеко-ч)",
    ),
}
_ALL = Text(
    en="{promised}% promised over each day: kept on all {days} {noun}, {reached}% on the worst",
    ru="обещано {promised}% за каждый день: выполнено все {days} {noun}, в худший день {reached}%",
)
_SOME = Text(
    en="{promised}% promised over each day: missed on {missed} of {days} {noun} "
    "({hours} agent-hours are missing): {list}",
    ru="обещано {promised}% за каждый день: не выполнено {missed} из {days} {noun} "
    "(не хватает {hours} человеко-ч): {list}",
)
_DAYS = Plural(("day", "days"), ("день", "дня", "дней"))
#: After "из" Russian has the genitive, whatever the number but one.
_OF_DAYS = Plural(("day", "days"), ("дня", "дней", "дней"))


def outcome_texts(
    outcomes: Sequence[GoalOutcome], horizon: Horizon, language: Language
) -> list[tuple[str, str]]:
    """Say of each queue how its target over a day or the period is kept.

    Returns
    -------
    list of (str, str)
        Queue and sentence.
    """
    pools = dict.fromkeys(one.pool for one in outcomes)
    return [(pool, _sentence([o for o in outcomes if o.pool == pool], horizon, language)) for pool in pools]


def _sentence(own: list[GoalOutcome], horizon: Horizon, language: Language) -> str:
    missed = [one for one in own if not one.is_kept]
    worst = min(own, key=lambda one: one.reached - one.promised)
    said = _WHOLE[worst.is_kept] if len(own) == 1 else _SOME if missed else _ALL
    noun = (_OF_DAYS if missed else _DAYS).of(len(own))

    def date(one: GoalOutcome) -> str:
        day = horizon.local(horizon.interval_starts[one.intervals[0]]).date()
        return day.isoformat() if language == "en" else f"{day:%d.%m.%Y}"

    def number(value: float, digits: int) -> str:
        text = f"{value:.{digits}f}"
        return text.replace(".", ",") if language == "ru" else text

    listed = (f"{date(one)} {number(100 * one.reached, 1)}%" for one in missed)
    promised = f"{100 * worst.promised:.4g}"
    return said.in_language(language).format(
        promised=promised.replace(".", ",") if language == "ru" else promised,
        reached=number(100 * worst.reached, 1),
        hours=number(sum(one.short_hours for one in own), 1),
        days=len(own),
        noun=noun.in_language(language),
        missed=len(missed),
        list="; ".join(listed),
    )
