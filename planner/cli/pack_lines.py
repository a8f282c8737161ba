"""Lines of a law pack as people read them."""

from collections.abc import Iterator

from models.law_line import AskedRule, AskedTerm, LawLine, Whom
from models.law_pack import LawPack
from models.rule import RULES
from models.text import Language, Text
from planner.packs.asked import article_text
from planner.packs.written import written
from planner.rules.wording import date_text

_VALID = Text(en="known from {first} to {last}", ru="известно с {first} по {last}")
_NO_END = Text(en="known from {first}, no end known", ru="известно с {first}, срок окончания неизвестен")
_REACH = Text(
    en="That is how far the data reach, not a promise that the law stays the same, and not legal advice.",
    ru="Это граница данных, а не обещание, что закон не изменится, и не юридическая консультация.",
)
_CHECKED = Text(en="checked by the rule {kind}: {text}", ru="проверяет правило {kind}: {text}")
_COUNTED = Text(
    en="checked by the rule {kind}, with the norm of hours of your period",
    ru="проверяет правило {kind}, с нормой часов вашего периода",
)
_AVERAGED = Text(
    en="checked by the rule {kind}, over the reference period your plan lies in",
    ru="проверяет правило {kind}, за учётный период вашего плана",
)
_TERM = Text(en="set by {field} {limit} {value}", ru="задаёт {field} {limit} {value}")
_KEPT = Text(en="kept by {text}", ru="учтено: {text}")
_NOT = Text(en="not checked by the planner: {text}", ru="программа не проверяет: {text}")
_LINE_DATES = Text(en="in force from {first} to {last}", ru="действует с {first} по {last}")
_READ_IN = Text(en="read as quoted by {page}", ru="прочитано в изложении {page}")
_LIMITS = {
    "at_least": Text(en="at least", ru="не менее"),
    "at_most": Text(en="at most", ru="не более"),
    "unless_written": Text(en="where you write nothing:", ru="если вы не написали иного:"),
}
_WHOM: dict[Whom, Text] = {
    "adults": Text(en="adults", ru="совершеннолетние"),
    "under_15": Text(en="people under 15 (birth_date)", ru="до 15 лет (birth_date)"),
    "under_16": Text(en="people under 16 (birth_date)", ru="до 16 лет (birth_date)"),
    "under_18": Text(en="people under 18 (birth_date)", ru="до 18 лет (birth_date)"),
    "aged_16_or_17": Text(en="people of 16 and 17 (birth_date)", ru="16 и 17 лет (birth_date)"),
    "barred_from_nights": Text(en='who has night_work = "barred"', ru='у кого night_work = "barred"'),
    "nights_without_consent": Text(
        en='who has night_work = "consent_missing"', ru='у кого night_work = "consent_missing"'
    ),
    "barred_from_overtime": Text(en='who has overtime_work = "barred"', ru='у кого overtime_work = "barred"'),
    "overtime_without_consent": Text(
        en='who has overtime_work = "consent_missing"', ru='у кого overtime_work = "consent_missing"'
    ),
    "barred_from_holidays": Text(en='who has holiday_work = "barred"', ru='у кого holiday_work = "barred"'),
    "holidays_without_consent": Text(
        en='who has holiday_work = "consent_missing"', ru='у кого holiday_work = "consent_missing"'
    ),
    "not_opted_out": Text(en="everyone without opt_out = true", ru="все, у кого не указано opt_out = true"),
    "opted_out": Text(en="who has opt_out = true", ru="у кого opt_out = true"),
    "without_overtime": Text(en="contracts without overtime", ru="договоры без сверхурочных"),
    "with_overtime": Text(
        en="contracts with overtime_allowed = true", ru="договоры с overtime_allowed = true"
    ),
}
_CONTRACTS = Text(en="contracts {names}", ru="договоры {names}")
_BINDS = Text(en="binds {whom}", ru="касается: {whom}")


def pack_text(pack: LawPack, lines: tuple[LawLine, ...], language: Language) -> Iterator[tuple[str, int]]:
    """Everything a pack says, as (text, indent) of each paragraph; an empty text parts the lines."""
    yield f"{pack.title.in_language(language)} ({pack.kind})", 0
    yield pack.acts.in_language(language), 0
    yield known_dates(pack, language), 0
    yield _REACH.in_language(language), 0
    for line in lines:
        yield "", 0
        yield f"{article_text(line, language)}  [{line.id}]", 0
        yield line.asks.in_language(language), 2
        yield from ((text, 2) for text in _answers(line, language))


def known_dates(pack: LawPack, language: Language) -> str:
    """Say which dates a pack is for."""
    said = _VALID if pack.known_until is not None else _NO_END
    first, last = (date_text(date or pack.valid_from) for date in (pack.valid_from, pack.known_until))
    return said.in_language(language).format(
        first=first.in_language(language), last=last.in_language(language)
    )


def _answers(line: LawLine, language: Language) -> Iterator[str]:
    """Whom a line binds, what keeps it, and since when."""
    if line.whom in _WHOM:
        yield _BINDS.in_language(language).format(whom=_WHOM[line.whom].in_language(language))
    if line.contracts:
        yield _BINDS.in_language(language).format(
            whom=_CONTRACTS.in_language(language).format(names=", ".join(line.contracts))
        )
    for asked in line.rules:
        yield _rule_text(asked, language)
    for term in line.terms:
        yield _term_text(term, language)
    if line.kept_by is not None:
        yield _KEPT.in_language(language).format(text=line.kept_by.in_language(language))
    if line.not_checked is not None:
        yield _NOT.in_language(language).format(text=line.not_checked.in_language(language))
    if line.read_in:
        yield _READ_IN.in_language(language).format(page=line.read_in)
    if line.valid_from or line.valid_to:
        dates = [
            date_text(date).in_language(language) if date else "…"
            for date in (line.valid_from, line.valid_to)
        ]
        yield _LINE_DATES.in_language(language).format(first=dates[0], last=dates[1])


def _rule_text(asked: AskedRule, language: Language) -> str:
    if asked.norm:
        return _COUNTED.in_language(language).format(kind=asked.kind)
    if asked.begins:
        return _AVERAGED.in_language(language).format(kind=asked.kind)
    rule = RULES[asked.kind].model_validate(asked.fields)
    return _CHECKED.in_language(language).format(kind=asked.kind, text=rule.explain().in_language(language))


def _term_text(term: AskedTerm, language: Language) -> str:
    limit = _LIMITS[term.side].in_language(language)
    return _TERM.in_language(language).format(field=term.field, limit=limit, value=written(term.value))
