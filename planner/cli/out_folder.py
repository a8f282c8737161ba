"""Look at the folder for the files before the search, not after it."""

import os
from pathlib import Path

from models.errors import BadInputError, InputProblem


def refuse_unusable_folder(folder: Path) -> None:
    """Check that a folder is there and may be written to, or can be made; make nothing yet.

    Raises
    ------
    BadInputError
        When files could not be written there.
    """
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        message = f'"{nearest}" is a file'
    elif not os.access(nearest, os.W_OK):
        message = f'nothing may be written to "{nearest}"'
    else:
        return
    raise BadInputError([InputProblem("--out", message, "a folder that can be written to")])
