"""What the documents say is there: links, commands and their options, rules, channels, files."""

import importlib
import re
import shlex
import shutil
import textwrap
from pathlib import Path

import pytest
import typer.main

from models.channel import CHANNELS
from models.rule import RULES
from planner.cli.app import app
from planner.cli.demo_command import SCENARIOS
from planner.history.source import SOURCES

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not {".venv", "out", ".pytest_cache", "node_modules"} & set(path.relative_to(ROOT).parts)
)
README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_group(app).commands
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CALL = re.compile(r"(?:^\s*(?:\$ )?(?:\./run )?|`)smena ([a-z]+(?:-[a-z]+)*)([^`\n]*)", re.MULTILINE)

for _package in ("planner.rules", "planner.staffing", "planner.history"):
    importlib.import_module(_package)


def anchors_of(text: str) -> set[str]:
    """Names headings go by in links."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_the_documents_are_found() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in DOCUMENTS}
    assert names >= {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "scenarios/README.md"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(document: Path) -> None:
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        place, _, anchor = link.partition("#")
        target = (document.parent / place).resolve() if place else document
        assert target.exists(), link
        if anchor:
            assert anchor in anchors_of(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_call_of_the_program_has_a_known_command_and_known_options(document: Path) -> None:
    for name, rest in CALL.findall(document.read_text(encoding="utf-8")):
        assert name in COMMANDS, f"smena {name}"
        known = {option for parameter in COMMANDS[name].params for option in parameter.opts}
        used = {word for word in shlex.split(rest, comments=True) if word.startswith("--")}
        assert used <= known, f"smena {name}{rest}"


def test_calls_are_found_at_all() -> None:
    assert {name for name, _ in CALL.findall(README)} == set(COMMANDS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_named_in_the_project_is_there(document: Path) -> None:
    folders = "models|planner|scenarios|tests|notebooks"
    for name in re.findall(rf"`((?:{folders})/[^`\s*]*)`", document.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name


def test_every_kind_of_rule_channel_and_history_is_in_the_reference() -> None:
    assert [kind for kind in RULES if f"\n| `{kind}` |" not in REFERENCE] == []
    assert [kind for kind in CHANNELS if f'with `kind = "{kind}"`' not in REFERENCE] == []
    assert [kind for kind in SOURCES if kind not in REFERENCE] == []


def test_the_first_screen_shows_a_picture_and_the_two_commands() -> None:
    first_screen = "\n".join(README.splitlines()[:30])
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert sum(picture in first_screen for picture in pictures) == 1
    for picture in pictures:
        assert (ROOT / picture).read_bytes().startswith(b"\x89PNG")
        assert (ROOT / picture).stat().st_size < 300_000
    assert "./run demo" in first_screen
    assert "./run test" in first_screen


def test_the_example_scenarios_are_listed() -> None:
    assert all((ROOT / "scenarios" / name).is_file() and f"`{name}`" in REFERENCE for name in SCENARIOS)


def test_how_to_add_a_unit_names_one_file_and_its_test() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for unit in ("a rule", "a channel", "an exporter", "a history source"):
        start = text.index(f"\n### {unit}\n")
        section = text[start : text.index("\n#", start + 5)]
        assert section.count("One file in `planner/") == 1
        assert re.search(r"`tests/[\w/]+\.py`", section)


def test_the_library_example_runs_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = re.search(r"\n## As a library\n\n((?:    .*\n|\n)+)", README)
    assert found
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    monkeypatch.chdir(tmp_path)
    exec(compile(textwrap.dedent(found[1]), "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("optimal 2 ")
    assert (tmp_path / "out" / "9-18" / "plan.json").is_file()
