import math

from planner.solver.columns.effort import Effort


def test_nothing_limits_work_unless_asked() -> None:
    effort = Effort()
    effort.cells, effort.steps = 10**12, 10**9
    assert not effort.is_spent
    assert effort.steps_left is None


def test_steps_left_are_what_spends_the_rest_and_no_more() -> None:
    left = Effort(most=1_000_000.0, questions=2, cells=900).steps_left
    assert left is not None
    efforts = [Effort(1_000_000.0, 2, 900, left + more) for more in (-1, 0, 1)]
    assert [effort.is_spent for effort in efforts] == [False, True, True]
    assert [effort.steps_left for effort in efforts] == [1, 0, 0]


def test_work_adds_up() -> None:
    whole = Effort(questions=1, cells=3, steps=2).work
    assert whole == Effort(questions=1).work + Effort(cells=3).work + Effort(steps=2).work
    assert Effort().work == 0
    assert Effort().most == math.inf
