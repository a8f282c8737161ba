"""The automaton of every rule accepts exactly the tours its check is silent about."""

import datetime as dt
from dataclasses import dataclass

import pytest

from models.horizon import Horizon
from models.rule import Frame, Rule, TourRule
from tests.rules.agreement import disagreements, letter_history, letter_options
from tests.rules.known import TOUR_RULES, kind_of, variants


@dataclass(frozen=True)
class Scene:
    """All tours of some letters over some days, after each of some histories."""

    first_date: dt.date
    days: int
    letters: str = ".DEMN"
    histories: tuple[str, ...] = ("",)
    zone: str = "Europe/Moscow"

    def __str__(self) -> str:
        return f"{self.first_date:%a}-{self.days}-{self.letters.strip('.')}-{self.zone.split('/')[1]}"


SCENES = (
    # every letter: all successions, a Sunday and a Monday inside
    Scene(dt.date(2026, 1, 10), 4, histories=("", "N", "DE.", "MNN")),
    Scene(dt.date(2026, 1, 8), 5),
    # longer, fewer letters: whole weeks, weekends and windows cut by both edges
    Scene(dt.date(2026, 1, 7), 7, ".DN", ("", "ND", "DDDDDDN.")),
    Scene(dt.date(2026, 1, 5), 7, ".DN", ("DDDDDN", "N.N..")),
    Scene(dt.date(2026, 1, 4), 10, ".N", ("", "NNN", "DDDDDD", "D.....")),
    Scene(dt.date(2026, 1, 3), 11, ".D", ("", "DDDD.")),
    # split shifts, by day and with their pause at night
    Scene(dt.date(2026, 1, 9), 4, ".DST", histories=("", "S", "SST.")),
    # the night an hour short and the night an hour long, and a zone that shifts by half an hour
    Scene(dt.date(2026, 3, 27), 5, ".DN", ("", "N"), "Europe/Berlin"),
    Scene(dt.date(2026, 10, 23), 5, ".EN", ("", "DDDDN"), "Europe/Berlin"),
    Scene(dt.date(2026, 4, 4), 4, ".MN", ("N",), "Australia/Lord_Howe"),
    Scene(dt.date(2026, 10, 24), 4, ".ST", ("T",), "Europe/Berlin"),
)


@pytest.mark.parametrize("scene", SCENES, ids=str)
@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_automaton_and_check_agree_on_every_tour(unit: type[Rule], scene: Scene) -> None:
    horizon = Horizon(zone=scene.zone, first_date=scene.first_date, days=scene.days, interval_minutes=60)
    frame, options = Frame(horizon), letter_options(horizon, scene.letters)
    for rule in variants(unit, scene.first_date):
        assert isinstance(rule, TourRule)
        for history in scene.histories:
            found = disagreements(rule, frame, options, letter_history(horizon, history))
            assert found == [], f"{rule!r} after {history!r}"
