"""A scenario as the tour problem that every solver here is given."""

import time
from dataclasses import dataclass

from models.scenario import Scenario
from planner.pay.tariff import make_tariff
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.people import make_crews
from planner.roster.translate import translate
from planner.solver.problem import TourProblem
from tests.benchmarks.support.requirement import asked_of


@dataclass(frozen=True)
class Made:
    """The problem, and the seconds its people and its rows took to write down."""

    problem: TourProblem
    crew_seconds: float
    translate_seconds: float


def make_problem(scenario: Scenario) -> Made:
    """Translate a scenario."""
    asked = asked_of(scenario)
    tariff = make_tariff(scenario, asked.calendar)
    shifts = candidate_shifts(scenario, asked.frame.open_intervals)
    begun = time.perf_counter()
    crews = make_crews(scenario, asked.frame, tariff)
    gathered = time.perf_counter()
    translation = translate(scenario, asked.frame, shifts, asked.requirement, tariff, crews)
    return Made(translation.problem, gathered - begun, time.perf_counter() - gathered)
