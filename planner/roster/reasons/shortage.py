"""Hours in which a requirement that must be kept is not."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from models.conflict import Conflict, ConflictMember
from models.horizon import Horizon
from models.rule import CoverageRule
from models.scenario import Scenario
from models.shown_names import shown_names
from models.text import Text
from planner.roster.row_prices import row_prices
from planner.roster.translate import Translation
from planner.rules.bound import listed_coverage_rules
from planner.rules.shared_burden import SharedBurden
from planner.rules.wording import date_text
from planner.solver.answer import Answer
from planner.solver.evaluate import Ledger

#: What rows are called where they bear no name of a pool or a rule.
_ASKING = {
    "live": Text(en="live channels", ru="живые каналы"),
    "minimum": Text(en="the least number on duty", ru="минимум на смене"),
    "missing": Text(en="live work of all kinds together", ru="живые обращения всех видов вместе"),
    "spare": Text(en="deferred work, in minutes", ru="отложенная работа, в минутах"),
}


@dataclass(frozen=True)
class Shortage:
    """A hard row that falls short: what asks (a pool, or a rule), when, by how much.

    A rule is named by its kind and its place among the rules about the desk, ``min_staff[0]``; it
    may be passed as well as missed.

    Of a target over a day or the period (``of_target``) the interval is its first, and agents
    are missing anywhere in it.
    """

    name: str
    interval: int
    missing: int
    of_target: bool = False


def shortages(translation: Translation, answer: Answer, scenario: Scenario) -> tuple[Shortage, ...]:
    """Find the hard rows a solution falls short of."""
    kinds = {"hard coverage", *(("live", "backlog", "service") if scenario.prices.hard_coverage else ())}
    one_agent = row_prices(scenario).short_interval
    problem = translation.problem
    levels = Ledger(problem).levels(answer.solution.tours, answer.solution.sides)
    found = []
    for row, kind, level in zip(problem.rows, translation.row_kinds, levels.tolist(), strict=True):
        missing = row.price.breaks[0] - level
        if kind == "hard coverage":
            missing = max(missing, level - row.price.breaks[-1])
        if kind in kinds and missing > 0 and row.price.at(level) > 0:
            # rows are named after what asks and the interval
            name, _, interval = row.name.rpartition(" ")
            of_target = kind == "service"
            # who is missing is somebody, even where part of what one does would be enough
            missing = -(-missing // translation.units_of(kind))
            if of_target:
                # counted in thousandths of a contact; so many agents would make up for them
                missing = -(-row.price.at(level) // one_agent)
            found.append(Shortage(name, int(interval), missing, of_target=of_target))
    return tuple(found)


def shortage_conflict(scenario: Scenario, short: tuple[Shortage, ...]) -> Conflict:
    """Say in which hours of which days how many are missing, per requirement."""
    by_name: dict[tuple[str, bool], dict[int, int]] = defaultdict(dict)
    for one in short:
        missing = by_name[one.name, one.of_target]
        missing[one.interval] = max(one.missing, missing.get(one.interval, 0))
    rules, names = dict(rules_named(scenario)), shown_names(scenario.agents)
    members = []
    for (name, of_target), missing in by_name.items():
        if name in rules:
            members.append(_rule_member(scenario.horizon, rules[name].with_names(names), missing))
        else:
            members.append((_target_member if of_target else _member)(scenario.horizon, name, missing))
    return Conflict(None, tuple(members), is_minimal=False)


def rules_named(scenario: Scenario) -> Iterator[tuple[str, CoverageRule]]:
    """Rules about the desk as a whole, by the names of their rows."""
    for place, rule in enumerate(listed_coverage_rules(scenario)):
        yield f"{rule.kind}[{place}]", rule


def _rule_member(horizon: Horizon, rule: CoverageRule, off: dict[int, int]) -> ConflictMember:
    when, dates = _when(horizon, off)
    said = rule.explain()
    if isinstance(rule, SharedBurden):
        # asked of the period as a whole, of no hour of it
        own = tuple(date for date in map(horizon.date_of, range(horizon.days)) if rule.holds_on(date))
        kept = said.en.rstrip("."), said.ru.rstrip(".")
        return ConflictMember(
            rule.kind, Text(en=f"Not kept: “{kept[0]}”.", ru=f"Не соблюдается: «{kept[1]}»."), own
        )
    text = Text(
        en=f"Not kept: “{said.en.rstrip('.')}”, by how many in brackets: {when.en}.",
        ru=f"Не соблюдается: «{said.ru.rstrip('.')}», в скобках на сколько: {when.ru}.",
    )
    return ConflictMember(rule.kind, text, dates)


def _target_member(horizon: Horizon, pool: str, missing: dict[int, int]) -> ConflictMember:
    dates = {horizon.local(horizon.interval_starts[place]).date(): n for place, n in sorted(missing.items())}
    when = [(date_text(date), number) for date, number in dates.items()]
    text = Text(
        en=f"Missing for the target of {pool} over a day or the period, how many intervals of one agent in "
        f"brackets: {', '.join(f'{date.en} ({number})' for date, number in when)}.",
        ru=f"Не хватает для цели {pool} за день или период, в скобках сколько интервалов одного "
        f"человека: {', '.join(f'{date.ru} ({number})' for date, number in when)}.",
    )
    return ConflictMember("coverage", text, tuple(dates))


def _member(horizon: Horizon, name: str, missing: dict[int, int]) -> ConflictMember:
    when, dates = _when(horizon, missing)
    asking = _ASKING.get(name, Text(en=name, ru=name))
    text = Text(
        en=f"Missing for {asking.en}, how many in brackets: {when.en}.",
        ru=f"Не хватает, {asking.ru}, в скобках сколько: {when.ru}.",
    )
    return ConflictMember("coverage", text, dates)


def _when(horizon: Horizon, missing: dict[int, int]) -> tuple[Text, tuple[dt.date, ...]]:
    """Stretches of hours with the same number, and their dates."""
    starts, en, ru = horizon.interval_starts, [], []
    dates: dict[dt.date, None] = {}

    def family(pair: tuple[int, int]) -> tuple[int, int, dt.date]:
        number, interval = pair
        return interval - number, missing[interval], horizon.local(starts[interval]).date()

    for (_, number, date), group in groupby(enumerate(sorted(missing)), key=family):
        intervals = [interval for _, interval in group]
        dates[date] = None
        begin = horizon.local(starts[intervals[0]])
        end = horizon.local(starts[intervals[-1]] + horizon.interval_minutes)
        # the end of a day reads 24:00
        clock = f"{begin:%H:%M}–{end:%H:%M}" if end.date() == date else f"{begin:%H:%M}–24:00"
        when = date_text(date)
        en.append(f"{when.en} {clock} ({number})")
        ru.append(f"{when.ru} {clock} ({number})")
    return Text(en=", ".join(en), ru=", ".join(ru)), tuple(dates)
