"""Results as files: ``plan.json`` and its certificate, read back with suspicion, and what stands beside.

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
``added_cover_rows``       what simulations added to it
``rebuilding``             the roster, from both
``reading``                the door: ``read_plan``
``certificate_document``   what stands in ``certificate.json``, and which plan it belongs to
``certificate_file``       written and read back
``simulation_document``    what stands in ``simulation.json``
``forecast_document``      what stands in ``forecast.json``
``forecast_csv``           a channel's forecast as a table
``staffing_document``      what stands in ``staffing.json``
``cost_csv``               every line of pay as a table
``fairness_csv``           what each had of every burden, for the next plan
``side_file``              that and other results, written in the same layout
=========================  ============================================================
"""

from planner.plan_file.certificate_file import read_certificate, write_certificate
from planner.plan_file.content import plan_document
from planner.plan_file.cost_csv import cost_csv
from planner.plan_file.demand_rows import as_written
from planner.plan_file.fairness_csv import fairness_csv
from planner.plan_file.forecast_csv import forecast_csv
from planner.plan_file.forecast_document import forecast_document
from planner.plan_file.reading import ReadPlan, read_plan
from planner.plan_file.side_file import write_side_file
from planner.plan_file.simulation_document import simulation_document
from planner.plan_file.staffing_document import staffing_document
from planner.plan_file.writing import write_plan, write_whole

__all__ = [
    "ReadPlan",
    "as_written",
    "cost_csv",
    "fairness_csv",
    "forecast_csv",
    "forecast_document",
    "plan_document",
    "read_certificate",
    "read_plan",
    "simulation_document",
    "staffing_document",
    "write_certificate",
    "write_plan",
    "write_side_file",
    "write_whole",
]
