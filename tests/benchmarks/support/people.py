"""The people of a generated desk: contract, skills, hours, leave, wishes, the week before."""

import datetime as dt
import random
from itertools import pairwise
from typing import Any

from tests.benchmarks.support.past_week import past_week
from tests.benchmarks.support.recipe import Recipe
from tests.benchmarks.support.terms import FIRST_DATE, SKILLS, WEEKLY_HOURS, Table, shift_patterns

_FIRST = dt.date.fromisoformat(FIRST_DATE)
_SPANS = {
    "24/7": (
        {day: ["06:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
        {day: ["06:00-22:00"] for day in ("mon", "tue", "wed", "thu", "fri")},
        {day: ["06:00-19:00"] for day in ("mon", "tue", "thu", "fri", "sat")},
    ),
    "business": (
        {day: ["08:00-17:00"] for day in ("mon", "tue", "wed", "thu", "fri")},
        {day: ["09:00-20:00"] for day in ("mon", "tue", "thu", "fri", "sat")},
        {day: ["08:00-20:00"] for day in ("tue", "wed", "thu", "fri", "sat")},
    ),
}


def people(recipe: Recipe, seed: int) -> tuple[list[Table], list[Table]]:
    """Return the agents of a desk, and the rules that bind single ones of them.

    Kinds of people are drawn until all differ; where there are fewer kinds than people, the
    kinds are of unequal size.
    """
    rng = random.Random(f"people {recipe.name} {seed}")
    kinds: list[Table] = []
    for number in range(recipe.profiles or recipe.agents):
        kind = _kind(recipe, rng, number)
        while kind in kinds:
            kind = _kind(recipe, rng, number)
        kinds.append(kind)
    sizes = _sizes(recipe.agents, len(kinds), rng)
    digits = len(str(recipe.agents))
    agents: list[Table] = []
    norms: dict[tuple[str, str], list[str]] = {}
    for kind, size in zip(kinds, sizes, strict=True):
        norm = kind.pop("norm")
        for _ in range(size):
            name = f"agent-{len(agents) + 1:0{digits}d}"
            agents.append({"id": name, **kind})
            if norm:
                norms.setdefault(norm, []).append(name)
    own_rules = [
        {"kind": "period_minutes", "min_minutes": low, "max_minutes": high, "agents": names}
        for (low, high), names in norms.items()
    ]
    return agents, own_rules


def _sizes(people: int, kinds: int, rng: random.Random) -> list[int]:
    """Split people into kinds of unequal size, one at least in each."""
    if people == kinds:
        return [1] * kinds
    weights = [rng.uniform(0.5, 1.5) for _ in range(kinds)]
    edges = [0, *(round((people - kinds) * sum(weights[: k + 1]) / sum(weights)) for k in range(kinds))]
    return [1 + after - before for before, after in pairwise(edges)]


def _kind(recipe: Recipe, rng: random.Random, number: int) -> Table:
    contract = "full_40"
    if rng.random() < recipe.part_time_share:
        contract = rng.choice(("part_30", "part_20"))
    kind: Table = {"contract": contract, "skills": _skills(recipe, rng, number)}
    if rng.random() < recipe.restricted_share:
        kind["availability"] = rng.choice(_SPANS[recipe.hours])
    leave = _leave(recipe, rng)
    away = {day for begin, end in leave for day in range(begin, end + 1)}
    if leave:
        kind["leave"] = [{"first_date": _date(begin), "last_date": _date(end)} for begin, end in leave]
    kind["requests"] = _wishes(recipe, rng, away)
    if recipe.history:
        kind["worked_before"] = past_week(recipe, rng, WEEKLY_HOURS[contract], _FIRST)
    on_norm = contract == "full_40" and "availability" not in kind and rng.random() < recipe.norm_share
    kind["norm"] = _norm(recipe, away) if on_norm else None
    return kind


def _skills(recipe: Recipe, rng: random.Random, number: int) -> list[str]:
    """Draw skills by chance, but so that some among the first few people have each."""
    chances = (0.45, 0.35, 0.2)
    return [
        skill
        for place, (skill, chance) in enumerate(zip(SKILLS[: recipe.skills], chances, strict=False))
        if rng.random() < chance or number % 8 == 2 * place
    ]


def _leave(recipe: Recipe, rng: random.Random) -> list[tuple[int, int]]:
    """First and last day of leaves, one at most in every four weeks."""
    leave: list[tuple[int, int]] = []
    days = 7 * recipe.weeks
    for block in range(0, days, 28):
        if rng.random() < recipe.leave_share:
            length = rng.choice((1, 2, 3, 5, 7, 7, 10, 14))
            begin = block + rng.randrange(max(1, min(28, days - block) - length + 1))
            end = min(begin + length, days) - 1
            if not leave or leave[-1][1] < begin:
                leave.append((begin, end))
    return leave


def _wishes(recipe: Recipe, rng: random.Random, away: set[int]) -> list[Table]:
    days = 7 * recipe.weeks
    present = [day for day in range(days) if day not in away]
    patterns = [pattern["name"] for pattern in shift_patterns(recipe)]
    count = min(len(present), max(recipe.wishes > 0, recipe.wishes * recipe.weeks // 4))
    wishes = []
    for day in sorted(rng.sample(present, count)):
        wish: dict[str, Any] = {"date": _date(day), "price": 50 * rng.randint(4, 30)}
        form = rng.random()
        wish["wish"] = "off" if form < 0.75 else "on"
        if form >= 0.6:
            wish["pattern"] = rng.choice(patterns)
        wishes.append(wish)
    return wishes


def _norm(recipe: Recipe, away: set[int]) -> tuple[str, str]:
    """Bounds of the paid hours of the period: eight a working day present, or up to 15 % less."""
    hours = 8 * sum(day % 7 < 5 and day not in away for day in range(7 * recipe.weeks))
    return f"{max(1, hours * 85 // 100)}h", f"{max(8, hours)}h"


def _date(day: int) -> str:
    return (_FIRST + dt.timedelta(days=day)).isoformat()
