"""A plan as files: ``plan.json`` and its certificate, written whole and read back with suspicion.

=========================  ============================================================
``document``               what stands in the file
``content``                a plan put into that form
``findings``               rules broken and wishes not met, in the desk's language
``layout``                 the text of the file, the same for the same plan
``writing``                the file, written at once or not at all
``raw_json``               the file as plain values, or what is wrong with it
``resolved``               the scenario inside the file
``people_rows``            the people of the file
``shift_rows``             its roster rows
``interval_lists``         lists with one entry per interval
``demand_rows``            the demand the plan was made for
``rebuilding``             the roster, from both
``reading``                the door: ``read_plan``
``certificate_document``   what stands in ``certificate.json``, and which plan it belongs to
``certificate_file``       written and read back
=========================  ============================================================
"""

from planner.plan_file.certificate_file import read_certificate, write_certificate
from planner.plan_file.content import plan_document
from planner.plan_file.demand_rows import as_written
from planner.plan_file.reading import ReadPlan, read_plan
from planner.plan_file.writing import write_plan

__all__ = [
    "ReadPlan",
    "as_written",
    "plan_document",
    "read_certificate",
    "read_plan",
    "write_certificate",
    "write_plan",
]
