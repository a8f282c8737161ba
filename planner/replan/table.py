"""A replanning for the terminal: what changes for whom, and what more or fewer changes would cost."""

from fractions import Fraction

from rich.console import Group
from rich.table import Table
from rich.text import Text as Line

from models.money_text import money_text
from models.replanning import Fewest, FrontierPoint, Replanning
from models.scenario import Scenario
from models.text import Language, Text
from planner.replan.wording import change_lines
from planner.rules.wording import counted

_NONE = Text(en="Nothing changes.", ru="Ничего не меняется.")
_TOTAL = Text(
    en="{shifts} changed, {forced} of them because the shift cannot be worked any more.",
    ru="Изменено: {shifts}; из них неизбежно, раз смену уже нельзя отработать: {forced}.",
)
_NOTICE = Text(en="Within the notice period: {number}.", ru="Внутри срока предупреждения: {number}.")
_PROVEN = Text(
    en="Proven: as few as possible. Fewer would leave more uncovered, and no further change would cover enough "
    "to be worth it.",
    ru="Доказано: меньше изменить нельзя. С меньшим числом непокрытых часов больше, а любое следующее изменение "
    "закрыло бы слишком мало.",
)
_LEFT = Text(
    en="Hours left open for which nobody can be found so: {hours}.",
    ru="Остаются незакрытыми, замены так не найти: {hours} ч.",
)
_LEFT_SO_FAR = Text(
    en="Hours left open in the best plan found: {hours}.",
    ru="В лучшем из найденных планов остаются незакрытыми: {hours} ч.",
)
_UNPROVEN = Text(
    en="Not proven to be the fewest: besides those that are forced, at least {least} must change; more time would tell.",
    ru="Не доказано, что меньше нельзя: кроме неизбежных, нужно изменить не меньше {least}; точнее — если дать больше времени.",
)
_UNPROVEN_SHORT = Text(
    en="Not proven to be the fewest; more time would tell.",
    ru="Не доказано, что меньше нельзя; точнее — если дать больше времени.",
)
_COST = Text(
    en="Cost with shortfalls: {now}; before the changes {then}.",
    ru="Стоимость с ценой нехватки: {now}; до изменений {then}.",
)
_TITLE = Text(en="Changes beyond the forced ones against cost", ru="Изменения сверх неизбежных и стоимость")
_HEADS = (
    Text(en="At most", ru="Не больше"),
    Text(en="Cost with shortfalls", ru="Стоимость с нехваткой"),
    Text(en="Proven", ru="Доказано"),
    Text(en="Hours newly open", ru="Вновь не закрыто, ч"),
)
_LEAST = Text(en="no cheaper plan", ru="дешевле нельзя")
_AT_LEAST = Text(en="at least {bound}", ru="не меньше {bound}")
_NO_PLAN = Text(en="no legal plan found", ru="допустимый план не найден")
_STOPPED = Text(en="Interrupted: the best found so far.", ru="Прервано: лучшее из найденного.")


def replan_table(found: Replanning, scenario: Scenario, language: Language) -> Group:
    """Draw the changes by person, how few they are, and the frontier."""
    currency = scenario.desk.currency
    parts: list[Table | Line] = []
    for name, lines in change_lines(found.changes, scenario.horizon, language):
        parts += [Line(f"{name}: {line}") for line in lines]
    parts.append(Line(_summary(found, language)))
    noticed = sum(change.in_notice and not change.is_forced for change in found.changes)
    if noticed:
        parts.append(Line(_NOTICE.in_language(language).format(number=noticed), style="yellow"))
    if found.fewest is not None:
        if found.fewest.holes:
            left = hours_text(found.fewest.holes, scenario, language)
            said = _LEFT if found.fewest.is_proven else _LEFT_SO_FAR
            parts.append(Line(said.in_language(language).format(hours=left), style="yellow"))
        parts.append(Line(_fewest(found, found.fewest, language)))
    now, then = (
        money_text(minor, currency, language) for minor in (found.objective_minor, found.as_published_minor)
    )
    parts.append(Line(_COST.in_language(language).format(now=now, then=then)))
    if found.frontier:
        parts += [Line(""), _frontier(found.frontier, scenario, language)]
    if found.is_interrupted:
        parts.append(Line(_STOPPED.in_language(language), style="yellow"))
    return Group(*parts)


def _summary(found: Replanning, language: Language) -> str:
    if not found.changes:
        return _NONE.in_language(language)
    forced = sum(change.is_forced for change in found.changes)
    shifts = counted(len(found.changes), ("shift", "shifts"), ("смена", "смены", "смен"))
    return _TOTAL.in_language(language).format(shifts=shifts.in_language(language), forced=forced)


def _fewest(found: Replanning, fewest: Fewest, language: Language) -> str:
    chosen = sum(not change.is_forced for change in found.changes)
    if fewest.is_proven and chosen == fewest.changes:
        return _PROVEN.in_language(language)
    if fewest.at_least:
        return _UNPROVEN.in_language(language).format(least=fewest.at_least)
    return _UNPROVEN_SHORT.in_language(language)


def _frontier(points: tuple[FrontierPoint, ...], scenario: Scenario, language: Language) -> Table:
    currency = scenario.desk.currency
    table = Table(title=_TITLE.in_language(language), title_justify="left", box=None, padding=(0, 2, 0, 0))
    rows: list[tuple[str, ...]] = []
    for point in points:
        if point.objective_minor is None or point.holes is None:
            cells = (_NO_PLAN.in_language(language), "", "")
        else:
            cost = money_text(point.objective_minor, currency, language)
            cells = (cost, _proven(point, currency, language), hours_text(point.holes, scenario, language))
        rows.append((str(point.most_changes), *cells))
    for place, head in enumerate(_HEADS):
        widest = max(len(row[place]) for row in rows)
        table.add_column(head.in_language(language), justify="right", overflow="fold", min_width=widest)
    for row in rows:
        table.add_row(*row)
    return table


def _proven(point: FrontierPoint, currency: str, language: Language) -> str:
    if point.is_proven:
        return _LEAST.in_language(language)
    bound = money_text(point.bound_minor, currency, language)
    return _AT_LEAST.in_language(language).format(bound=bound)


def hours_text(holes: int | Fraction, scenario: Scenario, language: Language) -> str:
    """Write people missing in intervals as hours."""
    text = f"{float(holes * scenario.horizon.interval_minutes / 60):g}"
    return text.replace(".", ",") if language == "ru" else text
