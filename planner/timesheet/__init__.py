"""Working time as HR keeps it: days, codes and hours of a month, and the table for payroll.

================  =====================================================================
``absences``      when people are away, and the codes of leave
``months``        the calendar months of a period
``marks``         a day as the timesheet marks it
``person_month``  somebody's month and what it adds up to
``payroll_csv``   the same as a flat table
================  =====================================================================
"""

from planner.timesheet.payroll_csv import payroll_csv

__all__ = ["payroll_csv"]
