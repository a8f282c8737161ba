"""Why a scenario has no legal plan: the conflict, and the ways out with their prices."""

from typing import Any

from models.plan import Plan
from models.relaxation_text import relaxation_text
from models.text import Language, Text
from planner.cli.conflict_lines import conflict_lines
from planner.cli.console import output, progress_shown
from planner.cli.interrupt import INTERRUPTED
from planner.pipeline import make_plan
from planner.plan_file.conflict_rows import conflict_rows, relaxation_rows
from planner.plan_file.layout import json_text
from planner.roster.solve import SearchLimits
from planner.scenario.loaded import LoadedScenario

_WAYS = {
    False: Text(en="Ways out, the cheapest first:", ru="Выходы, начиная с самого дешёвого:"),
    True: Text(
        en="Ways out, the cheapest first; those against the law last:",
        ru="Выходы, начиная с самого дешёвого; противоречащие закону — в конце:",
    ),
}
_EACH = Text(
    en="Each resolves the trouble of those it names, the others left out: one is needed for each.",
    ru="Каждый выход помогает тем, кто в нём назван, без участия остальных: нужен выход для каждого.",
)
_NO_WAYS = Text(
    en="No single change resolves it, or there was no time to find one.",
    ru="Одним изменением не решается, либо на поиск не хватило времени.",
)
_FINE = Text(
    en="The scenario has a legal plan (smena plan); smena explain PLAN explains its roster.",
    ru="У сценария есть допустимый план (smena plan); его график объяснит smena explain ПЛАН.",
)


def explain_scenario(
    loaded: LoadedScenario, limits: SearchLimits, language: Language, *, as_json: bool
) -> int:
    """Plan a scenario, and say why that is impossible; return the exit code.

    Returns
    -------
    int
        0 where there is a legal plan, 1 where there is none, 130 when interrupted.
    """
    desk = loaded.scenario.desk
    with progress_shown(loaded.scenario.name, desk.currency, language) as listen:
        plan = make_plan(loaded, limits, listen)
    if as_json:
        document = {
            "status": plan.proof.status,
            "conflicts": [row.model_dump(mode="json") for row in conflict_rows(plan.conflicts, language)],
            "relaxations": [
                row.model_dump(mode="json")
                for row in relaxation_rows(plan.relaxations, language, desk.currency)
            ],
        }
        output().file.write(json_text(document))
    else:
        output().print("\n".join(_lines(plan, language)), highlight=False, soft_wrap=True)
    if plan.proof.stop == "interrupted":
        return INTERRUPTED
    return 1 if plan.proof.status == "infeasible" else 0


def say_no_plan(document: dict[str, Any], *, quiet: bool) -> dict[str, Any]:
    """Repeat what a plan's file says of conflicts and ways out; print it unless ``quiet``."""
    if not quiet:
        for reason in document["reasons"]:
            output().print(reason, highlight=False, soft_wrap=True)
    return {key: document.get(key, []) for key in ("conflicts", "relaxations")}


def _lines(plan: Plan, language: Language) -> list[str]:
    if plan.proof.status != "infeasible":
        return [_FINE.in_language(language)]
    desk, lines = plan.scenario.desk, conflict_lines(plan.conflicts, plan.scenario, language)
    if not plan.relaxations:
        return [*lines, _NO_WAYS.in_language(language)]
    unlawful = any(one.against_law for one in plan.relaxations)
    lines.append(_WAYS[unlawful].in_language(language))
    if len({one.agents for one in plan.relaxations}) > 1:
        lines.append(_EACH.in_language(language))
    lines += [f"  · {relaxation_text(one, desk.currency, language)}" for one in plan.relaxations]
    return lines
