"""Say clearly when another project's ``models`` package stands before ours."""

import importlib
import sys
from importlib.machinery import PathFinder
from pathlib import Path

#: Exit code when Smena cannot start as a program: the same as for other bad input.
CANNOT_START = 2

# Both are said: what knows the reader's language, and the text in two languages, is of the
# package that was not found.
_HIDDEN_EN = (
    "Smena's own package 'models' is hidden: Python found {place} instead. Start Smena from another "
    "folder, or remove that folder from PYTHONPATH, or install Smena into an environment of its own."
)
_HIDDEN_RU = (
    "Пакет Smena «models» заслонён другим: Python {place}. Запустите Smena из другой папки, "
    "уберите ту папку из PYTHONPATH или установите Smena в отдельное окружение."
)


class ShadowedPackageError(ImportError):
    """Another package named ``models`` hides ours; nothing of Smena can work then."""


def refuse_foreign_models() -> None:
    """Check that ``import models`` finds Smena's nouns.

    Importing :mod:`planner` calls it, so it is the first thing that happens however Smena
    is used.

    Raises
    ------
    ShadowedPackageError
        When it finds something else, or nothing; says where that stands and what to do.
    SystemExit
        Instead, with the same words on the error stream, when Smena was started as a
        program: a traceback helps nobody there.
    """
    try:
        found = importlib.import_module("models")
    except Exception:  # another project's package may fail in any way when imported alone
        found = None
    if getattr(found, "SMENA_PACKAGE", None) == "smena.models":
        return
    place = getattr(found, "__file__", None) or _place_on_path()
    en = _HIDDEN_EN.format(place=place or "no such package")
    ru = _HIDDEN_RU.format(place="нашёл " + place if place else "такого пакета не нашёл")
    if _started_as_program():
        sys.stderr.write(f"{en}\n{ru}\n")
        raise SystemExit(CANNOT_START)
    raise ShadowedPackageError(en)


def _place_on_path() -> str | None:
    spec = PathFinder.find_spec("models")
    if spec is None:
        return None
    return spec.origin or next(iter(spec.submodule_search_locations or ()), None)


def _started_as_program() -> bool:
    """Whether this is the command ``smena``, or ``python -m planner``.

    While a module is being found for ``-m``, ``sys.argv[0]`` is ``"-m"``; on Windows the
    command is ``smena.exe`` or ``smena-script.py``.
    """
    return Path(sys.argv[0]).stem in ("-m", "smena", "smena-script")
