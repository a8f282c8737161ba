"""Whether a file a scenario names is there."""

from pathlib import Path

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


def no_file(name: str, folder: Path) -> Text:
    """Say that a folder has no such file."""
    return Text(
        en=f'there is no file "{name}" (looked in "{folder}")', ru=f'файла "{name}" нет (в папке "{folder}")'
    )
