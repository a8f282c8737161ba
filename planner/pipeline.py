"""The order of the stages: from a scenario to a plan, and from a plan to files."""

from dataclasses import replace
from pathlib import Path

from models.calendar import WorkCalendar
from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.forecast import Forecast
from models.plan import Plan
from models.productivity import team_productivity
from models.progress import Listener, Progress, counting, silent
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.service_goal import GoalOutcome
from models.simulation import ExtraCover
from models.tour import Roster
from planner.audit import audit
from planner.calendar.scenario_calendar import channel_setting, period_holidays, scenario_calendar
from planner.compare.figures import figures_of
from planner.compare.figures_file import figures_document
from planner.forecast.forecast_channels import forecast_channels
from planner.forecast.outside_file import read_outside
from planner.intake import write_intake
from planner.pay.agreement import refuse_other_price
from planner.pay.price import price
from planner.pay.tariff import make_tariff
from planner.plan_file import as_written, cost_csv, fairness_csv, write_certificate, write_plan, write_whole
from planner.report import draw_coverage, draw_roster
from planner.roster.bought_service import skills_of_everyone, with_bought_service
from planner.roster.burdens import with_expected_burdens
from planner.roster.carried_in import asked_of_this_plan, required_intervals, with_plan_before
from planner.roster.on_duty import coverage_of, on_duty_by_skills, on_shift_counts, supply_by_need
from planner.roster.rows_live import total_required
from planner.roster.service_kept import goal_outcomes
from planner.roster.solve import RosterMaker, SearchLimits, make_roster
from planner.rules.priced import unmet_wishes
from planner.rules.scenario_frame import scenario_frame
from planner.scenario.law import law_findings
from planner.scenario.loaded import LoadedScenario
from planner.simulate.from_plan import promise_targets, simulation_input
from planner.simulate.plan_simulation import MadePlan, PlanSimulation, SimulationLimits
from planner.simulate.simulate import simulate
from planner.staffing.require import levels_by_pool, promise_all, require
from planner.timesheet import payroll_csv
from planner.workbook import write_workbook


def make_forecasts(loaded: LoadedScenario) -> tuple[Forecast, ...]:
    """Read what arrived, and say what is expected of each channel, in their order.

    Raises
    ------
    BadInputError
        When a history or a forecast made elsewhere cannot be used; every mistake at once.
    """
    scenario = loaded.scenario
    calendar = scenario_calendar(scenario)
    read = loaded.histories
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
        len(channel_setting(scenario, calendar).lead_in_open),
        outside=outside,
        language=scenario.desk.language,
    )


def staff_demand(
    scenario: Scenario, demands: tuple[ChannelDemand, ...], added: tuple[ExtraCover, ...] = ()
) -> tuple[ChannelSetting, Requirement]:
    """Say how many people the demand takes, and the setting that follows from the scenario.

    ``added`` is cover on top of what the formulas ask for.
    """
    setting = channel_setting(scenario, scenario_calendar(scenario))
    return setting, require(scenario.channels, demands, setting, added)


def asked_of_roster(
    scenario: Scenario, calendar: WorkCalendar, setting: ChannelSetting, requirement: Requirement
) -> tuple[Frame, Requirement]:
    """Say which hours the roster answers for, and what is asked of it in them."""
    required = required_intervals(scenario, setting.open_intervals)
    frame = scenario_frame(scenario, required, period_holidays(scenario, calendar))
    bought = with_bought_service(requirement, skills_of_everyone(scenario))
    return frame, asked_of_this_plan(bought, required)


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
    find: RosterMaker = make_roster,
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
    find
        Makes the roster.
    """
    horizon, calendar = scenario.horizon, scenario_calendar(scenario)
    setting, requirement = staff_demand(scenario, demands, added)
    frame, asked = asked_of_roster(scenario, calendar, setting, requirement)
    required = frame.open_intervals
    needed = total_required(asked, scenario.staffing.min_at_work)
    scenario = with_expected_burdens(scenario, frame, needed)
    answer = find(scenario, frame, asked, make_tariff(scenario, calendar), limits, listen)
    team = team_productivity(scenario)
    present = on_duty_by_skills(horizon, answer.roster)
    does = on_duty_by_skills(horizon, answer.roster, team)
    on_shift = on_shift_counts(horizon, answer.roster)
    outcomes = service_outcomes(scenario, demands, setting, asked, answer.roster)
    coverage = coverage_of(
        horizon,
        present,
        asked,
        scenario.staffing,
        on_shift,
        answer.deferred_short_minutes,
        sum(one.short_hours for one in outcomes),
        () if team.is_uniform else does,
        team.parts_per_agent,
    )
    findings = (
        *audit(
            scenario,
            answer.roster,
            required,
            coverage.required,
            outcomes,
            frame.holidays,
            work_required=total_required(asked, 0),
        ),
        *law_findings(scenario),
    )
    cost = price(scenario, calendar, answer.roster)
    wishes = sum(found.penalty_minor for found in unmet_wishes(findings))
    parts = replace(answer.parts, requests_minor=wishes)
    refuse_other_price(answer.proof.objective_minor, cost.total_minor, parts)
    given = supply_by_need(does, asked, team.parts_per_agent)
    supply = with_plan_before(given, requirement, required)
    return Plan(
        scenario=scenario,
        calendar=calendar,
        demands=demands,
        requirement=with_bought_service(requirement, skills_of_everyone(scenario)),
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
        outcomes=outcomes,
    )


def service_outcomes(
    scenario: Scenario,
    demands: tuple[ChannelDemand, ...],
    setting: ChannelSetting,
    asked: Requirement,
    roster: Roster,
) -> tuple[GoalOutcome, ...]:
    """Say what becomes of targets kept over a day or the period."""
    if not any(need.goals for need in asked.live):
        return ()
    team = team_productivity(scenario)
    does = on_duty_by_skills(scenario.horizon, roster, team)
    supply = supply_by_need(does, asked, team.parts_per_agent)
    levels = levels_by_pool(scenario.channels, demands, setting, supply)
    return goal_outcomes(scenario, asked, supply, {pool: own.tolist() for pool, own in levels.items()})


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


def write_everything(plan: Plan, folder: Path) -> tuple[Path, ...]:
    """Write a plan's files into a folder, made where it is not there; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    names = ("plan.json", "roster.xlsx", "coverage.png", "roster.png", "cost.csv", "payroll.csv")
    paths = tuple(folder / name for name in names)
    document = write_plan(plan, paths[0], figures_document(figures_of(plan)))
    certificate = write_certificate(plan.certificate, document, plan.cost.currency, folder)
    write_workbook(plan, paths[1])
    draw_coverage(plan, paths[2])
    draw_roster(plan, paths[3])
    write_whole(cost_csv(plan), paths[4])
    write_whole(payroll_csv(plan), paths[5])
    beside = [] if certificate is None else [certificate]
    ledger = fairness_csv(plan)
    if ledger is not None:
        beside.append(folder / "fairness_ledger.csv")
        write_whole(ledger, beside[-1])
    return (*paths, *beside, *write_intake(plan, folder / "intake"))
