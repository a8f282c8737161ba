"""A way customers come, and the registry of channel kinds."""

import datetime as dt
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from models.base import Noun
from models.clock import Weekday
from models.demand import ChannelDemand
from models.errors import BadValueError
from models.forecast_terms import ForecastTerms
from models.horizon import Horizon
from models.registry import Registry
from models.requirement import BacklogNeed, ChannelPromise, LiveNeed
from models.staffing_terms import StaffingTerms
from models.text import Text
from models.zone_name import ZoneName


def _hourly_share(values: tuple[float, ...]) -> tuple[float, ...]:
    if len(values) != 24 or min(values) < 0 or sum(values) <= 0:
        raise BadValueError(
            Text(
                en=f"24 non-negative weights, one per clock hour, are needed; found {len(values)}",
                ru=f"нужно 24 веса не меньше нуля, по одному на час суток, хотя бы один больше нуля; здесь их {len(values)}",
            )
        )
    return values


HourlyShare = Annotated[tuple[float, ...], AfterValidator(_hourly_share)]


class Volume(Noun):
    """Contacts per day of the week and their spread over the clock, where there is no history.

    Parameters
    ----------
    contacts_per_day
        Contacts on each weekday; a weekday left out has none.
    hourly_share
        24 weights, normalised; flat where left out.
    weekend_hourly_share
        The same for Saturday and Sunday; ``hourly_share`` where left out.
    """

    contacts_per_day: dict[Weekday, Annotated[float, Field(ge=0, le=1e6)]]
    hourly_share: HourlyShare = (1.0,) * 24
    weekend_hourly_share: HourlyShare | None = None


def _words(value: Any) -> Any:
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(str(item) if type(item) is int else item for item in items)


#: One value or several; whole numbers, as identifiers often are, may stand without quotes.
Words = Annotated[tuple[str, ...], BeforeValidator(_words), Field(min_length=1)]


class HistoryFile(Noun):
    """Where contacts are counted: a table of counts, or the export of another system.

    Parameters
    ----------
    file
        Path, relative to the scenario file; of an export also a folder with its parts.
    source
        Kind of the file, by the registry of history sources.
    zone
        IANA zone of the times in the file.  Tables of counts are in the desk's zone where it is
        left out; exports whose times do not tell their zone need it.
    where
        Which rows are this channel's: column (or field, or ``queue``) and the values it may have.
    date_column, time_column
        Columns with the local date and the interval's start; ``time_column`` may be left
        out when ``date_column`` holds both.  Of an export, the time a contact began.
    time_format
        How an export writes times, in the codes of ``strptime``, where its own way was changed.
    contacts_column, aht_seconds_column
        Columns with the counts and, where known, the average handle time in seconds; of an
        export, the handle time of a contact.
    id_column
        Column by which an export's rows are told apart, where it is not called as usual.
    first_date, last_date
        Part of the file to use; all of it where left out.
    """

    file: str = Field(min_length=1)
    source: str = "csv"
    zone: ZoneName | None = None
    where: dict[str, Words] = Field(default_factory=dict)
    date_column: str = "date"
    time_column: str | None = "interval_start"
    time_format: str | None = None
    contacts_column: str = "contacts"
    aht_seconds_column: str | None = None
    id_column: str | None = None
    first_date: dt.date | None = None
    last_date: dt.date | None = None


@dataclass(frozen=True)
class ChannelSetting:
    """What a channel may know when it turns contacts into a requirement.

    Parameters
    ----------
    horizon
        Days and intervals.
    open_intervals
        Whether the desk is open, per interval of the horizon.
    lead_in_open
        The same for the intervals before it that match
        :attr:`models.demand.ChannelDemand.lead_in_contacts`.
    terms
        Shrinkage, minimum agents, occupancy cap.
    live
        What live channels need, for work that fills their idle time; empty for live channels.
    """

    horizon: Horizon
    open_intervals: tuple[bool, ...]
    lead_in_open: tuple[bool, ...]
    terms: StaffingTerms
    live: tuple[LiveNeed, ...] = ()


class Channel(Noun, ABC):
    """What all channels share.

    Parameters
    ----------
    name
        Name of the channel, unique in the scenario.
    skill
        Skill an agent must have to serve it; ``None`` means anyone may.
    volume, history
        Exactly one of them says what arrives, unless ``forecast.outside`` does.
    aht_seconds
        Average handle time, after-contact work included; a history may know better.
    growth
        Factor on all contacts; 1 leaves them, 1.15 is 15 % more.
    forecast
        How contacts are forecast, and what is changed afterwards.
    """

    kind: str
    name: str = Field(min_length=1, max_length=60)
    skill: str | None = None
    volume: Volume | None = None
    history: HistoryFile | None = None
    aht_seconds: float = Field(gt=0, le=86_400)
    growth: float = Field(default=1.0, ge=0, le=1000)
    forecast: ForecastTerms = ForecastTerms()

    @model_validator(mode="after")
    def _one_origin(self) -> "Channel":
        if self.volume is not None and self.forecast.outside is not None:
            raise BadValueError(
                Text(
                    en="give either volume or forecast.outside, not both",
                    ru="нужно что-то одно: volume или forecast.outside",
                )
            )
        if (self.volume is None) == (self.history is None) and self.forecast.outside is None:
            raise BadValueError(
                Text(
                    en="give either volume or history, not both and not neither",
                    ru="нужно что-то одно: volume или history",
                )
            )
        return self

    @property
    def lead_in_minutes(self) -> int:
        """How far before the period arrivals still matter to it; 0 for live channels."""
        return 0

    @property
    def pool_name(self) -> str:
        """Name of the queue it is answered from: its own, unless channels share one."""
        return self.name

    @property
    def contacts_at_once(self) -> int:
        """How many contacts one agent holds at the same time; 1 unless the channel says otherwise."""
        return 1

    @abstractmethod
    def need(self, demand: ChannelDemand, setting: ChannelSetting) -> LiveNeed | BacklogNeed:
        """Turn expected contacts into what the roster must provide."""

    @abstractmethod
    def promise(
        self,
        demand: ChannelDemand,
        setting: ChannelSetting,
        need: LiveNeed | BacklogNeed,
        supply: tuple[int, ...],
    ) -> ChannelPromise:
        """Say what customers can expect of a roster.

        ``supply`` is what the roster gives the channel per interval: rostered agents on duty
        where contacts are answered at once, agent-minutes where they may wait.
        """


#: Every kind of channel; importing :mod:`planner.staffing` fills it.
CHANNELS: Registry[type[Channel]] = Registry("channel")
