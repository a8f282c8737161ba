"""What one run came to, as ``result.json`` says it."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

Status = Literal["optimal", "feasible", "infeasible"]


@dataclass(frozen=True)
class Result:
    """One run: its options, its objective and what is proven of it.

    Parameters
    ----------
    objective, bound
        ``None`` when there is no legal roster.
    gap
        ``(objective - bound) / objective``; 0 when proven optimal.
    wall_seconds
        From reading the instance to the answer.
    """

    instance: str
    objective: int | None
    bound: int | None
    gap: float | None
    status: Status
    wall_seconds: float
    seed: int
    workers: int
    time_limit: float


def gap(objective: int, bound: int) -> float:
    """Share of the objective that could at most be saved."""
    return max(0, objective - bound) / max(1, abs(objective))


def write_result(path: Path, result: Result) -> None:
    """Write a run."""
    path.write_text(json.dumps(asdict(result), indent=2) + "\n", encoding="utf-8")


def read_result(path: Path) -> Result:
    """Read a run back."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Result(**{field.name: raw[field.name] for field in fields(Result)})
