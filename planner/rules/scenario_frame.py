"""What the rules of a scenario may know of the world."""

import datetime as dt
from collections.abc import Iterable

from models.money import minor_per_unit
from models.rule import Frame
from models.scenario import Scenario
from models.team import team_of


def scenario_frame(
    scenario: Scenario, open_intervals: tuple[bool, ...], holidays: Iterable[dt.date] = ()
) -> Frame:
    """Return the frame of a scenario.

    Parameters
    ----------
    scenario
        Horizon, currency, night and team.
    open_intervals
        Whether the plan answers for an interval, one entry per interval of the horizon.
    holidays
        Public holidays of the period.
    """
    return Frame(
        scenario.horizon,
        minor_per_unit(scenario.desk.currency),
        open_intervals,
        scenario.night,
        frozenset(holidays),
        team_of(scenario),
    )
