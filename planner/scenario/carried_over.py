"""What a scenario takes over from earlier plans: the fairness ledger, the published roster.

The contents stand in the scenario from then on, so that a plan's file says all it was made from.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.scenario.ledger_file import read_ledger
from planner.scenario.missing_file import NAMED_FILE, no_file
from planner.scenario.origins import Origins, child_of
from planner.scenario.published_file import read_published

#: Sections that may name a file, and the key its contents go to.
CARRIED = {"fairness_ledger": "entries", "published": "tours"}


def with_carried_over(
    data: Mapping[str, Any], origins: Origins, folder: Path
) -> tuple[dict[str, Any], list[InputProblem]]:
    """Read the files of earlier plans that a scenario names into it.

    Parameters
    ----------
    data, origins
        The merged scenario, and where it was written.
    folder
        Folder the files are named relative to.

    Returns
    -------
    tuple
        The scenario with their contents, and what is wrong with them.
    """
    taken, problems = dict(data), []
    agents = {name for agent in _tables(data.get("agents")) if isinstance(name := agent.get("id"), str)}
    readers: dict[str, Callable[[Path, str], dict[str, Any]]] = {
        "fairness_ledger": lambda path, shown: {"entries": read_ledger(path, shown)},
        "published": lambda path, shown: read_published(path, shown, agents),
    }
    for section, contents in CARRIED.items():
        name = child_of(data.get(section), "file")
        if not isinstance(name, str) or not name:
            continue
        place = origins.place((section, "file"))
        if contents in data[section]:
            problems.append(
                InputProblem(
                    place,
                    Text(
                        en=f"{contents} stands beside the file that holds it",
                        ru=f"{contents} стоит рядом с файлом, в котором это уже есть",
                    ),
                    Text(en="one of them", ru="что-то одно"),
                )
            )
            continue
        path = folder / name
        if not path.is_file():
            problems.append(InputProblem(place, no_file(name, folder), NAMED_FILE))
            continue
        try:
            taken[section] = {**readers[section](path, name), **data[section]}
        except BadInputError as error:
            problems += error.problems
    return taken, problems


def _tables(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
