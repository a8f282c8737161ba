"""The scenario without one of its rules, or with it a step tighter or looser."""

import re
from collections.abc import Iterator

from models.rule import CoverageRule, Frame, Rule, TourRule
from models.scenario import Scenario
from models.text import Text
from planner.price_rules.variant import Change, Variant
from planner.roster.reasons.legal_tours import LegalTours
from planner.roster.reasons.tighter import first_looser, first_tighter
from planner.rules.shared_burden import SharedBurden

_WITHOUT = Text(en="without it", ru="без него")
_TIGHTER = Text(en="tighter: {rule}", ru="строже: {rule}")
_LOOSER = Text(en="looser: {rule}", ru="мягче: {rule}")


def rule_variants(scenario: Scenario) -> Iterator[Variant]:
    """Leave out each rule of the scenario in turn."""
    keys = rule_keys(scenario)
    for place, rule in enumerate(scenario.rules):
        change = Change(_with_rules(scenario, place, ()), "looser")
        yield Variant(keys[place], "rule", named_text(scenario, rule), _WITHOUT, without=change)


def step_variants(scenario: Scenario, frame: Frame) -> Iterator[Variant]:
    """Make each rule about people's days a step tighter, and a step looser."""
    keys, legal = rule_keys(scenario), LegalTours(scenario, frame)
    for place, rule in enumerate(scenario.rules):
        if not isinstance(rule, TourRule) or rule.asked_dates(frame):
            continue
        tighter, looser = first_tighter(legal, rule), first_looser(legal, rule)
        what = named_text(scenario, rule)
        if tighter is not None:
            change = Change(_with_rules(scenario, place, (tighter,)), "tighter", same_roster=True)
            yield Variant(f"{keys[place]}:tighter", "step", what, _filled(_TIGHTER, tighter), having=change)
        if looser is not None:
            change = Change(_with_rules(scenario, place, (looser,)), "looser")
            yield Variant(f"{keys[place]}:looser", "step", what, _filled(_LOOSER, looser), without=change)


def rule_keys(scenario: Scenario) -> tuple[str, ...]:
    """Kinds of the rules, numbered from the second of a kind on."""
    keys: list[str] = []
    for rule in scenario.rules:
        number = 1 + sum(key.partition("#")[0] == rule.kind for key in keys)
        keys.append(rule.kind if number == 1 else f"{rule.kind}#{number}")
    return tuple(keys)


def rule_text(rule: Rule) -> Text:
    """What the rule asks, and of whom, where its sentence does not say so itself."""
    said = rule.explain()
    says_whom = isinstance(rule, CoverageRule) and not isinstance(rule, SharedBurden)
    whom = "" if says_whom else ", ".join((*rule.agents, *rule.contracts))
    tail = f" ({whom})" if whom else ""
    return Text(en=said.en.rstrip(".") + tail, ru=said.ru.rstrip(".") + tail)


def named_text(scenario: Scenario, rule: Rule) -> Text:
    """The same with the names of people in place of their identifiers."""
    said = rule_text(rule)
    names = {one.id: one.name for one in scenario.agents if one.name and one.id in _people_of(rule)}
    if not names:
        return said
    # longer identifiers first, and none within another word
    listed = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w.-])(?:{listed})(?![\w-])")
    return Text(
        en=pattern.sub(lambda found: names[found[0]], said.en),
        ru=pattern.sub(lambda found: names[found[0]], said.ru),
    )


def _people_of(rule: Rule) -> frozenset[str]:
    mentors: tuple[str, ...] = getattr(rule, "mentors", ())
    return frozenset((*rule.agents, *mentors))


def _with_rules(scenario: Scenario, place: int, instead: tuple[Rule, ...]) -> Scenario:
    rules = (*scenario.rules[:place], *instead, *scenario.rules[place + 1 :])
    return scenario.model_copy(update={"rules": rules})


def _filled(template: Text, rule: TourRule) -> Text:
    said = rule.explain()
    return Text(
        en=template.en.format(rule=said.en.rstrip(".")), ru=template.ru.format(rule=said.ru.rstrip("."))
    )
