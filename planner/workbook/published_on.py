"""The day people are told of a roster."""

import datetime as dt

from models.scenario import Scenario
from planner.packs.russia import Russia


def published_on(scenario: Scenario) -> dt.date | None:
    """Day the law pack was told of, else the day changes of a published roster are made known on."""
    told = (pack.published_on for pack in scenario.law_packs if isinstance(pack, Russia))
    return next((date for date in told if date is not None), scenario.published.today)
