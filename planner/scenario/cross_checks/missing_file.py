"""Whether a file a scenario names is there."""

from planner.scenario.draft import Draft

#: What a scenario may name.
NAMED_FILE = "a file, named relative to the scenario's folder"


def missing_file(draft: Draft, name: str, *, may_be_folder: bool = False) -> str:
    """Say why a named file cannot be used; nothing where it can."""
    try:
        path = draft.folder / name
        if not path.exists():
            return f'there is no file "{name}" (looked in "{draft.folder}")'
        if path.is_file() or (path.is_dir() and may_be_folder):
            return ""
        return f'"{name}" is a folder or a device, not a file'
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return f'"{name}" cannot be read: {reason}'
