"""One channel alone: for desks in which no contacts move between channels."""

from models.calendar import WorkCalendar
from models.channel import Channel
from models.demand import ChannelDemand, ContactHistory
from models.horizon import Horizon
from models.text import Language
from planner.forecast.forecast_channels import forecast_channels


def forecast_channel(
    channel: Channel,
    history: ContactHistory | None,
    calendar: WorkCalendar,
    horizon: Horizon,
    lead_in_intervals: int,
    *,
    language: Language = "en",
) -> ChannelDemand:
    """Expected contacts of a channel; see :func:`planner.forecast.forecast_channels`.

    Raises
    ------
    BadInputError
        Fewer than 14 days of the history lie before the period, or the channel moves contacts
        to another.
    """
    histories = {} if history is None else {channel.name: history}
    (forecast,) = forecast_channels(
        (channel,), histories, calendar, horizon, lead_in_intervals, language=language
    )
    return forecast.demand
