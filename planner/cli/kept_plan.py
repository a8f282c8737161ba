"""``plan --keep``: the plan an edited workbook was made from, and what has changed since it was made."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from models.agent import Agent
from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.scenario import Scenario
from models.text import Text
from planner.cli.beside_workbook import read_workbook
from planner.cli.console import say_notice
from planner.pipeline import make_forecasts
from planner.plan_file import ReadPlan, as_written
from planner.replan import AskedAnew, Changes, ask_anew, kept_edits
from planner.scenario.loaded import LoadedScenario
from planner.workbook.edits import EditedRoster

_CHANGED = Text(en="changed since the plan was made: {what}", ru="изменилось с тех пор: {what}")
_LOST = Text(en="the edit no longer applies: {why}", ru="правка больше не действует: {why}")
_DEMAND = Text(en="the contacts expected", ru="ожидаемые обращения")


def read_kept(workbook: Path, scenario: Scenario | None) -> tuple[ReadPlan, EditedRoster]:
    """Read the edits of a workbook and the plan they are kept in.

    The plan is looked for beside the workbook, then where the scenario's plans are written.

    Parameters
    ----------
    workbook
        ``roster.xlsx`` as somebody edited it.
    scenario
        The scenario that is asked for, where one is named.

    Raises
    ------
    BadInputError
        If there is no such plan, or with every mistake in the files.
    """
    usual = None if scenario is None else Path("out") / scenario.name
    elsewhere = usual if usual and not (workbook.parent / "plan.json").exists() else None
    there = elsewhere if elsewhere and (elsewhere / "plan.json").exists() else None
    return read_workbook(workbook, there)[:2]


def asked_anew(loaded: LoadedScenario, read: ReadPlan, edited: EditedRoster) -> AskedAnew | None:
    """Say what has changed since the plan was made, and carry its edits over; ``None`` where nothing has.

    Edits of people, dates and shifts that are still there stay; each of the others is named at its
    cell.

    Raises
    ------
    BadInputError
        When no date of the plan is left, or a history cannot be used; every mistake at once.
    """
    asked, language = loaded.scenario, loaded.scenario.desk.language
    found = list(differences(asked, read.scenario))
    demands = tuple(as_written(forecast.demand) for forecast in make_forecasts(loaded))
    if demands != read.demands:
        found.append(_DEMAND)
    if not found:
        return None
    new, old = asked.horizon, read.scenario.horizon
    if new.first_date > old.date_of(old.days - 1) or old.first_date > new.date_of(new.days - 1):
        periods = [one for one in found if one is not _DEMAND]
        allowed = Text(en="a period that shares a date with it", ru="период, в котором есть её даты")
        raise BadInputError([InputProblem(loaded.path.name, one, allowed) for one in periods], language)
    for what in found:
        notice = InputProblem(loaded.path.name, _CHANGED.format(what=what))
        say_notice(notice.in_language(language))
    anew = ask_anew(read, edited.roster, edited.edits, asked, demands)
    for edit, why in anew.lost:
        notice = InputProblem(f"{edited.grid.file}: {edit.cell}", _LOST.format(why=why))
        say_notice(notice.in_language(language))
    return anew


def edits_as_changes(edited: EditedRoster, horizon: Horizon, anew: AskedAnew | None = None) -> Changes:
    """What was edited, as changes that stay; without any, the plan as published where that is asked anew.

    Raises
    ------
    BadInputError
        If nothing is edited, nor anything asked anew.
    """
    if anew is not None:
        kept = kept_edits(anew.kept, anew.plan.scenario.horizon)
        return Changes(changes=kept) if kept else Changes.model_construct(changes=())
    kept = kept_edits(edited.edits, horizon)
    if not kept:
        message = Text(
            en="nothing is edited: the grid says what was planned",
            ru="правок нет: в сетке то, что было в плане",
        )
        allowed = Text(
            en="a roster.xlsx with edits to keep", ru="roster.xlsx с правками, которые надо сохранить"
        )
        raise BadInputError([InputProblem(edited.grid.file, message, allowed)], edited.grid.language)
    return Changes(changes=kept)


def differences(asked: Scenario, planned: Scenario) -> Iterator[Text]:
    """Say in what the scenario that is asked for is not the one of the plan; nothing where it is."""
    if asked.name != planned.name:
        yield Text(
            en=f'it is the scenario "{asked.name}", but the workbook was made from "{planned.name}"',
            ru=f"это сценарий «{asked.name}», а книга сделана по сценарию «{planned.name}»",
        )
    if asked.period != planned.period:
        new, old = (_period(one) for one in (asked, planned))
        yield Text(
            en=f"its period is {new.en}, that of the plan {old.en}",
            ru=f"период сценария: {new.ru}, период плана: {old.ru}",
        )
    yield from _people(asked.agents, planned.agents)
    others = [
        name
        for name in type(asked).model_fields
        if name not in ("name", "description", "period", "agents")
        and getattr(asked, name) != getattr(planned, name)
    ]
    if others:
        named = ", ".join(others)
        yield Text(en=f"no longer as it was planned: {named}", ru=f"уже не так, как в плане: {named}")


def _period(scenario: Scenario) -> Text:
    first, days = scenario.period.first_date, scenario.period.days
    last = scenario.horizon.date_of(days - 1)
    return Text(en=f"{first} to {last}", ru=f"{first:%d.%m.%Y}–{last:%d.%m.%Y}")


def _people(asked: Iterable[Agent], planned: Iterable[Agent]) -> Iterator[Text]:
    new, old = ({agent.id: agent for agent in agents} for agents in (asked, planned))
    for ident in sorted(old.keys() - new.keys()):
        yield Text(en=f'"{ident}" is in the plan and gone from it', ru=f"«{ident}» есть в плане, а здесь нет")
    for ident in sorted(new.keys() - old.keys()):
        yield Text(en=f'"{ident}" is new and not in the plan', ru=f"«{ident}» здесь есть, а в плане нет")
    for ident, agent in new.items():
        if ident in old and agent != old[ident]:
            fields = [
                name for name in type(agent).model_fields if getattr(agent, name) != getattr(old[ident], name)
            ]
            named = ", ".join(fields)
            yield Text(
                en=f'"{ident}" is no longer as planned: {named}', ru=f"«{ident}» уже не как в плане: {named}"
            )
