"""The order of the stages: from a scenario to a plan, and from a plan to files."""

from collections.abc import Container
from dataclasses import replace
from pathlib import Path

from models.calendar import WorkCalendar
from models.channel import Channel, ChannelSetting
from models.cost import CostBreakdown
from models.demand import ChannelDemand
from models.errors import EngineError
from models.money import minor_per_unit
from models.plan import ObjectiveParts, Plan
from models.progress import Listener, Progress, silent
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.tour import Roster
from models.violation import Violation
from planner.audit import audit
from planner.calendar.hours import lead_in_open, open_intervals
from planner.calendar.work_calendar import work_calendar
from planner.compare.figures import figures_of
from planner.compare.figures_file import figures_document
from planner.forecast.forecast_channel import forecast_channel
from planner.history.read import read_history
from planner.intake import write_intake
from planner.pay.price import price
from planner.pay.tariff import make_tariff
from planner.plan_file import as_written, write_certificate, write_plan
from planner.report import draw_coverage, draw_roster
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.carried_in import asked_of_this_plan, required_intervals
from planner.roster.on_duty import coverage_of, on_duty_by_skills, supply_by_need
from planner.roster.people import make_crews
from planner.roster.solve import SearchLimits, make_roster
from planner.roster.translate import Translation, translate
from planner.scenario.loaded import LoadedScenario
from planner.staffing.require import promise_all, require
from planner.workbook import write_workbook


def make_plan(loaded: LoadedScenario, limits: SearchLimits, listen: Listener = silent) -> Plan:
    """Run every stage on a scenario.

    Parameters
    ----------
    loaded
        A scenario without mistakes.
    limits
        Time, seed and interruption of the search.
    listen
        Receives progress.

    Raises
    ------
    BadInputError
        When a history cannot be used; every mistake at once.
    """
    scenario, horizon = loaded.scenario, loaded.scenario.horizon
    listen(Progress("demand", 0.0))
    calendar = _calendar(scenario)
    setting = _setting(scenario, calendar)
    demands = _demands(loaded, calendar, len(setting.lead_in_open))
    requirement = require(scenario.channels, demands, setting)
    frame, asked = _asked(scenario, setting, requirement)
    required = frame.open_intervals
    answer = make_roster(scenario, frame, asked, make_tariff(scenario, calendar), limits, listen)
    present = on_duty_by_skills(horizon, answer.roster)
    coverage = coverage_of(
        horizon, present, asked, scenario.staffing.min_agents, answer.deferred_short_minutes
    )
    findings = audit(scenario, answer.roster, required, coverage.required)
    cost = price(scenario, calendar, answer.roster)
    wishes = sum(found.penalty_minor for found in findings if found.rule == "shift_request")
    parts = replace(answer.parts, requests_minor=wishes)
    _agree(answer.proof.objective_minor, cost.total_minor, parts)
    supply = supply_by_need(present, asked)
    needed = {need.pool: need.agents for need in requirement.live}
    kept_by_others = {
        name: _with_shift_before(own, needed.get(name, own), required) for name, own in supply.items()
    }
    return Plan(
        scenario=scenario,
        calendar=calendar,
        demands=demands,
        requirement=requirement,
        roster=answer.roster,
        proof=answer.proof,
        cost=cost,
        objective_parts=parts,
        coverage=coverage,
        promises=promise_all(scenario.channels, demands, setting, requirement, kept_by_others),
        violations=findings,
        reasons=answer.reasons,
        conflicts=answer.conflicts,
        relaxations=answer.relaxations,
        certificate=answer.certificate,
    )


def write_everything(plan: Plan, folder: Path) -> tuple[Path, ...]:
    """Write a plan's files into a folder, made where it is not there; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(folder / name for name in ("plan.json", "roster.xlsx", "coverage.png", "roster.png"))
    document = write_plan(plan, paths[0], figures_document(figures_of(plan)))
    certificate = write_certificate(plan.certificate, document, plan.cost.currency, folder)
    write_workbook(plan, paths[1])
    draw_coverage(plan, paths[2])
    draw_roster(plan, paths[3])
    beside = () if certificate is None else (certificate,)
    return (*paths, *beside, *write_intake(plan, folder / "intake"))


def _calendar(scenario: Scenario) -> WorkCalendar:
    """Working days of all years the plan or its histories may touch."""
    first, last = scenario.period.first_date, scenario.horizon.date_of(scenario.period.days)
    return work_calendar(scenario.holidays, range(first.year - 3, last.year + 1), scenario.desk.language)


def _setting(scenario: Scenario, calendar: WorkCalendar) -> ChannelSetting:
    horizon = scenario.horizon
    reach = max(channel.lead_in_minutes for channel in scenario.channels)
    intervals = -(-reach // horizon.interval_minutes)
    return ChannelSetting(
        horizon,
        open_intervals(scenario.opening, calendar, horizon),
        lead_in_open(scenario.opening, calendar, horizon, intervals),
        scenario.staffing,
    )


def _demands(
    loaded: LoadedScenario, calendar: WorkCalendar, lead_in_intervals: int
) -> tuple[ChannelDemand, ...]:
    scenario = loaded.scenario

    def one(channel: Channel) -> ChannelDemand:
        history = None
        if channel.history is not None:
            history = read_history(channel.history, loaded.base_dir, scenario.desk)
        language = scenario.desk.language
        forecast = forecast_channel(
            channel, history, calendar, scenario.horizon, lead_in_intervals, language=language
        )
        # who reads the plan's file must come to the same requirement
        return as_written(forecast)

    return tuple(one(channel) for channel in scenario.channels)


def _asked(
    scenario: Scenario, setting: ChannelSetting, requirement: Requirement
) -> tuple[Frame, Requirement]:
    """What this plan answers for, and what is asked of it then."""
    required = required_intervals(scenario, setting.open_intervals)
    frame = Frame(scenario.horizon, minor_per_unit(scenario.desk.currency), required)
    return frame, asked_of_this_plan(requirement, required)


def _with_shift_before(
    own: tuple[int, ...], needed: tuple[int, ...], required: tuple[bool, ...]
) -> tuple[int, ...]:
    """Count on the plan before for the hours only its last shifts can cover."""
    return tuple(
        there if mine else max(there, need) for there, need, mine in zip(own, needed, required, strict=True)
    )


def _agree(objective_minor: int, pay_minor: int, parts: ObjectiveParts) -> None:
    """Refuse a plan whose price, counted again from the roster, is not what the search says."""
    if objective_minor != pay_minor + parts.total_minor:
        raise EngineError(
            f"the search says the plan costs {objective_minor}, but pay is {pay_minor} and "
            f"shortfalls and wishes are {parts.total_minor} (minor units); please report this"
        )


def recheck(
    scenario: Scenario, roster: Roster, required_agents: tuple[int, ...]
) -> tuple[tuple[Violation, ...], CostBreakdown]:
    """Audit and price a roster that may have been edited since it was planned.

    Nothing of the search is asked: rules by their own checks, pay by the clock.  The agents
    required, per interval, are those of the plan: only its demand says how many they are.
    """
    calendar = _calendar(scenario)
    opened = open_intervals(scenario.opening, calendar, scenario.horizon)
    findings = audit(scenario, roster, required_intervals(scenario, opened), required_agents)
    return findings, price(scenario, calendar, roster)


def translate_again(
    scenario: Scenario, demands: tuple[ChannelDemand, ...], profiles: Container[str] | None = None
) -> Translation:
    """Translate a plan made before anew, from its scenario and demand alone.

    Parameters
    ----------
    scenario, demands
        As the plan's file holds them.
    profiles
        Names of the profiles to keep; all where left out.
    """
    calendar = _calendar(scenario)
    setting = _setting(scenario, calendar)
    frame, asked = _asked(scenario, setting, require(scenario.channels, demands, setting))
    tariff = make_tariff(scenario, calendar)
    crews = make_crews(scenario, frame, tariff)
    if profiles is not None:
        crews = tuple(crew for crew in crews if crew.sample.agent in profiles)
    shifts = candidate_shifts(scenario, frame.open_intervals)
    return translate(scenario, frame, shifts, asked, tariff, crews)
