"""Hours in which a requirement that must be kept is not."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from models.conflict import Conflict, ConflictMember
from models.horizon import Horizon
from models.scenario import Scenario
from models.text import Text
from planner.roster.translate import Translation
from planner.rules.wording import date_text
from planner.solver.answer import Answer
from planner.solver.evaluate import Ledger

#: What rows are called where they bear no name of a pool or a rule.
_ASKING = {
    "live": Text(en="live channels", ru="живые каналы"),
    "minimum": Text(en="the least number on duty", ru="минимум на смене"),
    "missing": Text(en="live work of all kinds together", ru="живые обращения всех видов вместе"),
    "spare": Text(en="deferred work, in minutes", ru="отложенная работа, в минутах"),
    "min_staff": Text(en="the rule min_staff", ru="правило min_staff"),
    "skill_mix": Text(en="the rule skill_mix", ru="правило skill_mix"),
}


@dataclass(frozen=True)
class Shortage:
    """A hard row that falls short: what asks (a pool, or the kind of a rule), when, by how much."""

    name: str
    interval: int
    missing: int


def shortages(translation: Translation, answer: Answer, scenario: Scenario) -> tuple[Shortage, ...]:
    """Find the hard rows a solution falls short of."""
    kinds = {"hard coverage", *(("live", "backlog") if scenario.prices.hard_coverage else ())}
    problem = translation.problem
    levels = Ledger(problem).levels(answer.solution.tours, answer.solution.sides)
    found = []
    for row, kind, level in zip(problem.rows, translation.row_kinds, levels.tolist(), strict=True):
        missing = row.price.breaks[0] - level
        if kind in kinds and missing > 0 and row.price.at(level) > 0:
            # rows are named after what asks and the interval
            name, _, interval = row.name.rpartition(" ")
            found.append(Shortage(name, int(interval), missing))
    return tuple(found)


def shortage_conflict(scenario: Scenario, short: tuple[Shortage, ...]) -> Conflict:
    """Say in which hours of which days how many are missing, per requirement."""
    by_name: dict[str, dict[int, int]] = defaultdict(dict)
    for one in short:
        missing = by_name[one.name]
        missing[one.interval] = max(one.missing, missing.get(one.interval, 0))
    return Conflict(
        None, tuple(_member(scenario.horizon, name, missing) for name, missing in by_name.items())
    )


def _member(horizon: Horizon, name: str, missing: dict[int, int]) -> ConflictMember:
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
    asking = _ASKING.get(name, Text(en=name, ru=name))
    text = Text(
        en=f"Missing for {asking.en}, how many in brackets: {', '.join(en)}.",
        ru=f"Не хватает, {asking.ru}, в скобках сколько: {', '.join(ru)}.",
    )
    return ConflictMember("coverage", text, tuple(dates))
