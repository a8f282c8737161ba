"""Histories written for the tests."""

from pathlib import Path
from typing import Any

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from planner.history.read import read_history


def desk(interval_minutes: int = 60, zone: str = "Europe/Berlin", language: str = "en") -> Desk:
    return Desk.model_validate(
        {
            "name": "Desk",
            "zone": zone,
            "currency": "EUR",
            "interval_minutes": interval_minutes,
            "language": language,
        }
    )


def read(folder: Path, content: str | bytes, at: Desk | None = None, **settings: Any) -> ContactHistory:
    """Write a file and read it back as a history."""
    raw = content.encode() if isinstance(content, str) else content
    (folder / "calls.csv").write_bytes(raw)
    return read_history(HistoryFile(file="calls.csv", **settings), folder, at or desk())


def whole_days(first: str = "2024-01-08", days: int = 2, step: int = 60, contacts: str = "1") -> str:
    """Rows for every interval of some days of one month."""
    day = int(first[-2:])
    rows = [
        f"{first[:-2]}{day + offset:02d},{minute // 60:02d}:{minute % 60:02d},{contacts}"
        for offset in range(days)
        for minute in range(0, 1440, step)
    ]
    return "\n".join(["date,interval_start,contacts", *rows, ""])
