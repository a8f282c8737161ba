"""What is said of each person who is not there."""

from models.horizon import Horizon
from models.money_text import money_text
from models.shift import Shift
from models.shift_hours import hours_text
from models.text import Language, Text
from planner.explain.stood_aside import StoodAside
from planner.rules.wording import counted

_THERE = Text(en="is at work then", ru="работает в это время")
_NO_SHIFT = Text(en="no shift of any pattern covers it", ru="ни одна смена это время не покрывает")
_BREAK = Text(en="is on a break then", ru="в это время на перерыве")
_ADD = {
    True: Text(
        en="could simply work {shift}; the plan would cost {money} more",
        ru="может просто выйти: {shift}; план станет дороже на {money}",
    ),
    False: Text(
        en="could simply work {shift}; the plan would cost {money} less",
        ru="может просто выйти: {shift}; план станет дешевле на {money}",
    ),
}
_SWAP = {
    True: Text(
        en="could work {shift} instead of {old}; the plan would cost {money} more",
        ru="может выйти: {shift} вместо {old}; план станет дороже на {money}",
    ),
    False: Text(
        en="could work {shift} instead of {old}; the plan would cost {money} less",
        ru="может выйти: {shift} вместо {old}; план станет дешевле на {money}",
    ),
}
_WOULD_BREAK = Text(en="{shift} would break: {rules}", ru="{shift} нарушит: {rules}")
_EXCHANGE = {
    True: Text(
        en="with {days} moved it is legal, and costs {money} more",
        ru="если сдвинуть {days}, допустимо, но дороже на {money}",
    ),
    False: Text(
        en="with {days} moved it is legal, and costs {money} less: the plan is not the cheapest",
        ru="если сдвинуть {days}, допустимо и дешевле на {money}: план не самый дешёвый",
    ),
}
_UNPRICED = Text(
    en="could work {shift}; the tour as it is breaks rules, so there is no price to compare",
    ru="может выйти: {shift}; график как есть нарушает правила, поэтому сравнить цену не с чем",
)
_BARRED = Text(
    en="no legal tour covers it, because of: {rules}",
    ru="ни один допустимый график не подходит из-за: {rules}",
)


def reason_lines(one: StoodAside, horizon: Horizon, currency: str, language: Language) -> list[str]:
    """Say why somebody is not there: what putting them there would break, and what it would cost."""
    if one.verdict in ("there", "no_shift"):
        return [(_THERE if one.verdict == "there" else _NO_SHIFT).in_language(language)]
    lines = [_BREAK.in_language(language)] if one.verdict == "break" else []
    shift = "" if one.shift is None else _when(one.shift, horizon)
    if one.broken:
        rules = "; ".join(dict.fromkeys(found.text.in_language(language) for found in one.broken))
        lines.append(_WOULD_BREAK.in_language(language).format(shift=shift, rules=rules))
    if one.added_minor is not None:
        money = money_text(abs(one.added_minor), currency, language)
        old = "" if one.instead_of is None else _when(one.instead_of, horizon)
        said = (_SWAP if old else _ADD)[one.added_minor >= 0].in_language(language)
        lines.append(said.format(shift=shift, old=old, money=money))
    dearer = one.exchange_minor is not None and one.exchange_minor != one.added_minor
    if dearer and one.exchange_minor is not None:
        days = counted(len(one.moved_days), ("day", "days"), ("день", "дня", "дней")).in_language(language)
        money = money_text(abs(one.exchange_minor), currency, language)
        lines.append(_EXCHANGE[one.exchange_minor >= 0].in_language(language).format(days=days, money=money))
    if one.conflict:
        rules = "; ".join(member.text.in_language(language).rstrip(".") for member in one.conflict)
        lines.append(_BARRED.in_language(language).format(rules=rules))
    return lines or [_UNPRICED.in_language(language).format(shift=shift)]


def _when(shift: Shift, horizon: Horizon) -> str:
    return f"{shift.pattern} {horizon.local(shift.start_minute):%d.%m} {hours_text(horizon, shift)}"
