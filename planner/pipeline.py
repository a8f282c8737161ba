"""The order of the stages: from a scenario to a plan, and from a plan to files."""

from collections.abc import Container, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from models.calendar import WorkCalendar
from models.channel import ChannelSetting
from models.cost import CostBreakdown
from models.demand import ChannelDemand
from models.forecast import Forecast
from models.money import minor_per_unit
from models.plan import Plan
from models.progress import Listener, Progress, counting, silent
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.simulation import ExtraCover
from models.tour import Roster
from models.violation import Violation
from planner.audit import audit
from planner.calendar.hours import lead_in_open, open_intervals
from planner.calendar.work_calendar import work_calendar
from planner.compare.figures import figures_of
from planner.compare.figures_file import figures_document
from planner.forecast.forecast_channels import forecast_channels
from planner.forecast.outside_file import read_outside
from planner.history.read import read_history
from planner.intake import write_intake
from planner.pay.agreement import refuse_other_price
from planner.pay.price import price
from planner.pay.tariff import make_tariff
from planner.plan_file import as_written, write_certificate, write_plan
from planner.report import draw_coverage, draw_roster
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.carried_in import asked_of_this_plan, required_intervals, with_plan_before
from planner.roster.on_duty import coverage_of, on_duty_by_skills, on_shift_counts, supply_by_need
from planner.roster.people import make_crews
from planner.roster.solve import SearchLimits, make_roster
from planner.roster.translate import Translation, translate
from planner.scenario.loaded import LoadedScenario
from planner.simulate.from_plan import promise_targets, simulation_input
from planner.simulate.plan_simulation import MadePlan, PlanSimulation, SimulationLimits
from planner.simulate.refine import joined_cover
from planner.simulate.simulate import simulate
from planner.staffing.require import promise_all, require
from planner.workbook import write_workbook


def make_forecasts(loaded: LoadedScenario) -> tuple[Forecast, ...]:
    """Read what arrived, and say what is expected of each channel, in their order.

    Raises
    ------
    BadInputError
        When a history or a forecast made elsewhere cannot be used; every mistake at once.
    """
    scenario = loaded.scenario
    calendar = _calendar(scenario)
    read = partial(read_history, base_dir=loaded.base_dir, desk=scenario.desk)
    histories = {own.name: read(own.history) for own in scenario.channels if own.history is not None}
    outside = {
        own.name: read_outside(own.forecast.outside, read)
        for own in scenario.channels
        if own.forecast.outside is not None
    }
    return forecast_channels(
        scenario.channels,
        histories,
        calendar,
        scenario.horizon,
        len(_setting(scenario, calendar).lead_in_open),
        outside=outside,
        language=scenario.desk.language,
    )


def staff_demand(
    scenario: Scenario, demands: tuple[ChannelDemand, ...], added: tuple[ExtraCover, ...] = ()
) -> tuple[ChannelSetting, Requirement]:
    """Say how many people the demand takes, and the setting that follows from the scenario.

    ``added`` is cover on top of what the formulas ask for.
    """
    setting = _setting(scenario, _calendar(scenario))
    return setting, require(scenario.channels, demands, setting, added)


def make_plan(loaded: LoadedScenario, limits: SearchLimits, listen: Listener = silent) -> Plan:
    """Run every stage on a scenario.

    Parameters
    ----------
    loaded
        A scenario without mistakes.
    limits, listen
        Time, seed and interruption of the search; receiver of progress.

    Raises
    ------
    BadInputError
        When a history cannot be used; every mistake at once.
    """
    listen(Progress("demand", 0.0))
    # who reads the plan's file must come to the same requirement
    demands = tuple(as_written(forecast.demand) for forecast in make_forecasts(loaded))
    return plan_for(loaded.scenario, demands, limits, listen)


def plan_for(
    scenario: Scenario,
    demands: tuple[ChannelDemand, ...],
    limits: SearchLimits,
    listen: Listener = silent,
    added: tuple[ExtraCover, ...] = (),
) -> Plan:
    """Run the stages after the forecast: demand in, plan out.

    Parameters
    ----------
    scenario, demands
        The desk, and what is expected of its channels, as a plan's file holds them.
    limits, listen
        As given to :func:`make_plan`.
    added
        Cover on top of what the formulas ask for.
    """
    horizon, calendar = scenario.horizon, _calendar(scenario)
    setting, requirement = staff_demand(scenario, demands, added)
    frame, asked = _asked(scenario, setting, requirement)
    required = frame.open_intervals
    answer = make_roster(scenario, frame, asked, make_tariff(scenario, calendar), limits, listen)
    present = on_duty_by_skills(horizon, answer.roster)
    on_shift = on_shift_counts(horizon, answer.roster)
    coverage = coverage_of(
        horizon, present, asked, scenario.staffing, on_shift, answer.deferred_short_minutes
    )
    findings = audit(scenario, answer.roster, required, coverage.required)
    cost = price(scenario, calendar, answer.roster)
    wishes = sum(found.penalty_minor for found in findings if found.rule == "shift_request")
    parts = replace(answer.parts, requests_minor=wishes)
    refuse_other_price(answer.proof.objective_minor, cost.total_minor, parts)
    supply = with_plan_before(supply_by_need(present, asked), requirement, required)
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
        promises=promise_all(scenario.channels, demands, setting, requirement, supply),
        violations=findings,
        reasons=answer.reasons,
        conflicts=answer.conflicts,
        relaxations=answer.relaxations,
        certificate=answer.certificate,
        added_cover=added,
    )


def simulate_plan(made: MadePlan, limits: SimulationLimits, listen: Listener = silent) -> PlanSimulation:
    """Play a plan's period many times, with its roster as it is.

    ``made`` is a plan, or one read from its file; the roster may have been edited.
    """
    scenario = made.scenario
    setting, requirement = staff_demand(scenario, made.demands, made.added_cover)
    given = simulation_input(
        scenario,
        made.demands,
        requirement,
        made.roster,
        setting.lead_in_open,
        answered_for=required_intervals(scenario, setting.open_intervals),
    )
    result = simulate(
        given,
        limits.replications,
        limits.seed,
        limits.workers,
        stop=limits.stop,
        listen=counting("simulation", listen),
    )
    return PlanSimulation(given, result, promise_targets(scenario.channels))


def refine_plan(
    made: MadePlan,
    simulated: PlanSimulation,
    limits: SearchLimits,
    simulation: SimulationLimits,
    rounds: int,
    listen: Listener = silent,
) -> Iterator[tuple[Plan, PlanSimulation]]:
    """Plan again with more cover where the simulated promise fails, until it holds.

    At most so many rounds, each with the limits given; every new plan comes with how it does.
    The last one holds, unless the rounds were too few, it was stopped, or a round neither paid
    for more nor left fewer intervals below the promise: then shortfalls are priced lower than
    the people it would take.
    """
    paid = price(made.scenario, _calendar(made.scenario), made.roster).total_minor
    added = made.added_cover
    for _ in range(rounds):
        before = sum(simulated.intervals_below)
        if before == 0 or simulation.is_stopped():
            return
        added = joined_cover(added, simulated.lacking)
        plan = plan_for(made.scenario, made.demands, limits, listen, added)
        if simulation.is_stopped():
            return
        simulated = simulate_plan(plan, simulation, listen)
        yield plan, simulated
        if plan.cost.total_minor <= paid and sum(simulated.intervals_below) >= before:
            return
        paid = plan.cost.total_minor


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


def _asked(
    scenario: Scenario, setting: ChannelSetting, requirement: Requirement
) -> tuple[Frame, Requirement]:
    """What this plan answers for, and what is asked of it then."""
    required = required_intervals(scenario, setting.open_intervals)
    frame = Frame(scenario.horizon, minor_per_unit(scenario.desk.currency), required)
    return frame, asked_of_this_plan(requirement, required)


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
    scenario: Scenario,
    demands: tuple[ChannelDemand, ...],
    profiles: Container[str] | None = None,
    added: tuple[ExtraCover, ...] = (),
) -> Translation:
    """Translate a plan made before anew, from its scenario and demand alone.

    Parameters
    ----------
    scenario, demands
        As the plan's file holds them.
    profiles
        Names of the profiles to keep; all where left out.
    added
        Cover the plan was made with on top of the formulas.
    """
    frame, asked = _asked(scenario, *staff_demand(scenario, demands, added))
    tariff = make_tariff(scenario, _calendar(scenario))
    crews = make_crews(scenario, frame, tariff)
    if profiles is not None:
        crews = tuple(crew for crew in crews if crew.sample.agent in profiles)
    shifts = candidate_shifts(scenario, frame.open_intervals)
    return translate(scenario, frame, shifts, asked, tariff, crews)
