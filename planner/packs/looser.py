"""Where a scenario asks for less than the law of its packs."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.law_line import LawLine
from models.scenario import Scenario
from models.text import Text
from models.violation import Violation
from planner.packs.asked import law_rules
from planner.packs.compare import MANY, as_strict, is_looser
from planner.packs.norm_bound import NormOf
from planner.packs.terms import LawTerm, law_terms
from planner.packs.written import written
from planner.rules.wording import duration

#: What the audit calls such a finding.
LOOSER_THAN_LAW = "looser_than_law"
_UNCOMPARED = Text(
    en="yours stays, see that it gives at least as much", ru="ваше остаётся, проверьте, что оно не меньше"
)
_COUNTS = Text(en="the law's counts", ru="действует требование закона")


@dataclass(frozen=True)
class Looser:
    """Something a scenario asks for less than the law, and where it is written.

    ``field`` names what is written where its place alone would not say so.
    """

    path: tuple[str | int, ...]
    text: Text
    field: str = ""

    @property
    def full_text(self) -> Text:
        """The text for readers who do not see the place."""
        if not self.field:
            return self.text
        return Text(en=f"{self.field}: {self.text.en}", ru=f"{self.field}: {self.text.ru}")


def looser_than_law(scenario: Scenario, norm_of: NormOf) -> tuple[Looser, ...]:
    """Everything in a scenario that asks for less than its packs: rules, contracts, terms, lines left out."""
    return (
        *_rules(scenario, norm_of),
        *_contracts(scenario, norm_of),
        *_terms(scenario),
        *_lines_off(scenario),
        *_options(scenario),
    )


def looser_findings(scenario: Scenario, norm_of: NormOf) -> tuple[Violation, ...]:
    """Say the same as findings of an audit: no tour breaks a rule, but the scenario is below the law."""
    return tuple(
        Violation(
            rule=LOOSER_THAN_LAW,
            agent=None,
            date=scenario.period.first_date,
            text=found.full_text,
            hard=False,
        )
        for found in looser_than_law(scenario, norm_of)
    )


def _rules(scenario: Scenario, norm_of: NormOf) -> Iterator[Looser]:
    asked = law_rules(scenario, norm_of)
    for position, rule in enumerate(scenario.rules):
        for law in asked:
            if is_looser(rule, law):
                yours, lawful = rule.explain(), law.rule.explain()
                text = Text(
                    en=f"your rule: {yours.en} {_begin(_said(law.line, 'en'))}: {lawful.en} {_begin(_COUNTS.en)}.",
                    ru=f"ваше правило: {yours.ru} {_begin(_said(law.line, 'ru'))}: {lawful.ru} {_begin(_COUNTS.ru)}.",
                )
                yield Looser(("rules", position), text)
                break


def _contracts(scenario: Scenario, norm_of: NormOf) -> Iterator[Looser]:
    """Contracts without overtime whose week is longer than the law's."""
    weekly = [
        law
        for law in law_rules(scenario, norm_of)
        if law.rule.kind == "max_weekly_minutes" and law.line.whom in MANY
    ]
    for position, contract in enumerate(scenario.contracts):
        for law in weekly:
            most = getattr(law.rule, law.asked.limit)
            bound = not law.rule.agents and (not law.rule.contracts or contract.name in law.rule.contracts)
            if contract.overtime_allowed or not bound or as_strict(contract.weekly_minutes, most, "at_most"):
                continue
            yours, lawful = duration(contract.weekly_minutes), duration(most)
            text = Text(
                en=f'contract "{contract.name}" has {yours.en} a week, {_said(law.line, "en")} at most {lawful.en}: {_COUNTS.en}',
                ru=f"в договоре «{contract.name}» {yours.ru} в неделю, {_said(law.line, 'ru')} — не более {lawful.ru}: {_COUNTS.ru}",
            )
            yield Looser(("contracts", position, "weekly_minutes"), text)
            break


def _terms(scenario: Scenario) -> Iterator[Looser]:
    """Terms below the law; a value that no order compares is fine when some pack asks for just it."""
    terms = tuple(law_terms(scenario))
    for term in terms:
        asked_by_some = any(
            other.asked.field == term.asked.field and other.lawful == term.value for other in terms
        )
        if term.written and not term.kept and not asked_by_some:
            yield _term(term)


def _term(term: LawTerm) -> Looser:
    limits = {
        "at_least": Text(en="at least", ru="не менее"),
        "at_most": Text(en="at most", ru="не более"),
        "unless_written": Text(en="", ru=""),
    }
    limit = limits[term.asked.side]
    end = _UNCOMPARED if term.asked.side == "unless_written" else _COUNTS
    yours, lawful = written(term.value), written(term.lawful)
    text = Text(
        en=f"{yours} here, {_said(term.line, 'en')} {limit.en} {lawful}: {end.en}",
        ru=f"здесь {yours}, {_said(term.line, 'ru')} {limit.ru} {lawful}: {end.ru}",
    )
    spaced = Text(en=" ".join(text.en.split()), ru=" ".join(text.ru.split()))
    return Looser(tuple(term.asked.field.split(".")), spaced, term.asked.field)


def _lines_off(scenario: Scenario) -> Iterator[Looser]:
    for position, pack in enumerate(scenario.law_packs):
        for line in pack.lines():
            if line.id in pack.without:
                text = Text(
                    en=f'"{line.id}" is left out and nothing keeps it; {_said(line, "en")}: {line.asks.en}',
                    ru=f"«{line.id}» отключено, и за этим ничто не следит; {_said(line, 'ru')}: {line.asks.ru}",
                )
                yield Looser(("law_packs", position, "without"), text)


def _options(scenario: Scenario) -> Iterator[Looser]:
    for position, pack in enumerate(scenario.law_packs):
        lines = {line.id: line for line in pack.applied_lines()}
        for option, name, told in pack.missed_by_options(scenario.period.first_date):
            if name in lines:
                line = lines[name]
                text = Text(
                    en=f"{told.en}; {_said(line, 'en')}: {line.asks.en}",
                    ru=f"{told.ru}; {_said(line, 'ru')}: {line.asks.ru}",
                )
                yield Looser(("law_packs", position, option), text)


def _said(line: LawLine, language: str) -> str:
    return f"по закону ({line.article.ru})" if language == "ru" else f"the law ({line.article.en})"


def _begin(words: str) -> str:
    """Write words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]
