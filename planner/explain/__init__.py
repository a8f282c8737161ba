"""Why an interval is short, why somebody has this tour, and why a scenario has no plan.

================  ======================================================================
``desk``          a plan put into the engine's terms again, with who is missing when
``moment``        the interval a local time lies in
``asking``        what asks for people, in words
``covering``      must be there in an interval, as an automaton
``this_tour``     anything but certain tours, as an automaton
``own_tour``      other shifts of one person priced exactly, without a search
``one_agent``     one person re-planned while everybody else stays
``broken``        what a tour would break, by the rules' own checks
``stood_aside``   why somebody is not there in an interval
``interval``      why an interval is short: everybody, one by one
``spells``        the worst short hours
``why_tour``      why somebody has this tour
``document``      JSON
``sentences``     what is said of each person
``table``         the tables for the terminal
================  ======================================================================
"""

from planner.explain.desk import PlannedDesk, planned_desk
from planner.explain.document import interval_document, spells_document, tour_document
from planner.explain.interval import explain_interval
from planner.explain.moment import interval_of_moment
from planner.explain.spells import short_spells
from planner.explain.table import interval_table, spells_table, tour_table
from planner.explain.why_tour import explain_tour

__all__ = [
    "PlannedDesk",
    "explain_interval",
    "explain_tour",
    "interval_document",
    "interval_of_moment",
    "interval_table",
    "planned_desk",
    "short_spells",
    "spells_document",
    "spells_table",
    "tour_document",
    "tour_table",
]
