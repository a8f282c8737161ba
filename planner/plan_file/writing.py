"""Write a plan file at once or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.plan import Plan
from planner.plan_file.content import plan_document
from planner.plan_file.layout import json_text


def write_plan(plan: Plan, path: Path, figures: Mapping[str, object] | None = None) -> dict[str, Any]:
    """Write a plan as JSON; whoever reads meanwhile sees the old file or the new one, whole.

    Parameters
    ----------
    plan
        The plan.
    path
        File to write or replace, in a folder that exists.
    figures
        See :func:`planner.plan_file.content.plan_document`.

    Returns
    -------
    dict
        What was written, as plain JSON values.

    Raises
    ------
    OSError
        If the file cannot be written; nothing is left behind then.
    """
    document = plan_document(plan, figures)
    write_whole(json_text(document), path)
    return document


def write_whole(text: str, path: Path) -> None:
    """Write or replace a file; whoever reads meanwhile sees the old one or the new one.

    Raises
    ------
    OSError
        If the file cannot be written; nothing is left behind then.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
