"""Whom readers are told of."""

from models.agent import Agent
from models.shown_names import shown_names


def test_a_name_stands_alone_unless_two_share_it() -> None:
    team = [
        Agent(id="a1", name="Anna", contract="c"),
        Agent(id="a2", name="Anna", contract="c"),
        Agent(id="b", name="Boris", contract="c"),
        Agent(id="vera", contract="c"),
    ]
    assert shown_names(team) == {"a1": "Anna (a1)", "a2": "Anna (a2)", "b": "Boris", "vera": "vera"}
