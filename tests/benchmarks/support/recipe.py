"""What a generated desk is like: named recipes, and changes to them."""

from dataclasses import dataclass, fields, replace
from typing import Literal

Hours = Literal["24/7", "business"]


@dataclass(frozen=True)
class Recipe:
    """What a desk is made from; the same recipe and seed give the same desk.

    Parameters
    ----------
    name
        Short name.
    agents
        Number of people.
    weeks
        Length of the period, from a Monday.
    hours
        ``24/7``, or ``business``: Monday to Friday 8 to 20, Saturday 9 to 15.
    profiles
        Number of distinct kinds of people; 0 makes every person different.
    part_time_share
        Share of people on 30 or 20 hours a week.
    skills
        How many of the skills ``technical``, ``german``, ``lead`` exist: the first two have
        queues of their own, one lead is wanted on duty at all times.
    leave_share
        Chance that somebody takes a leave (1 to 14 days) in any four weeks.
    wishes
        Wishes of each person per four weeks.
    norm_share
        Share of full-time people whose paid hours of the period have a minimum and a maximum.
    restricted_share
        Share of people who are available at certain hours only.
    history
        Whether the week before the period is known.
    load
        Hours asked for as a share of the hours people may work.
    desk
        Name of a scenario file in ``tests/benchmarks/desks``; nothing else then counts.
    """

    name: str
    agents: int = 0
    weeks: int = 4
    hours: Hours = "24/7"
    profiles: int = 0
    part_time_share: float = 0.4
    skills: int = 3
    leave_share: float = 0.25
    wishes: int = 3
    norm_share: float = 0.5
    restricted_share: float = 0.3
    history: bool = True
    load: float = 0.95
    desk: str = ""


_ALL = (
    Recipe("month_12", desk="month_12"),
    Recipe("month_30", desk="month_30"),
    Recipe("month_300", desk="month_300"),
    Recipe("tiny", agents=3, weeks=1, hours="business", skills=1, wishes=8, load=2.5),
    Recipe("tiny_24x7", agents=2, weeks=1, skills=0, wishes=8, load=3.0),
    Recipe("individuals_12", agents=12, skills=0),
    Recipe("individuals_50", agents=50),
    Recipe("individuals_150", agents=150, weeks=8),
    Recipe("business_50", agents=50, hours="business"),
    Recipe("weeks_13", agents=50, weeks=13),
    Recipe("profiles_1000", agents=1_000, profiles=20, wishes=0, history=False),
    Recipe("profiles_10000", agents=10_000, profiles=20, wishes=0, history=False),
)
RECIPES = {recipe.name: recipe for recipe in _ALL}


def recipe_from(text: str) -> Recipe:
    """Read a recipe: a name, perhaps followed by changes, ``individuals_50,weeks=8,wishes=0``.

    Raises
    ------
    ValueError
        An unknown name or field, or a value of the wrong kind.
    """
    name, *changes = text.split(",")
    if name not in RECIPES:
        raise ValueError(f'no recipe "{name}"; there are: {", ".join(RECIPES)}')
    recipe = RECIPES[name]
    kinds = {field.name: type(getattr(recipe, field.name)) for field in fields(recipe)}
    values: dict[str, object] = {}
    for change in changes:
        key, _, value = change.partition("=")
        if key not in kinds or key in ("name", "desk"):
            raise ValueError(f'a recipe has no field "{key}"')
        values[key] = _value(kinds[key], key, value)
    changed = replace(recipe, name=text, **values)  # type: ignore[arg-type]
    if changes and recipe.desk:
        raise ValueError(f"{name} is a scenario file; it has nothing to change")
    return changed


def _value(kind: type, key: str, text: str) -> object:
    if kind is bool:
        if text not in ("true", "false"):
            raise ValueError(f"{key} is true or false, found {text}")
        return text == "true"
    if key == "hours" and text not in ("24/7", "business"):
        raise ValueError(f"hours are 24/7 or business, found {text}")
    try:
        return kind(text)
    except ValueError as error:
        raise ValueError(f"{key} is a number, found {text}") from error
