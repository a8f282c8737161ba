"""A plan as a file: ``plan.json``, written whole and read back with suspicion.

===================  ==================================================================
``document``         what stands in the file
``content``          a plan put into that form
``findings``         rules broken and wishes not met, in the desk's language
``layout``           the text of the file, the same for the same plan
``writing``          the file, written at once or not at all
``raw_json``         the file as plain values, or what is wrong with it
``resolved``         the scenario inside the file
``people_rows``      the people of the file
``shift_rows``       its roster rows
``interval_lists``   lists with one entry per interval
``rebuilding``       the roster, from both
``reading``          the door: ``read_plan``
===================  ==================================================================
"""

from planner.plan_file.content import plan_document
from planner.plan_file.reading import ReadPlan, read_plan
from planner.plan_file.writing import write_plan

__all__ = ["ReadPlan", "plan_document", "read_plan", "write_plan"]
