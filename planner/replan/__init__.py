"""Mend a published plan after changes: as few shifts as possible, and what more of them would save.

===================  ===================================================================
``changes``          what a file of changes may say
``changes_file``     read and checked against the plan
``asked_anew``       a plan whose scenario has changed since, and what of it still applies
``kept_edits``       edits of a roster workbook, as changes that stay
``named_people``     people hired by the plan become people with names
``changed_demand``   expected contacts after changes of volume
``changed_world``    scenario, demand and published roster after all changes
``settled_days``     days that stay as published, as an automaton
``one_by_one``       the roster stage's problem with everybody told apart
``counted``          changed shifts priced, or counted against a budget
``few_changes``      at most so many changed days of one person, as an automaton
``holes``            what the changes left uncovered
``settle``           a roster as it is, priced
``as_flow``          problems small enough to be searched whole, and what may be left out of them
``search``           the searches
``frontier``         the least cost with 0, 1, 2, … changes
``mend``             which of them, and what they prove
``replan``           the door: ``replan``
``wording``          changed shifts as people read them
``document``         ``replan.json``
``table``            the table for the terminal
===================  ===================================================================
"""

from planner.replan.asked_anew import AskedAnew, ask_anew
from planner.replan.changes import Changes
from planner.replan.changes_file import read_changes
from planner.replan.document import replan_document
from planner.replan.kept_edits import kept_edits
from planner.replan.replan import replan
from planner.replan.table import replan_table

__all__ = [
    "AskedAnew",
    "Changes",
    "ask_anew",
    "kept_edits",
    "read_changes",
    "replan",
    "replan_document",
    "replan_table",
]
