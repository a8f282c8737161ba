"""The days and opening hours of a scenario's period, and of what came just before it."""

import datetime as dt

from models.calendar import WorkCalendar
from models.channel import ChannelSetting
from models.scenario import Scenario
from planner.calendar.hours import lead_in_open, open_intervals
from planner.calendar.work_calendar import work_calendar


def scenario_calendar(scenario: Scenario) -> WorkCalendar:
    """Working days of all years the plan or its histories may touch."""
    first, last = scenario.period.first_date, scenario.horizon.date_of(scenario.period.days + 5)
    last = max((last, *(terms.last_date or last for terms in scenario.pay.overtime)))
    return work_calendar(scenario.holidays, range(first.year - 3, last.year + 1), scenario.desk.language)


def period_holidays(scenario: Scenario, calendar: WorkCalendar) -> frozenset[dt.date]:
    """Public holidays of the period."""
    horizon = scenario.horizon
    return calendar.holidays_among(horizon.date_of(day) for day in range(horizon.days))


def channel_setting(scenario: Scenario, calendar: WorkCalendar) -> ChannelSetting:
    """Say when the desk is open, in the period and as far before it as its channels look back."""
    horizon = scenario.horizon
    reach = max(channel.lead_in_minutes for channel in scenario.channels)
    intervals = -(-reach // horizon.interval_minutes)
    return ChannelSetting(
        horizon,
        open_intervals(scenario.opening, calendar, horizon),
        lead_in_open(scenario.opening, calendar, horizon, intervals),
        scenario.staffing,
    )
