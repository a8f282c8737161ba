"""What is known of the instances, and the independent checker, from the folder they stand in."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

#: The instances are not part of the project; they stand beside it.
SHARED = Path(__file__).parents[4] / "shared" / "bench" / "curtois"
TIMES = ("10 min", "60 min")


@dataclass(frozen=True)
class Known:
    """Best known value of an instance, and the published objectives per time."""

    best: int | None
    published: Mapping[str, tuple[int, ...]]

    def no_worse(self, objective: float, time: str) -> bool | None:
        """Whether an objective is no worse than every published one; ``None`` where there is none."""
        values = self.published.get(time, ())
        return objective <= min(values) if values else None


def read_known(folder: Path) -> dict[str, Known]:
    """Read ``best_known.csv`` and ``published_results.csv``; what is missing is not known."""
    best = {row["instance"]: int(row["best_known_solution"]) for row in _rows(folder / "best_known.csv")}
    published: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(folder / "published_results.csv"):
        if row["kind"] == "UB" and row["time"] in TIMES:
            published[f"Instance{row['instance']}"][row["time"]].append(int(row["value"]))
    return {
        name: Known(best.get(name), {time: tuple(values) for time, values in published[name].items()})
        for name in sorted({*best, *published})
    }


def load_checker(folder: Path) -> ModuleType | None:
    """Load ``check.py``; ``None`` where the folder has none."""
    path = folder / "check.py"
    if not path.exists():
        return None
    spec = spec_from_file_location("curtois_check", path)
    if spec is None or spec.loader is None:
        return None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
