"""Make a roster: translate, let the engine work, and read its answer back."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from models.plan import ObjectiveParts, Proof, Status
from models.progress import Listener, Progress, silent
from models.requirement import Requirement
from models.roster_answer import RosterAnswer
from models.rule import Frame
from models.scenario import Scenario
from models.tariff import Tariff
from models.tour import Roster, Tour
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.certify import certificate_of
from planner.roster.headcount_search import Found, proven_over_all, search_by_headcount
from planner.roster.late_work import work_off
from planner.roster.on_duty import on_duty_by_skills
from planner.roster.people import Crew, make_crews
from planner.roster.reasons.pricing import Asked, Budget
from planner.roster.reasons.shortage import shortages
from planner.roster.reasons.stuck import Stuck, examine
from planner.roster.reasons.told import search_seconds, sentences, with_ways_out
from planner.roster.translate import Translation, translate
from planner.solver.answer import Answer, EngineListener, EngineProgress
from planner.solver.engine import solve
from planner.solver.evaluate import Ledger
from planner.solver.problem import NoLegalTourError

#: Share of the time the search over all numbers of people gets where roles step with them.
_WHEN_STEPPED = 0.75


@dataclass(frozen=True)
class SearchLimits:
    """How long and how a roster is searched for.

    ``stop`` may be set from outside: the best roster so far is returned.  ``workers`` is
    the most cores the search may use; the integer flow runs on one whatever it says.
    """

    seconds: float = 60.0
    seed: int = 1
    workers: int = 2
    stop: threading.Event | None = None


def make_roster(
    scenario: Scenario,
    frame: Frame,
    requirement: Requirement,
    tariff: Tariff,
    limits: SearchLimits,
    listen: Listener = silent,
) -> RosterAnswer:
    """Find the cheapest legal roster that meets the requirement, and prove how cheap it is.

    Parameters
    ----------
    scenario
        The desk, its people and rules.
    frame
        Horizon, money scale and the intervals the plan answers for.
    requirement
        What the demand asks.
    tariff
        What work costs.
    limits
        Time, seed, interruption.
    listen
        Receives progress in money.
    """
    shifts = candidate_shifts(scenario, frame.open_intervals)
    crews = make_crews(scenario, frame, tariff)
    stuck: tuple[Stuck, ...] = ()
    end = time.monotonic() + limits.seconds

    def pass_on(news: EngineProgress) -> None:
        listen(Progress(news.stage, news.seconds, news.objective, news.bound))

    def pass_on_time(news: EngineProgress) -> None:
        listen(Progress(news.stage, news.seconds))

    def asked_of(some: tuple[Crew, ...]) -> Translation:
        return translate(scenario, frame, shifts, requirement, tariff, some)

    def answered(translation: Translation, seconds: float, listener: EngineListener) -> Found:
        answer = solve(
            translation.problem,
            seconds=seconds,
            seed=limits.seed,
            workers=limits.workers,
            stop=limits.stop,
            listen=listener,
        )
        return Found(translation, answer)

    def again(some: tuple[Crew, ...], seconds: float) -> Found | None:
        try:
            # bounds of a part are no news of the whole
            return answered(asked_of(some), seconds, pass_on_time)
        except NoLegalTourError:
            return None

    while True:
        translation = asked_of(crews)
        is_hard = "hard coverage" in translation.row_kinds or scenario.prices.hard_coverage
        seconds = search_seconds(limits.seconds, is_stuck=bool(stuck), is_hard=is_hard)
        share = _WHEN_STEPPED if translation.roles.are_stepped else 1
        try:
            root = answered(translation, seconds * share, pass_on)
        except NoLegalTourError as error:
            crews, found = _without(scenario, frame, crews, error.profiles)
            stuck += found
        else:
            searched = search_by_headcount(root, again, end - limits.seconds + seconds)
            hard = scenario.prices.hard_coverage
            reasons = sentences(scenario, stuck)
            best, answer = searched.best.translation, searched.best.answer
            read = read_back(best, requirement, frame, answer, limits, reasons, hard_coverage=hard)
            read = proven_over_all(read, root, searched)
            short = shortages(best, answer, scenario)
            budget = Budget(end - time.monotonic(), limits.seed, limits.stop)
            return with_ways_out(read, Asked(frame, requirement, tariff), scenario, stuck, short, budget)


#: Makes a roster of what :func:`make_roster` is given.
RosterMaker = Callable[[Scenario, Frame, Requirement, Tariff, SearchLimits, Listener], RosterAnswer]


def _without(
    scenario: Scenario, frame: Frame, crews: tuple[Crew, ...], names: tuple[str, ...]
) -> tuple[tuple[Crew, ...], tuple[Stuck, ...]]:
    """Leave out people without a legal tour, and see why they have none."""
    found = tuple(examine(scenario, frame, crew.agents) for crew in crews if crew.sample.agent in names)
    return tuple(crew for crew in crews if crew.sample.agent not in names), found


def read_back(
    translation: Translation,
    requirement: Requirement,
    frame: Frame,
    answer: Answer,
    limits: SearchLimits,
    reasons: tuple[str, ...],
    *,
    hard_coverage: bool,
) -> RosterAnswer:
    """Turn the engine's answer into a roster with its proof.

    Parameters
    ----------
    translation, answer
        What the engine was asked, and what it answered.
    requirement, frame, limits
        As given to :func:`make_roster`.
    reasons
        Sentences about people who have no legal tour.
    hard_coverage
        Whether a shortfall makes the plan illegal.
    """
    tours = [
        Tour(
            crew.member(number),
            tuple(None if duty is None else translation.shifts[duty] for duty in duty_tour),
        )
        for crew, own in zip(translation.crews, answer.solution.tours, strict=True)
        for number, duty_tour in enumerate(own)
    ]
    parts, hard_short = _objective_parts(translation, answer, hard_coverage=hard_coverage)
    untold = translation.roles.untold(len(tours))
    status: Status = "optimal" if answer.proven_optimal and not untold else "feasible"
    if reasons or hard_short:
        status = "infeasible"
    proof = Proof(
        status=status,
        objective_minor=answer.solution.objective + untold,
        bound_minor=answer.bound,
        bound_method=answer.bound_method,
        stop="no_legal_tour" if reasons else answer.stop,
        wall_seconds=answer.seconds,
        seed=limits.seed,
        workers=limits.workers,
        time_limit_seconds=limits.seconds,
    )
    roster = Roster(tuple(sorted(tours, key=lambda tour: (tour.agent.vacancy or "", tour.agent.agent))))
    team = translation.team
    present = on_duty_by_skills(frame.horizon, roster, team)
    late = work_off(present, requirement, team.parts_per_agent).late_minutes
    certificate = certificate_of(translation.problem, answer)
    return RosterAnswer(roster, proof, parts, late, certificate, reasons)


def _objective_parts(
    translation: Translation, answer: Answer, *, hard_coverage: bool
) -> tuple[ObjectiveParts, bool]:
    """Split the price of the rows by what it is for; say whether a hard row fell short."""
    problem = translation.problem
    levels = Ledger(problem).levels(answer.solution.tours, answer.solution.sides)
    under = over = coverage = 0
    hard_short = False
    for row, kind, level in zip(problem.rows, translation.row_kinds, levels.tolist(), strict=True):
        price = row.price.at(level)
        if kind == "roles":
            continue
        if kind in ("coverage", "hard coverage"):
            coverage += price
            hard_short |= kind == "hard coverage" and price > 0
        elif kind == "over" or level > row.price.breaks[0]:
            over += price
        else:
            under += price
    hard_short |= hard_coverage and under > 0
    return ObjectiveParts(under, over, 0, coverage), hard_short
