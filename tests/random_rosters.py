"""Rosters drawn at random on a short horizon, for property tests of whatever reads a roster."""

from dataclasses import replace

from hypothesis import strategies as st

from models.plan import Plan
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from tests.plans import sample_plan

DAYS = 3
SHORT_PLAN = sample_plan(days=DAYS)


@st.composite
def shifts(draw: st.DrawFn, day: int) -> Shift:
    """A shift of a day that ends before the next day's may start."""
    midnight = day * 1440
    start = midnight + draw(st.integers(0, 600))
    length = draw(st.integers(30, 1440 - (start - midnight)))
    pause = draw(st.integers(0, length // 2))
    pause_start = start + draw(st.integers(0, length - pause))
    has_break = draw(st.booleans()) and pause > 0
    return Shift(
        day=day,
        start_minute=start,
        end_minute=start + length,
        pattern="Day",
        paid_minutes=length,
        break_start_minute=pause_start if has_break else 0,
        break_end_minute=pause_start + pause if has_break else 0,
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """The short sample plan with another roster; nights carried over from the day before included."""
    tours = []
    for number in range(draw(st.integers(1, 4))):
        carried = Shift(-1, -draw(st.integers(1, 300)), draw(st.integers(-100, 400)), "Night", 1)
        history = (carried,) if draw(st.booleans()) and carried.end_minute > carried.start_minute else ()
        first = draw(shifts(0)) if draw(st.booleans()) else None
        if history and first and first.start_minute < carried.end_minute:
            first = None
        rest = [draw(shifts(day)) if draw(st.booleans()) else None for day in range(1, DAYS)]
        skills = frozenset({"tickets"}) if draw(st.booleans()) else frozenset()
        agent = RosterAgent(f"a{number}", f"A {number}", "standard", skills, history=history)
        tours.append(Tour(agent, (first, *rest)))
    return replace(SHORT_PLAN, roster=Roster(tuple(tours)))
