"""In which language a command says what is wrong.

The one asked for with ``--lang``; else that of the files' author: the desk's ``language``, or the
sheets' of a workbook; else that of the computer: ``SMENA_LANG``, or what the system is set to.
"""

import locale
import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from models.text import Language

#: The first of these variables that is set decides; those after the first are POSIX's own.
VARIABLES = ("SMENA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_OPTIONS = ("--lang", "--language")

_asked: ContextVar[Language | None] = ContextVar("asked", default=None)
_of_files: ContextVar[Language | None] = ContextVar("of_files", default=None)


def begin(arguments: Sequence[str]) -> None:
    """Forget what was read before, and take the language the command line asks for.

    Parameters
    ----------
    arguments
        What stands after ``smena``; they may be wrong in every other respect.
    """
    _of_files.set(None)
    _asked.set(_stated(arguments))


def note_author(language: Language | None) -> None:
    """Take the language of the author of a file that was read; ``None`` where it tells none."""
    if language is not None:
        _of_files.set(language)


def reader_language(of_files: Language | None = None) -> Language:
    """Language to say something in.

    Parameters
    ----------
    of_files
        That of the author of the files it is about, where known better than from what was read last.
    """
    return _asked.get() or of_files or _of_files.get() or computer_language(os.environ)


def computer_language(environment: Mapping[str, str]) -> Language:
    """Language the computer is set to: Russian where it says so, else English."""
    stated = next((environment[name] for name in VARIABLES if environment.get(name)), None)
    if stated is None:  # Windows sets none of them
        stated = locale.getlocale()[0] or ""
    return "ru" if stated.lower().startswith("ru") else "en"


def _stated(arguments: Sequence[str]) -> Language | None:
    for place, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        if option in _OPTIONS:
            value = value or next(iter(arguments[place + 1 :]), "")
            if value in ("en", "ru"):
                return "ru" if value == "ru" else "en"
    return None
