"""Results beside a plan or for themselves: JSON in the layout of ``plan.json``."""

from pathlib import Path
from typing import Any

from planner.plan_file.layout import json_text
from planner.plan_file.writing import write_whole


def write_side_file(document: dict[str, Any], path: Path) -> str:
    """Write plain JSON values, whole or not at all, and return the text.

    Raises
    ------
    OSError
        If the file cannot be written; nothing is left behind then.
    ValueError
        If a number is not finite.
    """
    text = json_text(document)
    write_whole(text, path)
    return text
