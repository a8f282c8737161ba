"""The command line: one file per command; ``entry`` is the door."""

from planner.cli.entry import main

__all__ = ["main"]
