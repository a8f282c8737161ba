"""Whatever stands in a field of a rule is refused in plain words at its place, or means something.

Every field of every kind in the registry is given every odd value: nothing, too much, another type,
an empty list, a name of nobody, a date long gone.  One scenario holds all of a kind.
"""

import datetime as dt
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from models.errors import InputProblem
from models.example import EXAMPLE_SHIFTS
from models.rule import Rule
from planner.scenario import check_scenario
from tests.rules.known import ALL, kind_of

ODD: tuple[Any, ...] = (
    0,
    -1,
    10**9,
    10**30,
    1.5,
    float("nan"),
    True,
    "",
    "nobody",
    "-1h",
    "9999h",
    "25:00-26:00",
    [],
    ["nobody"],
    [1],
    [[]],
    {},
    {"x": 1},
    dt.time(9),
    dt.date(1999, 1, 1),
    [dt.date(2099, 1, 1)],
)
#: Where everything may stand, and whatever number or date is as good as another.
FREE = {"source", "burden"}
#: Too large for anything, no number, nobody.
NEVER = {str(10**30), "nan", '["nobody"]'}
DESK = """
name = "odd"
desk = { name = "Odd", zone = "Europe/Moscow", currency = "RUB", interval_minutes = 60 }
period = { first_date = 2026-01-05, weeks = 2 }
opening = { hours = "24/7" }
channels = [{ kind = "phone", name = "phone", aht_seconds = 240, volume = { contacts_per_day = { mon = 3 } } }]
contracts = [{ name = "standard", hourly_rate = 1 }]
"""


def desk() -> str:
    """People and patterns the examples of rules speak of."""
    patterns = (
        f'[[shift_patterns]]\nname = "{name}"\nstarts = ["{start // 60:02d}:00"]\nlength_minutes = {length}\n'
        for name, (start, length, _) in EXAMPLE_SHIFTS.items()
    )
    grades = ("newcomer", "lead", "senior", "specialist")
    agents = (
        f'[[agents]]\nid = "{name}"\ncontract = "standard"\nskills = ["senior", "mail", "phone"]\ngrade = "{grade}"\n'
        for name, grade in zip("abcd", grades, strict=True)
    )
    return DESK + "".join((*patterns, *agents))


def toml(value: Any) -> str:
    match value:
        case bool() | str():
            return json.dumps(value)
        case list() | tuple():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            return f"{{ {', '.join(f'{key} = {toml(one)}' for key, one in value.items())} }}"
        case dt.date() | dt.time():
            return value.isoformat()
    return str(value)


def rule(unit: type[Rule], fields: dict[str, Any]) -> str:
    lines = (f"{name} = {toml(value)}\n" for name, value in fields.items())
    return f'[[rules]]\nkind = "{kind_of(unit)}"\n{"".join(lines)}'


def may_be(annotation: Any, value: Any) -> bool:
    """Whether a value, at a glance, is of a type the field may hold."""
    inside = getattr(annotation, "__value__", annotation)
    parts = get_args(inside)
    if get_origin(inside) in (tuple, dict):
        return isinstance(value, dict if get_origin(inside) is dict else list)
    if parts:
        return any(may_be(part, value) for part in parts if part is not type(None))
    if isinstance(value, bool) or isinstance(inside, bool):
        return inside is bool
    if isinstance(inside, str):
        return bool(value == inside)
    # numbers stand for amounts and lengths of time, clock times for minutes, 0 and 1 for no and yes
    types: dict[str, tuple[type, ...]] = {
        "int": (int, str, dt.time),
        "Decimal": (int, float),
        "bool": (int,),
        "str": (str,),
        "date": (dt.date,),
    }
    name: str = getattr(inside, "__name__", "")
    return bool(isinstance(value, types.get(name, (dict, str))))


@pytest.mark.parametrize("unit", ALL, ids=kind_of)
def test_odd_values_are_refused_in_place_or_mean_something(unit: type[Rule], tmp_path: Path) -> None:
    written = unit.examples()[0].rule
    cases = [(name, value) for name in unit.model_fields if name != "kind" for value in ODD]
    path = tmp_path / "odd.toml"
    path.write_text(
        desk() + "".join(rule(unit, {**written, name: value}) for name, value in cases), encoding="utf-8"
    )
    _, problems = check_scenario(path)
    found: dict[int, list[InputProblem]] = defaultdict(list)
    for problem in problems:
        place = re.search(r"rules\[(\d+)\]", problem.place.en)
        assert place is not None, problem
        assert re.search("[а-яё]", problem.message.ru, re.IGNORECASE), problem
        assert not re.search("pydantic|Traceback|Input should", problem.message.en), problem
        found[int(place[1]) - 1].append(problem)
    for number, (name, value) in enumerate(cases):
        # that the rules of this scenario share one burden is no matter of the value
        own = [one for one in found[number] if "in an earlier rule already" not in one.message.en]
        if name not in FREE and not may_be(unit.model_fields[name].annotation, value):
            assert own, f"{name} = {toml(value)} is taken for something else"
        if name not in FREE and toml(value) in NEVER:
            assert own, f"{name} = {toml(value)} is taken"
        if own and not any(name in one.place.en for one in own):
            # told of the rule as a whole: what is wrong is how its fields go together
            assert all(re.search(r"\(\w+\)$", one.place.en) for one in own), own
