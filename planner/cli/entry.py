"""Start of the program, before its commands are there: they take seconds to import."""

import importlib

from planner.cli.interrupt import leave_on_interrupt


def main() -> None:
    """Import the commands, run one, and end the process."""
    with leave_on_interrupt():
        app = importlib.import_module("planner.cli.app")
    app.main()
