"""Any scenario whose fields are valid, drawn from the schema itself: what a new field may hold comes by itself."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from models.clock import WEEKDAYS
from models.rule import Rule
from models.scenario import Scenario
from planner.scenario.as_written import duration_text
from planner.scenario.schema import scenario_model
from planner.scenario.value_kinds import ValueKind, item_models, kind_of_field, models_of

#: Texts that spreadsheets, lists in cells or TOML could take for something else.
ODD = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+7 495",
    "-x",
    "@here",
    '"',
    '"quoted"',
    "a;b",
    "a, b",
    "x = y",
    "none",
    "нет",
    "closed",
    "-",
    " padded ",
    "\u00a0",
    "a\u00a0b",
    "",
    "two\nlines",
    "tab\there",
    "carriage\rreturn",
    "_x0041_",
    "\x07bell",
    "1",
    "1.50",
    "1,234",
    "24:00",
    "2026-11-02",
    "TRUE",
    "да",
    "#REF!",
    "a" * 60,
    "\u200bинвиз",
    "\ufffe",
    "🙂",
    "'apostrophe",
)
TEXT = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAME = st.text("abcdefzабвя019._-", min_size=1, max_size=8).filter(lambda name: bool(name.strip(".")))
CLOCKS = st.integers(0, 24 * 60).map(lambda minute: f"{minute // 60:02d}:{minute % 60:02d}")
DATES = st.dates(dt.date(1850, 1, 1), dt.date(2200, 1, 1)) | st.dates(
    dt.date(2026, 1, 1), dt.date(2026, 12, 31)
)
DRAWN: dict[str, st.SearchStrategy[Any]] = {
    "zone": st.sampled_from(["UTC", "Europe/Moscow", "America/St_Johns"]),
    "currency": st.sampled_from(["RUB", "EUR", "JPY"]),
    "first_date": st.dates(dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
    "last_date": st.dates(dt.date(2026, 7, 1), dt.date(2026, 12, 31)),
}

Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def scenarios(draw: Draw) -> Scenario:
    """Draw a scenario."""
    data = _model(draw, scenario_model())
    assume(data is not None)
    return scenario_model().model_validate(data)


def _model(draw: Draw, model: type[BaseModel]) -> dict[str, Any] | None:
    """Draw what a file could say of a model; ``None`` where it came out invalid."""
    data: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        if name == "kind" and kind_of_field(info) is None:
            continue
        if not info.is_required() and name != "kind" and draw(st.integers(0, 2)) == 0:
            continue
        kind, items = kind_of_field(info), item_models(info)
        if name == "kind" and not info.is_required():
            value = (
                info.default
                if kind is not None and len(kind.choices) == 1
                else draw(st.sampled_from(kind.choices if kind else ()))
            )
        elif kind is not None:
            value = _values(draw, kind, name, [*info.metadata, *_inner_marks(info.annotation)])
        elif items:
            value = _items(draw, items, at_least=1 if info.is_required() else 0)
        else:
            value = _model(draw, models_of(info.annotation)[0])
        if value is not None:
            data[key] = value
    _made_consistent(draw, model.__name__, data)
    try:
        TypeAdapter(model).validate_python(data)
    except ValidationError:
        # A rule has more conditions than a draw meets by luck; its own examples meet them.
        return dict(draw(st.sampled_from(model.examples())).rule) if issubclass(model, Rule) else None
    return data


def _items(draw: Draw, units: tuple[type[BaseModel], ...], at_least: int) -> list[dict[str, Any]]:
    chosen = [draw(st.sampled_from(units)) for _ in range(draw(st.integers(at_least, 3)))]
    items = [item for unit in chosen if (item := _model(draw, unit)) is not None]
    named: dict[str, dict[str, Any]] = {}
    for number, item in enumerate(items):
        named.setdefault(str(item.get("id", item.get("name", item.get("agent", number)))), item)
    return list(named.values())


def _values(draw: Draw, kind: ValueKind, name: str, marks: list[Any]) -> Any:
    if kind.keys == "hour":
        return draw(st.lists(st.integers(0, 9) | st.decimals(0, 9, places=2), min_size=24, max_size=24))
    if kind.keys == "weekday":
        days = draw(st.lists(st.sampled_from(WEEKDAYS), unique=True))
        return {day: _many(draw, kind, name, marks) for day in days}
    if kind.keys == "name":
        keys = draw(st.lists(NAME, unique=True, max_size=3) | st.lists(TEXT, unique=True, max_size=3))
        return {key: _many(draw, kind, name, marks) for key in keys}
    return _many(draw, kind, name, marks)


def _many(draw: Draw, kind: ValueKind, name: str, marks: list[Any]) -> Any:
    if not kind.many:
        return _one(draw, kind, name, marks)
    return [_one(draw, kind, name, marks) for _ in range(draw(st.integers(0, 3)))]


def _one(draw: Draw, kind: ValueKind, name: str, marks: list[Any]) -> Any:
    if name in DRAWN and not kind.many:
        return draw(DRAWN[name])
    if kind.choices:
        value = draw(st.sampled_from(kind.choices))
        return int(value) if kind.base == "whole" else value
    least, most = _bounds(marks)
    match kind.base:
        case "text":
            plain = any("pattern" in repr(mark) or "_not_only_dots" in repr(mark) for mark in marks)
            shortest, longest = _mark(marks, "min_length", 0), _mark(marks, "max_length", 60)
            return draw(NAME if plain else TEXT.filter(lambda text: shortest <= len(text) <= longest))
        case "whole":
            return draw(st.integers(int(least), min(int(most), 40)) | st.integers(int(least), int(most)))
        case "number":
            digits = min(_mark(marks, "decimal_places", 9), draw(st.integers(1, 9)))
            drawn = Decimal(repr(round(draw(st.floats(least, most)), digits)))
            return min(max(drawn, Decimal("0.01")), Decimal("0.95")) if (least, most) == (0, 1) else drawn
        case "money":
            return draw(st.decimals(0, 10**9, places=4) | st.integers(0, 10**9))
        case "yes_no":
            return draw(st.booleans())
        case "date":
            return draw(DATES)
        case "clock":
            return draw(CLOCKS)
        case "duration":
            minutes = draw(
                st.integers(max(0, int(least)), min(int(most), 14 * 1440)) | st.sampled_from([60, 480, 720])
            )
            return draw(st.sampled_from([minutes, duration_text(minutes)]))
        case "span":
            return f"{draw(CLOCKS)}-{draw(CLOCKS)}"
    raise AssertionError(kind)


def _bounds(marks: list[Any]) -> tuple[float, float]:
    least = max(
        (getattr(mark, sign) for mark in marks for sign in ("ge", "gt") if hasattr(mark, sign)), default=-1000
    )
    most = min(
        (getattr(mark, sign) for mark in marks for sign in ("le", "lt") if hasattr(mark, sign)), default=5000
    )
    return float(least), float(most)


def _mark(marks: list[Any], name: str, otherwise: int) -> int:
    found = [getattr(mark, name, None) for mark in marks]
    found += [getattr(mark, "__dict__", {}).get(name) for mark in marks]
    return next((value for value in found if isinstance(value, int)), otherwise)


def _inner_marks(annotation: Any) -> list[Any]:
    marks = list(getattr(annotation, "__metadata__", ()))
    for part in getattr(annotation, "__args__", ()):
        marks += _inner_marks(part)
    for mark in list(marks):
        marks += getattr(mark, "metadata", [])
    return marks


def _made_consistent(draw: Draw, model: str, data: dict[str, Any]) -> None:
    """Keep one of what excludes each other, so that not nearly everything is refused."""
    for one, other in (
        ("volume", "history"),
        ("starts", "start_window"),
        ("share", "amount_per_hour"),
        ("pattern", "off"),
    ):
        if model != "Volume" and data.get(one) and data.get(other):
            del data[draw(st.sampled_from([one, other]))]
    if model == "Contract":
        _one_pay(draw, data)
    if model == "OvertimeTerms" and data.get("tiers"):
        _open_last_tier(data)
    if model in ("ShiftPattern",):
        data.pop("paid_minutes", None)
    if model == "FixedShift" and not data.get("off"):
        data.setdefault("pattern", "day")
    if model == "Agent":
        data.pop("last_day", None)
    if "hours" in data and model == "Opening" and not data["hours"]:
        data["hours"] = {"mon": ["09:00-18:00"]}
    if model == "ShiftPattern" and not data.get("starts") and not data.get("start_window"):
        data["starts"] = ["09:00"]
    if "volume" not in data and "history" not in data and "aht_seconds" in data and "name" in data:
        data["volume"] = {"contacts_per_day": {"mon": 4}}
        if isinstance(data.get("forecast"), dict):
            data["forecast"].pop("outside", None)


def _one_pay(draw: Draw, data: dict[str, Any]) -> None:
    salary = data.get("pay") == "salary"
    wanted, other = ("monthly_salary", "hourly_rate") if salary else ("hourly_rate", "monthly_salary")
    data.pop(other, None)
    data[wanted] = draw(st.decimals(1, 10**6, places=2))
    if not salary:
        data.pop("month_minutes", None)


def _open_last_tier(data: dict[str, Any]) -> None:
    for tier in data["tiers"]:
        tier["minutes"] = 60
    del data["tiers"][-1]["minutes"]
    if data["per"] != "period":
        data.pop("first_date", None)
