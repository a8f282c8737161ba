"""Plan one scenario with progress, interruption and files: the core of several commands."""

import threading
from pathlib import Path

from models.plan import Plan
from models.relaxation_text import relaxation_text
from models.text import Text
from planner.cli.conflict_lines import what_cannot_be_kept
from planner.cli.console import progress_shown, say_error, say_notes, say_notice, say_notices
from planner.cli.interrupt import INTERRUPTED
from planner.pipeline import make_plan, write_everything
from planner.roster.solve import SearchLimits
from planner.scenario.loaded import LoadedScenario

_HANDED_OVER = Text(
    en="until {until} only shifts begun before the period can be there: this plan asks for nobody "
    "then (worked_before of the agents says who is)",
    ru="до {until} на месте могут быть только смены, начатые до периода: этот план никого на это "
    "время не ставит (кто работает, скажет worked_before сотрудников)",
)
_WAY_OUT = Text(en="way out: {line}", ru="выход: {line}")


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
    say_notices(loaded.notices, loaded.scenario.desk.language)
    desk = loaded.scenario.desk
    limits = SearchLimits(time_limit, seed, workers, stop)
    with progress_shown(loaded.scenario.name, desk.currency, desk.language) as listen:
        plan = make_plan(loaded, limits, listen)
    impossible = what_cannot_be_kept(plan, desk.language)
    if impossible:
        say_error(impossible)
    for relaxation in plan.relaxations:
        line = relaxation_text(relaxation, desk.currency, desk.language)
        say_notice(_WAY_OUT.in_language(desk.language).format(line=line))
    say_notes(plan.demands)
    handed_over = plan.left_to_the_plan_before
    if handed_over:
        horizon = loaded.scenario.horizon
        until = horizon.local((handed_over[-1] + 1) * horizon.interval_minutes)
        say_notice(_HANDED_OVER.in_language(desk.language).format(until=f"{until:%Y-%m-%d %H:%M}"))
    write_everything(plan, folder)
    return plan


def exit_code(plan: Plan) -> int:
    """0 for a legal plan, 1 for broken rules or none, 130 when interrupted."""
    if plan.proof.stop == "interrupted":
        return INTERRUPTED
    broken = any(found.hard for found in plan.violations)
    return 1 if broken or plan.proof.status == "infeasible" else 0
