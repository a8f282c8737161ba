"""A rule's check shares nothing with its automaton or rows, and no rule knows a solver."""

import ast
import importlib.util
from functools import cache
from pathlib import Path

import pytest

import planner.rules
from models.rule import Rule, TotalRule, TourRule
from tests.rules.known import ALL, kind_of
from tests.rules.used_names import used_by

FORBIDS = ("start", "step", "finish", "rows", "bounds", "memory", "count")
FOLDER = Path(planner.rules.__file__).parent


@cache
def project_module(name: str) -> ast.Module:
    """The syntax tree of an installed module."""
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return ast.parse(Path(spec.origin).read_text(encoding="utf-8"))


@pytest.mark.parametrize("unit", ALL, ids=kind_of)
def test_check_shares_nothing_with_the_other_half(unit: type[Rule]) -> None:
    forbids = used_by(project_module, unit.__module__, unit.__name__, FORBIDS)
    reads = used_by(project_module, unit.__module__, unit.__name__, ("check",))
    asked = 6 if issubclass(unit, TotalRule) else 3 if issubclass(unit, TourRule) else 1
    assert len([name for _, name in forbids if name.split(".")[-1] in FORBIDS]) == asked
    assert (unit.__module__, f"{unit.__name__}.check") in reads
    assert forbids & reads == set()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_rules_import_only_nouns_and_each_other(path: Path) -> None:
    ours, outside = ("models", "planner.rules"), []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        outside += [name for name in names if not name.startswith(ours)]
    tools = {name for name in outside if name.startswith(("planner", "ortools", "numpy", "scipy"))}
    assert tools == set()


SOUND = """
LIMIT = 3
OTHER = 4
def helper(x): return x
class R(TourRule):
    def start(self, frame, history): return LIMIT
    def step(self, frame, state, day, shift): return self._next(state)
    def finish(self, frame, state): return helper(state)
    def check(self, frame, tour): return {}
    def _next(self, state): return state
    def _read(self, tour): return {}
"""


@pytest.mark.parametrize(
    ("checks", "reads", "shared"),
    [
        ("self._read(tour)", "span.start + OTHER", set()),
        ("self.step(1, 2, 3, 4)", "0", {"R.step", "R._next"}),
        ("R.finish(self, 1, 2)", "0", {"R.finish", "helper"}),
        ("self._next", "0", {"R._next"}),
        ("self._read(tour)", "helper(tour)", {"helper"}),
        ("self._read(tour)", "tour[LIMIT]", {"LIMIT"}),
        ("super().start(frame, tour)", "0", {"R.start", "LIMIT"}),
    ],
)
def test_what_is_shared_is_found(checks: str, reads: str, shared: set[str]) -> None:
    tree = ast.parse(SOUND.format(checks, reads))

    def load(name: str) -> ast.Module:
        return tree

    forbids = used_by(load, "planner.rules.r", "R", FORBIDS)
    reading = used_by(load, "planner.rules.r", "R", ("check",))
    assert {name for _, name in forbids & reading} == shared
