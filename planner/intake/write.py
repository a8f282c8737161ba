"""Writing all feeds of a plan."""

from pathlib import Path

from models.plan import Plan
from planner.intake import exporters
from planner.intake.exporter import EXPORTERS

#: Imported for what importing it does: each exporter registers itself.
EXPORTER_PACKAGE = exporters


def write_intake(plan: Plan, directory: Path) -> list[Path]:
    """Write every feed of a plan.

    Parameters
    ----------
    plan
        The plan to publish; only what is published should be written here.
    directory
        Created where missing; files of the same names are replaced.

    Returns
    -------
    list of Path
        The files written, sorted.
    """
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in intake_files(plan).items():
        path = directory / name
        path.write_bytes(content)
        written.append(path)
    return sorted(written)


def intake_files(plan: Plan, suffix: str = "") -> dict[str, bytes]:
    """Return every feed of a plan by file name, or those whose names end so."""
    files = (unit.model_validate({}).files(plan) for unit in EXPORTERS.units())
    return {name: content for own in files for name, content in own.items() if name.endswith(suffix)}
