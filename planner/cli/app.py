"""The program ``smena``: its commands, and what its exit codes mean.

0 fine, 1 rules broken, no legal plan or a claim not confirmed, 2 bad input, 130 interrupted, with the best plan
written unless interrupted twice.
"""

import io
import sys
from collections.abc import Sequence

import typer

from models.errors import BadInputError, SmenaError
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
from planner.cli.replan_command import replan_from
from planner.cli.rules_command import rules
from planner.cli.simulate_command import simulate
from planner.cli.staff_command import staff
from planner.cli.verify_command import verify

BAD_INPUT = 2

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
    try:
        app(list(arguments), prog_name="smena")
    except SystemExit as end:  # how a command ends, well or not
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BadInputError as error:
        say_problems(error.problems)
    except SmenaError as error:
        say_error(str(error))
    except OSError as error:
        say_error(f"{error.filename or 'a file'}: {error.strerror or error}")
    return BAD_INPUT
