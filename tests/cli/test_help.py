"""Every command and option has help, and the README says what each command does."""

import re
from pathlib import Path

import pytest
import typer.main

from planner.cli.app import app
from tests.cli.conftest import Smena

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_group(app).commands
NAMES = sorted(COMMANDS)


def test_these_are_the_commands() -> None:
    assert set(NAMES) == {
        "audit",
        "check",
        "compare",
        "convert",
        "demo",
        "explain",
        "export",
        "forecast",
        "new",
        "packs",
        "plan",
        "price-rules",
        "replan",
        "rules",
        "simulate",
        "staff",
        "verify",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_command_and_its_options_have_help(smena: Smena, name: str) -> None:
    said = smena(name, "--help")
    assert said.code == 0
    command = COMMANDS[name]
    assert command.help
    assert command.help.splitlines()[0] in " ".join(said.out.split())
    assert [parameter.name for parameter in command.params if not getattr(parameter, "help", "")] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_command_is_documented_in_the_readme(name: str) -> None:
    assert re.search(rf"^\| `smena {name}\b", README, re.MULTILINE)


def test_help_lists_all_commands_and_no_command_is_bad_input(smena: Smena) -> None:
    for arguments in ((), ("--help",)):
        said = smena(*arguments)
        text = said.out + said.err
        assert all(re.search(rf"^  {name} ", text, re.MULTILINE) for name in NAMES)
    assert smena("paln").code == 2
