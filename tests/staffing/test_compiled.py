import os
from pathlib import Path

from planner.staffing.compiled import flat, forget_stale_code


def test_code_older_than_any_source_is_forgotten(tmp_path: Path) -> None:
    cache = tmp_path / "__pycache__"
    cache.mkdir()
    for name, age in [("callee.py", 50), ("caller.py", 10)]:
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (age, age))
    for name, age in [("caller.f-1.py311.nbi", 40), ("caller.f-1.py311.1.nbc", 60), ("caller.pyc", 5)]:
        (cache / name).touch()
        os.utime(cache / name, (age, age))
    forget_stale_code(tmp_path)
    assert sorted(path.name for path in cache.iterdir()) == ["caller.f-1.py311.1.nbc", "caller.pyc"]


def test_values_are_broadcast_together() -> None:
    shape, (first, second) = flat([[1], [2]], [3, 4, 5])
    assert shape == (2, 3)
    assert first.tolist() == [1, 1, 1, 2, 2, 2]
    assert second.tolist() == [3, 4, 5, 3, 4, 5]
