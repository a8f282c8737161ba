"""The program ``smena``: its commands, and what its exit codes mean.

0 fine, 1 rules broken, no legal plan or a claim not confirmed, 2 bad input, 130 interrupted, with the best plan
written unless interrupted twice.
"""

import io
import sys
from collections.abc import Sequence
from typing import Any

import typer

from models.errors import BadInputError, SmenaError
from models.file_trouble import reason_of
from planner.cli.audit_command import audit_plan
from planner.cli.check_command import check
from planner.cli.clean_output import keep_output_to_ourselves
from planner.cli.compare_command import compare_scenarios
from planner.cli.console import say_error, say_problems
from planner.cli.convert_command import convert_scenario
from planner.cli.demo_command import demo
from planner.cli.explain_command import explain
from planner.cli.export_command import export
from planner.cli.forecast_command import forecast
from planner.cli.interrupt import INTERRUPTED, leave
from planner.cli.new_command import new
from planner.cli.packs_command import packs
from planner.cli.plan_command import plan
from planner.cli.price_rules_command import price_rules_of
from planner.cli.reader_language import begin, reader_language
from planner.cli.replan_command import replan_from
from planner.cli.rules_command import rules
from planner.cli.simulate_command import simulate
from planner.cli.staff_command import staff
from planner.cli.usage_errors import usage_text
from planner.cli.verify_command import verify

BAD_INPUT = 2
#: Every error of the parser of the command line is one of these.
_UsageError: type[Exception] = typer.BadParameter.__mro__[2]

app = typer.Typer(
    name="smena",
    help="Plan support teams: legal, cheapest rosters with a proven bound.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(check)
app.command()(forecast)
app.command()(staff)
app.command()(plan)
app.command(name="audit")(audit_plan)
app.command()(verify)
app.command()(simulate)
app.command(name="compare")(compare_scenarios)
app.command()(explain)
app.command(name="price-rules")(price_rules_of)
app.command(name="replan")(replan_from)
app.command()(export)
app.command()(rules)
app.command()(packs)
app.command()(new)
app.command(name="convert")(convert_scenario)
app.command()(demo)


def main() -> None:
    """Run the program and end the process."""
    keep_output_to_ourselves()
    # A console that cannot show a letter shows its code instead of ending the program.
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")
    leave(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every foreseen trouble is told in plain words.

    Parameters
    ----------
    arguments
        What stands after ``smena`` on the command line.
    """
    begin(arguments)
    try:
        ended = app(list(arguments), prog_name="smena", standalone_mode=False)
        return ended if isinstance(ended, int) else 0
    except SystemExit as end:  # how a command ends, well or not
        return end.code if isinstance(end.code, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except _UsageError as error:
        said, command = _usage_of(error)
        if said:
            say_error(usage_text(said, command).in_language(reader_language()))
    except BadInputError as error:
        say_problems(error.problems, error.language)
    except SmenaError as error:
        say_error(error.in_language(reader_language()))
    except OSError as error:
        reason = reason_of(error).in_language(reader_language())
        say_error(f"{error.filename}: {reason}" if error.filename else reason)
    return BAD_INPUT


def _usage_of(error: Any) -> tuple[str, str]:
    """What the parser says and of which command; nothing where it has printed the help instead."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return "", ""
    return error.format_message(), context.command_path if context is not None else "smena"
