"""The exception tree.

::

    SmenaError                    anything Smena says in plain words
    ├── BadInputError             the user's files are wrong: every mistake at once (exit code 2)
    └── EngineError               a solver library failed in a way we cannot mend

A mistake in a file is an :class:`InputProblem`: where it stands, what was
found, what is allowed.  There are no sentinels: what cannot be computed raises.
"""

from dataclasses import dataclass


class SmenaError(Exception):
    """Anything Smena has to say in plain words; its text is shown without a traceback."""


@dataclass(frozen=True)
class InputProblem:
    """One mistake in the user's input.

    Parameters
    ----------
    place
        File, then sheet, cell or key, as the user would look it up:
        ``"desk.toml: agents[2].contract"``, ``"calls.csv: line 14, column 'calls'"``.
    message
        What was found, in plain words.
    allowed
        What is allowed there; empty where the message says it all.
    """

    place: str
    message: str
    allowed: str = ""

    def __str__(self) -> str:
        tail = f" (allowed: {self.allowed})" if self.allowed else ""
        return f"{self.place}: {self.message}{tail}"


class BadInputError(SmenaError):
    """The user's files cannot be used; carries every problem found, not just the first."""

    def __init__(self, problems: list[InputProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


class EngineError(SmenaError):
    """A solver library answered with something the engine cannot use."""
