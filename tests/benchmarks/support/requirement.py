"""What a scenario's demand asks of its roster, without a roster being made."""

from dataclasses import dataclass

from models.calendar import WorkCalendar
from models.channel import ChannelSetting
from models.money import minor_per_unit
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from planner.calendar.hours import lead_in_open, open_intervals
from planner.calendar.work_calendar import work_calendar
from planner.forecast.forecast_channels import forecast_channels
from planner.roster.carried_in import asked_of_this_plan, required_intervals
from planner.staffing.require import require


@dataclass(frozen=True)
class Asked:
    """The requirement, and the frame and calendar it was made in."""

    frame: Frame
    calendar: WorkCalendar
    requirement: Requirement


def asked_of(scenario: Scenario) -> Asked:
    """Go through the stages before the roster, as the planner does."""
    horizon, language = scenario.horizon, scenario.desk.language
    first, last = scenario.period.first_date, horizon.date_of(horizon.days)
    calendar = work_calendar(scenario.holidays, range(first.year, last.year + 1), language)
    reach = max(channel.lead_in_minutes for channel in scenario.channels)
    before = lead_in_open(scenario.opening, calendar, horizon, -(-reach // horizon.interval_minutes))
    is_open = open_intervals(scenario.opening, calendar, horizon)
    setting = ChannelSetting(horizon, is_open, before, scenario.staffing)
    forecasts = forecast_channels(scenario.channels, {}, calendar, horizon, len(before), language=language)
    demands = tuple(forecast.demand for forecast in forecasts)
    required = required_intervals(scenario, is_open)
    requirement = asked_of_this_plan(require(scenario.channels, demands, setting), required)
    return Asked(Frame(horizon, minor_per_unit(scenario.desk.currency), required), calendar, requirement)
