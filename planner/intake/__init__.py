"""Feeds for ticket intake: who is on shift, when the desk is open, what it can take."""

from planner.intake.on_shift import on_shift
from planner.intake.roster_version import roster_version
from planner.intake.write import intake_files, write_intake

__all__ = ["intake_files", "on_shift", "roster_version", "write_intake"]
