"""Names that files, folders and feeds are called after."""

from typing import Annotated

from pydantic import AfterValidator, Field

from models.errors import BadValueError
from models.text import Text


def _not_only_dots(name: str) -> str:
    if not name.strip("."):
        raise BadValueError(
            Text(
                en=f'"{name}" is made of dots only, which means a folder; give it a letter or a digit',
                ru=f'"{name}" состоит из одних точек, а это имя папки; добавьте букву или цифру',
            )
        )
    return name


#: Letters, digits, dots, dashes and underscores; never ``.`` or ``..``, which are folders.
PlainName = Annotated[str, Field(pattern=r"^[\w.-]{1,60}$"), AfterValidator(_not_only_dots)]
