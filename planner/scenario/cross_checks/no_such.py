"""That nothing has a name which something else refers to."""

from collections.abc import Iterable
from typing import Literal

from models.text import Text
from planner.scenario.suggest import did_you_mean

#: What may be missing.
Noun = Literal[
    "channel",
    "contract",
    "shift pattern",
    "agent",
    "agent or vacancy",
    "grade of an agent or vacancy",
    "person on the roster",
]

_RUSSIAN: dict[Noun, str] = {
    "channel": "канала",
    "contract": "договора",
    "shift pattern": "вида смен",
    "agent": "сотрудника",
    "agent or vacancy": "сотрудника или вакансии",
    "grade of an agent or vacancy": "сотрудника или вакансии с грейдом",
    "person on the roster": "в графике человека",
}


def no_such(noun: Noun, name: str, known: Iterable[str]) -> Text:
    """Say that there is none of that name, and which may have been meant."""
    said = Text(en=f'there is no {noun} "{name}"', ru=f'нет {_RUSSIAN[noun]} "{name}"')
    return said + did_you_mean(name, known)
