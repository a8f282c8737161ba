"""Every registered rule, its examples, and the parameters they offer for tests."""

import datetime as dt
import importlib
from collections.abc import Iterator

from models.example import Example, example_team, example_tours
from models.horizon import Horizon
from models.rule import RULES, CoverageRule, Frame, Rule, TourRule
from models.tour import Roster

importlib.import_module("planner.rules")

ALL: tuple[type[Rule], ...] = RULES.units()
TOUR_RULES = tuple(unit for unit in ALL if issubclass(unit, TourRule))
COVERAGE_RULES = tuple(unit for unit in ALL if issubclass(unit, CoverageRule))
#: Day 0 of examples that do not say otherwise.
EXAMPLE_DATE = dt.date(2026, 1, 5)


def kind_of(unit: type[Rule]) -> str:
    """The rule's name, for test ids."""
    return str(unit.model_fields["kind"].default)


def labelled(units: tuple[type[Rule], ...]) -> list[tuple[type[Rule], Example]]:
    """Every example with its rule."""
    return [(unit, example) for unit in units for example in unit.examples()]


def example_frame(example: Example, zone: str = "Europe/Moscow") -> Frame:
    """The horizon an example is told on: as many days as it has letters, in hours."""
    days = len(example.tours[0])
    horizon = Horizon(zone=zone, first_date=example.first_date, days=days, interval_minutes=60)
    return Frame(horizon, holidays=frozenset(example.holidays), team=example_team(example))


def example_roster(example: Example, frame: Frame) -> Roster:
    """The tours of an example."""
    return Roster(example_tours(example, frame.horizon))


def variants(unit: type[Rule], first_date: dt.date) -> Iterator[Rule]:
    """Each set of parameters in the examples once, its dates moved along with day 0."""
    seen = []
    for example in unit.examples():
        if example.rule not in seen:
            seen.append(example.rule)
            yield unit.model_validate(moved(example.rule, first_date - example.first_date))


def moved(fields: dict[str, object], by: dt.timedelta) -> dict[str, object]:
    """Fields of a rule with every date moved."""
    return {name: _moved_value(value, by) for name, value in fields.items()}


def _moved_value(value: object, by: dt.timedelta) -> object:
    if isinstance(value, dt.date):
        return value + by
    if isinstance(value, list):
        return [_moved_value(item, by) for item in value]
    if isinstance(value, dict):
        return moved(value, by)
    return value
