"""The exception tree.

::

    SmenaError                    anything Smena says in plain words
    ├── BadInputError             the user's files are wrong: every mistake at once (exit code 2)
    └── EngineError               a solver library failed in a way we cannot mend

    BadValueError (a ValueError)  what a model says of one value; the reader of the file adds the place

A mistake in a file is an :class:`InputProblem`: where it stands, what was
found, what is allowed.  There are no sentinels: what cannot be computed raises.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models.text import Language, Text, as_text

_ALLOWED = Text(en=" (allowed: {allowed})", ru=" (допустимо: {allowed})")


class SmenaError(Exception):
    """Anything Smena has to say in plain words; its text is shown without a traceback.

    Parameters
    ----------
    said
        What is said, in both languages; a ``str`` reads the same in both.
    """

    def __init__(self, said: Text | str) -> None:
        self.said = as_text(said)
        super().__init__(self.said.en)

    def in_language(self, language: Language) -> str:
        """Return what is said in the language asked for."""
        return self.said.in_language(language)


@dataclass(frozen=True, init=False)
class InputProblem:
    """One mistake in the user's input, in both languages.

    Parameters
    ----------
    place
        File, then sheet, cell or key, as the user would look it up:
        ``"desk.toml: agents[2].contract"``, ``"calls.csv: line 14, column 'calls'"``.
        Names of files and keys alone read the same in both languages, and may be a ``str``.
    message
        What was found, in plain words.
    allowed
        What is allowed there; empty where the message says it all.
    """

    place: Text
    message: Text
    allowed: Text

    def __init__(self, place: Text | str, message: Text, allowed: Text | str = "") -> None:
        object.__setattr__(self, "place", as_text(place))
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "allowed", as_text(allowed))

    def __str__(self) -> str:
        return self.in_language("en")

    def in_language(self, language: Language) -> str:
        """Return the whole line in the language asked for."""
        allowed = self.allowed.in_language(language)
        tail = _ALLOWED.in_language(language).format(allowed=allowed) if allowed else ""
        return f"{self.place.in_language(language)}: {self.message.in_language(language)}{tail}"


class BadInputError(SmenaError):
    """The user's files cannot be used; carries every problem found, not just the first.

    Parameters
    ----------
    problems
        Every mistake.
    language
        Language of the files' authors, where the files tell it.
    """

    def __init__(self, problems: Sequence[InputProblem], language: Language | None = None) -> None:
        self.problems = tuple(problems)
        self.language = language
        both = [Text(en=one.in_language("en"), ru=one.in_language("ru")) for one in problems]
        super().__init__(Text.same("\n").join(both))


class BadValueError(ValueError):
    """A value that cannot be used; whoever reads the file says where it stands."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class EngineError(SmenaError):
    """A solver library answered with something the engine cannot use."""
