"""One interval's arithmetic, from contacts to agents on the roster."""

import datetime as dt
from collections.abc import Sequence

from models.channel import Channel, ChannelSetting
from models.demand import ChannelDemand
from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.requirement import Requirement
from models.text import Text
from planner.staffing.deferred_channel import DeferredChannel
from planner.staffing.explain_deferred import explain_backlog
from planner.staffing.explain_live import explain_queue
from planner.staffing.explain_texts_desk import TITLES, WHEN
from planner.staffing.explained import Explanation, figure, sum_text
from planner.staffing.live_channel import LiveChannel
from planner.staffing.uncertain_load import with_busy_days


def interval_at(horizon: Horizon, time: dt.datetime) -> int:
    """Number of the interval a moment lies in.

    Parameters
    ----------
    horizon
        The period.
    time
        Local time of the desk, or an aware time.

    Raises
    ------
    BadInputError
        The moment is outside the period.
    """
    if time.tzinfo is None:
        minute = horizon.minute_at(horizon.day_of(time.date()), 60 * time.hour + time.minute)
    else:
        minute = horizon.minute_of(time)
    if not 0 <= minute < horizon.end_minute:
        last = horizon.date_of(horizon.days - 1)
        shown = time.isoformat(timespec="minutes")
        message = Text(en=f"{shown} is not in the period", ru=f"{shown} вне периода")
        allowed = Text(
            en=f"{horizon.first_date} 00:00 to {last} 23:59",
            ru=f"с {horizon.first_date} 00:00 по {last} 23:59",
        )
        raise BadInputError([InputProblem("--explain", message, allowed)])
    return minute // horizon.interval_minutes


def explain_interval(
    channels: Sequence[Channel],
    demands: Sequence[ChannelDemand],
    setting: ChannelSetting,
    requirement: Requirement,
    interval: int,
) -> tuple[Explanation, ...]:
    """Explain what an interval asks of the roster, every number with its formula and source.

    Parameters
    ----------
    channels, demands, setting
        As given to :func:`planner.staffing.require.require`.
    requirement
        Its answer.
    interval
        Number of the interval in the period; see :func:`interval_at`.

    Returns
    -------
    tuple of Explanation
        Queues in the order they are first named, deferred work, and the desk as a whole.
    """
    channels = with_busy_days(channels, demands, setting.terms)
    pools: dict[str, list[tuple[LiveChannel, ChannelDemand]]] = {}
    for channel, demand in zip(channels, demands, strict=True):
        if isinstance(channel, LiveChannel):
            pools.setdefault(channel.pool_name, []).append((channel, demand))
    queues = tuple(
        explain_queue([one for one, _ in pool], [own for _, own in pool], setting, interval)
        for pool in pools.values()
    )
    needs = {need.channel: need for need in requirement.backlog}
    backlogs = tuple(
        explain_backlog(channel, demand, setting, needs[channel.name], interval)
        for channel, demand in zip(channels, demands, strict=True)
        if isinstance(channel, DeferredChannel)
    )
    return (*queues, *backlogs, _desk(setting, requirement, interval))


def _desk(setting: ChannelSetting, requirement: Requirement, interval: int) -> Explanation:
    terms, is_open = setting.terms, setting.open_intervals[interval]
    asked = [need.agents[interval] for need in requirement.live]
    live, least = sum(asked), terms.min_agents if is_open else 0
    cover = (figure("break_cover", terms.min_at_work),) if terms.break_cover is not None else ()
    return Explanation(
        TITLES["desk"],
        (
            figure("sum_live", live, {"sum": sum_text(asked) if asked else "0"}),
            figure("min_agents", least, {"when": WHEN[is_open]}),
            *cover,
            figure("required", max(live, least), {"live": live, "least": least}),
        ),
    )
