"""``plan --keep``: the plan an edited workbook was made from, and whether it is still asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from models.agent import Agent
from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.scenario import Scenario
from models.text import Text
from planner.cli.beside_workbook import read_workbook
from planner.plan_file import ReadPlan
from planner.replan import Changes, kept_edits
from planner.workbook.edits import EditedRoster

_ALLOWED = Text(
    en="the scenario as it was planned; what has changed since goes into a file for smena replan --changes, "
    "or plan again without --keep",
    ru="сценарий, по которому составлен план; что изменилось с тех пор, напишите в файле для smena replan "
    "--changes или составьте план заново без --keep",
)


def read_kept(workbook: Path, file: Path | None, scenario: Scenario | None) -> tuple[ReadPlan, EditedRoster]:
    """Read the edits of a workbook and the plan they are kept in.

    The plan is looked for beside the workbook, then where the scenario's plans are written.

    Parameters
    ----------
    workbook
        ``roster.xlsx`` as somebody edited it.
    file, scenario
        The scenario that is asked for and its file, where one is named.

    Raises
    ------
    BadInputError
        If there is no such plan, it was made for another scenario, or with every mistake in the files.
    """
    usual = None if scenario is None else Path("out") / scenario.name
    elsewhere = usual if usual and not (workbook.parent / "plan.json").exists() else None
    there = elsewhere if elsewhere and (elsewhere / "plan.json").exists() else None
    read, edited = read_workbook(workbook, there)
    if file is not None and scenario is not None:
        problems = [
            InputProblem(file.name, message, _ALLOWED) for message in differences(scenario, read.scenario)
        ]
        if problems:
            raise BadInputError(problems, scenario.desk.language)
    return read, edited


def edits_as_changes(edited: EditedRoster, horizon: Horizon) -> Changes:
    """What was edited, as changes that stay.

    Raises
    ------
    BadInputError
        If nothing is edited.
    """
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
