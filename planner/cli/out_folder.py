"""Look at the folder for the files before the search, not after it."""

import os
import tempfile
from pathlib import Path

from models.errors import BadInputError, InputProblem
from models.file_trouble import reason_of
from models.text import Text


def refuse_unusable_folder(folder: Path) -> None:
    """Check that files can be written to a folder by writing one there; nothing of it stays.

    Permissions alone do not tell: they hold nobody back who administers the machine, and
    a file system may be read-only, full, or not made of files at all.

    Raises
    ------
    BadInputError
        When files could not be written there.
    """
    places = (folder, *folder.absolute().parents)
    missing = [place for place in places if not os.path.lexists(place)]
    made: list[Path] = []
    try:
        for place in reversed(missing):
            place.mkdir()
            made.append(place)
        with tempfile.NamedTemporaryFile(dir=folder, prefix="smena-"):
            pass
    except OSError as error:
        raise BadInputError([_problem(folder, places, error)]) from error
    finally:
        for place in reversed(made):
            place.rmdir()


def _problem(folder: Path, places: tuple[Path, ...], error: OSError) -> InputProblem:
    nearest = next(place for place in places if os.path.lexists(place))
    if not nearest.is_dir():
        message = Text(en=f'"{nearest}" is a file', ru=f'"{nearest}" это файл')
    else:
        said = Text(
            en='nothing can be written to "{folder}": {reason}',
            ru='в "{folder}" ничего не записать: {reason}',
        )
        message = said.format(folder=folder, reason=reason_of(error))
    allowed = Text(en="a folder that can be written to", ru="папка, в которую можно писать")
    return InputProblem("--out", message, allowed)
