"""``queue.ics`` and ``queue-<channel>.ics``: how many people serve a queue, and when."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from icalendar import Calendar

from models.channel import Channel
from models.plan import Plan
from models.text import Text
from planner.intake.attendance import attendance
from planner.intake.calendar_feed import add_period, feed_bytes, new_feed
from planner.intake.exporter import EXPORTERS, Exporter
from planner.intake.file_names import safe_names

_SUMMARY = Text(en="{channel}: {count} on duty", ru="{channel}: на смене {count}")


@EXPORTERS.register
class QueueCalendars(Exporter):
    """All queues in one calendar, and each in its own.

    An event is a time in which the number of people at work (breaks taken off) stays the
    same; times without anybody have no event.
    """

    kind: Literal["queue_calendars"] = "queue_calendars"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``queue.ics`` and one ``queue-<channel>.ics`` per channel."""
        channels = plan.scenario.channels
        everything = new_feed(plan.scenario.desk.name)
        files = {"queue.ics": b""}
        names = safe_names("queue-", [channel.name for channel in channels], ".ics")
        for name, channel in zip(names, channels, strict=True):
            feed = new_feed(f"{plan.scenario.desk.name}: {channel.name}")
            for calendar in (everything, feed):
                _add_periods(calendar, plan, channel)
            files[name] = feed_bytes(feed)
        files["queue.ics"] = feed_bytes(everything)
        return files


def _add_periods(feed: Calendar, plan: Plan, channel: Channel) -> None:
    anchor = plan.scenario.horizon
    for start, end, count in staffed_periods(plan, channel):
        add_period(
            feed,
            plan,
            (start, end),
            uid=f"{channel.name}-{anchor.local(start):%Y%m%dT%H%M%z}",
            summary=_SUMMARY.in_language(plan.scenario.desk.language).format(
                channel=channel.name, count=count
            ),
            description="",
            categories=[channel.name],
        )


def staffed_periods(plan: Plan, channel: Channel) -> Iterator[tuple[int, int, int]]:
    """Yield (start minute, end minute, people at work), longest runs of the same number above 0."""
    present = attendance(plan, channel=channel.name)
    steps: dict[int, int] = {0: 0}
    for item in present:
        shift = item.shift
        for minute, change in (
            (shift.start_minute, 1),
            (shift.break_start_minute, -1 if shift.break_minutes else 0),
            (shift.break_end_minute, 1 if shift.break_minutes else 0),
            (shift.end_minute, -1),
        ):
            steps[max(0, minute)] = steps.get(max(0, minute), 0) + change
    changes = sorted(minute for minute, change in steps.items() if change or minute == 0)
    count = 0
    for start, end in pairwise(changes):
        count += steps[start]
        if count:
            yield start, end, count
