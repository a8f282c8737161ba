import os
from pathlib import Path

import numpy as np

from planner.simulate.compiled import FloatArray, compiled, forget_stale_code


@compiled
def add(values: FloatArray) -> float:
    total = 0.0
    for value in values:
        total += value
    return total


def test_compiled_functions_compute() -> None:
    assert add(np.array([1.0, 2.5])) == 3.5


def test_code_older_than_any_source_is_forgotten(tmp_path: Path) -> None:
    cache = tmp_path / "__pycache__"
    cache.mkdir()
    for path, age in [(tmp_path / "kernel.py", 50), (cache / "old.nbi", 40), (cache / "new.nbc", 60)]:
        path.touch()
        os.utime(path, (age, age))
    forget_stale_code(tmp_path)
    assert [path.name for path in cache.iterdir()] == ["new.nbc"]
