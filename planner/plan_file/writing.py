"""Write a plan file at once or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path

from models.plan import Plan
from planner.plan_file.content import plan_document
from planner.plan_file.layout import json_text


def write_plan(plan: Plan, path: Path, figures: Mapping[str, object] | None = None) -> None:
    """Write a plan as JSON; whoever reads meanwhile sees the old file or the new one, whole.

    Parameters
    ----------
    plan
        The plan.
    path
        File to write or replace, in a folder that exists.
    figures
        See :func:`planner.plan_file.content.plan_document`.

    Raises
    ------
    OSError
        If the file cannot be written; nothing is left behind then.
    """
    text = json_text(plan_document(plan, figures))
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
