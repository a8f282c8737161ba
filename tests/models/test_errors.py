"""Mistakes are told in both languages, wherever they are found."""

import ast
from collections.abc import Iterator
from pathlib import Path

import planner
from models.errors import BadInputError, InputProblem
from models.text import Text

PROBLEM = InputProblem(
    Text(en="a.csv: line 3", ru="a.csv: строка 3"),
    Text(en="found 0", ru="здесь 0"),
    Text(en="at least 1", ru="не меньше 1"),
)


def test_a_problem_is_told_in_either_language() -> None:
    assert str(PROBLEM) == PROBLEM.in_language("en") == "a.csv: line 3: found 0 (allowed: at least 1)"
    assert PROBLEM.in_language("ru") == "a.csv: строка 3: здесь 0 (допустимо: не меньше 1)"
    error = BadInputError([PROBLEM, PROBLEM])
    assert error.in_language("ru").split("\n") == [PROBLEM.in_language("ru")] * 2


def _plain(argument: ast.expr) -> bool:
    """Whether an argument is words in one language only."""
    if isinstance(argument, ast.Constant):
        return isinstance(argument.value, str) and " " in argument.value
    return isinstance(argument, ast.JoinedStr)


def _in_one_language(file: Path) -> Iterator[str]:
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "InputProblem":
            named = [keyword.value for keyword in call.keywords if keyword.arg != "place"]
            if any(_plain(argument) for argument in [*call.args[1:], *named]):
                yield f"{file.name}:{call.lineno}"


def test_no_problem_is_built_from_words_of_one_language() -> None:
    """The message is a text by its type; what is allowed may not be words alone either."""
    files = sorted(Path(planner.__file__).parent.rglob("*.py"))
    assert not [place for file in files for place in _in_one_language(file)]
