"""Read the roster of a published plan: who was told what."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from models.errors import BadInputError, InputProblem
from models.file_trouble import UNREADABLE, reason_of
from models.text import Text

_WRITTEN = Text(en="a plan.json written by smena plan", ru="plan.json, который записала smena plan")
_MAX_BYTES = 200 * 1024 * 1024


class _Row(BaseModel):
    agent: str
    date: dt.date
    shift: str
    start: AwareDatetime


class _Person(BaseModel):
    id: str
    vacancy: str | None = None


class _Period(BaseModel):
    first_date: dt.date
    days: int = Field(ge=1, le=366)


class _Scenario(BaseModel):
    period: _Period


class _Plan(BaseModel):
    agents: list[_Person]
    roster: list[_Row]
    scenario: _Scenario


def read_published(path: Path, shown: str, agents: set[str]) -> dict[str, Any]:
    """Return what a published plan says, as a scenario would write it: its dates and tours.

    Parameters
    ----------
    path
        A plan file.
    shown
        Its name in messages.
    agents
        Ids of the agents there still are; nobody else's shifts matter.

    Raises
    ------
    BadInputError
        When the file is no plan.
    """
    plan = _read(path, shown)
    first = plan.scenario.period.first_date
    tours: dict[str, list[dict[str, object]]] = {
        person.id: [] for person in plan.agents if person.vacancy is None and person.id in agents
    }
    for row in plan.roster:
        if row.agent in tours:
            clock = f"{row.start:%H:%M}"
            tours[row.agent].append({"date": row.date, "pattern": row.shift, "start": clock})
    return {
        "first_date": first,
        "last_date": first + dt.timedelta(days=plan.scenario.period.days - 1),
        "tours": [{"agent": agent, "shifts": shifts} for agent, shifts in tours.items()],
    }


def _read(path: Path, shown: str) -> _Plan:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _bad(shown, Text(en="the file is too large for a plan", ru="файл слишком велик для плана"))
        return _Plan.model_validate(json.loads(path.read_bytes().decode("utf-8-sig")))
    except OSError as error:
        raise _bad(shown, UNREADABLE.format(reason=reason_of(error))) from error
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise _bad(
            shown,
            Text(
                en=f"this is no plan: {where} is missing or not readable",
                ru=f"это не план: {where} нет или не прочитать",
            ),
        ) from error
    except (ValueError, RecursionError) as error:
        raise _bad(shown, Text(en="this is no JSON text", ru="это не текст JSON")) from error


def _bad(shown: str, message: Text) -> BadInputError:
    return BadInputError([InputProblem(shown, message, _WRITTEN)])
