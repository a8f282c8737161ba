"""The command line: one file per command."""

from planner.cli.app import main

__all__ = ["main"]
