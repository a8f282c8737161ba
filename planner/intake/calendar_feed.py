"""iCalendar feeds that subscribers poll: RFC 5545, with the refresh hint of RFC 7986."""

import datetime as dt

from icalendar import Calendar, Event

from models.plan import Plan

#: How often subscribers should look again.
REFRESH = dt.timedelta(hours=1)


def new_feed(name: str) -> Calendar:
    """Return an empty published calendar."""
    feed = Calendar()
    feed.add("prodid", "-//Smena//Roster feeds//EN")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("method", "PUBLISH")
    feed.add("name", name)
    feed.add("x-wr-calname", name)
    feed.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    return feed


def add_period(
    feed: Calendar,
    plan: Plan,
    minutes: tuple[int, int],
    *,
    uid: str,
    summary: str,
    description: str,
    categories: list[str],
) -> None:
    """Add one event.

    Parameters
    ----------
    feed
        Calendar to add to.
    plan
        Whose period and desk it belongs to.
    minutes
        Start and end on the horizon's axis; written in UTC.
    uid
        Stable name of the event within the desk: the same event keeps it in every edition.
    summary, description, categories
        Text for people; skills or the channel as categories.
    """
    anchor = plan.scenario.horizon.anchor
    event = Event()
    event.add("uid", f"{uid}@{plan.scenario.name}.smena")
    # The same plan must give the same bytes, so the stamp is the period's start, not now.
    event.add("dtstamp", anchor)
    event.add("sequence", plan.edition)
    event.add("status", "CONFIRMED")
    event.add("dtstart", anchor + dt.timedelta(minutes=minutes[0]))
    event.add("dtend", anchor + dt.timedelta(minutes=minutes[1]))
    event.add("summary", summary)
    if description:
        event.add("description", description)
    if categories:
        event.add("categories", categories)
    feed.add_component(event)


def feed_bytes(feed: Calendar) -> bytes:
    """Write the calendar, properties in the order they were added."""
    content: bytes = feed.to_ical(sorted=False)
    return content
