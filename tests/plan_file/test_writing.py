"""The file is there whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from planner.plan_file import write_plan
from tests.plan_file.small_plan import small_plan


def test_the_same_plan_gives_the_same_bytes_but_for_the_time_it_took(tmp_path: Path) -> None:
    plan = small_plan()
    slower = replace(plan, proof=replace(plan.proof, wall_seconds=99.0))
    for name, each in (("a", plan), ("b", plan), ("c", slower)):
        write_plan(each, tmp_path / name)
    first, second, third = ((tmp_path / name).read_bytes().splitlines() for name in "abc")
    assert first == second
    changed = [(old, new) for old, new in zip(first, third, strict=True) if old != new]
    assert changed == [(b'  "wall_seconds": 1.235,', b'  "wall_seconds": 99.0,')]


def test_an_old_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("old", encoding="utf-8")
    write_plan(small_plan(), path)
    assert path.read_text(encoding="utf-8").startswith("{\n")
    assert [file.name for file in tmp_path.iterdir()] == ["plan.json"]


def test_a_failure_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.json"
    path.write_text("old", encoding="utf-8")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_plan(small_plan(), path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["plan.json"]
