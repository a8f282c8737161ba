"""Whether a file a scenario names is there."""

from pathlib import Path

from models.errors import BadInputError, InputProblem
from models.file_trouble import reason_of
from models.text import Text

#: What a scenario may name.
NAMED_FILE = Text(
    en="a file, named relative to the scenario's folder", ru="файл, путь к нему от папки сценария"
)
_NOTHING = Text.same("")


def missing_file(folder: Path, name: str, *, may_be_folder: bool = False) -> Text:
    """Say why a named file cannot be used; nothing where it can."""
    try:
        path = folder / name
        if not path.exists():
            return no_file(name, folder)
        if path.is_file() or (path.is_dir() and may_be_folder):
            return _NOTHING
        return Text(
            en=f'"{name}" is a folder or a device, not a file', ru=f'"{name}" не файл, а папка или устройство'
        )
    except (OSError, ValueError) as error:
        said = Text(en='"{name}" cannot be read: {reason}', ru='"{name}" не прочитать: {reason}')
        return said.format(name=name, reason=reason_of(error))


def refuse_no_file(path: Path, shown: Text | str, wanted: Text) -> None:
    """Refuse a path given by the user where no file is; ``wanted`` is what should be there.

    Raises
    ------
    BadInputError
        Where nothing, a folder or a device is there.
    """
    if not path.exists():
        said = Text(en=f'there is no such file: "{path}"', ru=f'такого файла нет: "{path}"')
        raise BadInputError([InputProblem(shown, said)])
    if not path.is_file():
        said = Text(
            en=f'"{path}" is a folder or a device, not a file', ru=f'"{path}" не файл, а папка или устройство'
        )
        raise BadInputError([InputProblem(shown, said, wanted)])


def no_file(name: str, folder: Path) -> Text:
    """Say that a folder has no such file."""
    return Text(
        en=f'there is no file "{name}" (looked in "{folder}")', ru=f'файла "{name}" нет (в папке "{folder}")'
    )
