"""A plan made before, taken up again: what the formulas expect of it, its rules, its price.

The roster may have been edited since.  Nothing that the plan said when it was made is taken over
but its scenario, its demand and the cover that was added to it.
"""

from collections.abc import Container

from models.cost import CostBreakdown
from models.demand import ChannelDemand
from models.expectation import Expectation
from models.productivity import team_productivity
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.service_goal import GoalOutcome
from models.simulation import ExtraCover
from models.tariff import Tariff
from models.tour import Roster
from models.violation import Violation
from planner.audit import audit
from planner.calendar.hours import open_intervals
from planner.calendar.scenario_calendar import period_holidays, scenario_calendar
from planner.pay.price import price
from planner.pay.tariff import make_tariff
from planner.pipeline import asked_of_roster, service_outcomes, staff_demand
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.carried_in import required_intervals, with_plan_before
from planner.roster.late_work import work_off
from planner.roster.on_duty import coverage_of, on_duty_by_skills, on_shift_counts, supply_by_need
from planner.roster.people import make_crews
from planner.roster.rows_live import total_required
from planner.roster.translate import Translation, translate
from planner.scenario.law import law_findings, under_law
from planner.simulate.plan_simulation import MadePlan
from planner.staffing.live_channel import LiveChannel
from planner.staffing.lost_tries import lost_tries
from planner.staffing.require import promise_all


def expect(made: MadePlan, added: tuple[ExtraCover, ...] | None = None) -> Expectation:
    """Say what the formulas expect of a plan's roster as it is, edited or not.

    ``added`` is cover on top of what the formulas ask for; that of the plan where left out.
    """
    scenario, horizon = made.scenario, made.scenario.horizon
    cover = made.added_cover if added is None else added
    setting, requirement = staff_demand(scenario, made.demands, cover)
    calendar = scenario_calendar(scenario)
    frame, asked = asked_of_roster(scenario, calendar, setting, requirement)
    present = on_duty_by_skills(horizon, made.roster)
    team = team_productivity(scenario)
    does = on_duty_by_skills(horizon, made.roster, team)
    late = work_off(does, asked, team.parts_per_agent).late_minutes
    on_shift = on_shift_counts(horizon, made.roster)
    given = supply_by_need(does, asked, team.parts_per_agent)
    supply = with_plan_before(given, requirement, frame.open_intervals)
    lost = lost_tries(scenario.channels, made.demands, setting, supply)
    outcomes = service_outcomes(scenario, made.demands, setting, asked, made.roster)
    return Expectation(
        calendar=calendar,
        cost=price(scenario, calendar, made.roster),
        frame=frame,
        asked=asked,
        coverage=coverage_of(
            horizon,
            present,
            asked,
            scenario.staffing,
            on_shift,
            late,
            sum(one.short_hours for one in outcomes),
            does=() if team.is_uniform else does,
            parts=team.parts_per_agent,
        ),
        promises=promise_all(scenario.channels, made.demands, setting, requirement, supply),
        lost={own.name: lost[own.pool_name] for own in scenario.channels if own.pool_name in lost},
    )


def recheck(
    scenario: Scenario,
    roster: Roster,
    required_agents: tuple[int, ...],
    demands: tuple[ChannelDemand, ...] = (),
    added: tuple[ExtraCover, ...] = (),
) -> tuple[tuple[Violation, ...], CostBreakdown]:
    """Audit and price a roster that may have been edited since it was planned.

    Nothing of the search is asked: rules by their own checks, pay by the clock, targets over a
    day or the period by the formulas.  The agents required, per interval, are those of the plan:
    only its demand says how many they are.  Without it targets over a day are not looked at.
    The law packs are laid over the scenario again, in case the file lost a rule of theirs.
    """
    scenario, _ = under_law(scenario)
    calendar = scenario_calendar(scenario)
    outcomes: tuple[GoalOutcome, ...] = ()
    work: tuple[int, ...] = ()
    is_scoped = any(
        isinstance(own, LiveChannel) and own.target.scope != "interval" for own in scenario.channels
    )
    if demands and (is_scoped or not team_productivity(scenario).is_uniform):
        setting, requirement = staff_demand(scenario, demands, added)
        _, asked = asked_of_roster(scenario, calendar, setting, requirement)
        outcomes = service_outcomes(scenario, demands, setting, asked, roster)
        work = total_required(asked, 0)
    opened = open_intervals(scenario.opening, calendar, scenario.horizon)
    required = required_intervals(scenario, opened)
    holidays = period_holidays(scenario, calendar)
    findings = audit(scenario, roster, required, required_agents, outcomes, holidays, work_required=work)
    return (*findings, *law_findings(scenario)), price(scenario, calendar, roster)


def asked_again(
    scenario: Scenario, demands: tuple[ChannelDemand, ...], added: tuple[ExtraCover, ...] = ()
) -> tuple[Frame, Requirement, Tariff]:
    """Say what the roster stage is asked for a plan made before, and at which prices."""
    calendar = scenario_calendar(scenario)
    frame, asked = asked_of_roster(scenario, calendar, *staff_demand(scenario, demands, added))
    return frame, asked, make_tariff(scenario, calendar)


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
    frame, asked, tariff = asked_again(scenario, demands, added)
    crews = make_crews(scenario, frame, tariff)
    if profiles is not None:
        crews = tuple(crew for crew in crews if crew.sample.agent in profiles)
    shifts = candidate_shifts(scenario, frame.open_intervals)
    return translate(scenario, frame, shifts, asked, tariff, crews)
