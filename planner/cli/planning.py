"""Plan one scenario with progress, interruption and files: the core of several commands."""

import threading
from pathlib import Path

from models.plan import Plan
from planner.cli.console import progress_shown, say_error, say_notice
from planner.cli.interrupt import INTERRUPTED
from planner.pipeline import make_plan, write_everything
from planner.roster.solve import SearchLimits
from planner.scenario.loaded import LoadedScenario


def plan_and_write(
    loaded: LoadedScenario,
    folder: Path,
    *,
    time_limit: float,
    seed: int,
    workers: int,
    stop: threading.Event,
) -> Plan:
    """Plan a scenario while showing progress, then write its files into a folder."""
    for notice in loaded.notices:
        say_notice(str(notice))
    desk = loaded.scenario.desk
    limits = SearchLimits(time_limit, seed, workers, stop)
    with progress_shown(loaded.scenario.name, desk.currency, desk.language) as listen:
        plan = make_plan(loaded, limits, listen)
    for reason in plan.reasons:
        say_error(reason)
    for demand in plan.demands:
        for note in demand.notes:
            say_notice(f"{demand.channel}: {note}")
    write_everything(plan, folder)
    return plan


def exit_code(plan: Plan) -> int:
    """0 for a legal plan, 1 for broken rules or none, 130 when interrupted."""
    if plan.proof.stop == "interrupted":
        return INTERRUPTED
    broken = any(found.hard for found in plan.violations)
    return 1 if broken or plan.proof.status == "infeasible" else 0
