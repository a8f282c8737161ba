"""Is every rule kept?  Reads a finished roster as a person would and never asks the solver.

===================  ==================================================================
``roster_audit``     the door: every rule's own ``check``, and the plain checks below
``people``           who is on the roster, under which contract, with which skills
``hires``            how many were hired into each vacancy
``days``             one shift a day, inside the period, none overlapping
``coverage``         enough people in every interval, where coverage is hard
``pattern_fit``      start, length, break and paid time as the shift's pattern allows
===================  ==================================================================
"""

from planner.audit.roster_audit import audit

__all__ = ["audit"]
