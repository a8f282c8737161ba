import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.staffing.smoothest_work import smoothest_work


@st.composite
def windows(draw: st.DrawFn, most: int = 12) -> tuple[np.ndarray, np.ndarray]:
    """Work arriving, and due later or never."""
    intervals = draw(st.integers(1, most))
    available = np.cumsum(draw(st.lists(st.integers(0, 60), min_size=intervals, max_size=intervals)))
    due = np.cumsum(draw(st.lists(st.integers(0, 60), min_size=intervals, max_size=intervals)))
    return available, np.minimum(due, available)


@given(windows())
def test_it_keeps_the_windows_and_its_peak_is_that_of_the_formula(
    case: tuple[np.ndarray, np.ndarray],
) -> None:
    available, due = case
    work = smoothest_work(available, due, np.ones(available.size, dtype=bool))
    done = np.cumsum(work)
    assert (work >= -1e-9).all()
    assert (done >= due - 1e-9).all()
    assert (done <= available + 1e-9).all()
    assert done[-1] == pytest.approx(due[-1])
    # The taut string: no plan has a smaller peak than max (L(e) - A(s)) / (e - s).
    upper, lower = np.concatenate([[0], available]), np.concatenate([[0], due])
    peak = max(
        (lower[end] - upper[start]) / (end - start) for end in range(1, lower.size) for start in range(end)
    )
    assert work.max() == pytest.approx(max(0.0, peak))


@given(windows())
def test_it_bends_only_where_it_must(case: tuple[np.ndarray, np.ndarray]) -> None:
    available, due = case
    work = smoothest_work(available, due, np.ones(available.size, dtype=bool))
    done = np.cumsum(work)
    # The conditions of the smallest sum of squares: more work later only where no more had
    # arrived, less work later only where it was due.
    for place in np.flatnonzero(np.diff(work) > 1e-7):
        assert done[place] == pytest.approx(min(available[place], due[-1]))
    for place in np.flatnonzero(np.diff(work) < -1e-7):
        assert done[place] == pytest.approx(due[place])


def test_closed_time_is_left_out_and_what_falls_due_in_it_is_done_before() -> None:
    is_open = [True, False, False, True]
    assert smoothest_work([10, 10, 10, 40], [0, 10, 10, 30], is_open).tolist() == [10, 0, 0, 20]
    assert smoothest_work([40, 40, 40, 40], [0, 0, 0, 40], is_open).tolist() == [20, 0, 0, 20]


def test_what_fell_due_before_the_first_opening_is_left_out() -> None:
    assert smoothest_work([10, 10, 30], [10, 10, 30], [False, True, True]).tolist() == [0, 0, 20]
    assert smoothest_work([10, 10], [10, 10], [False, False]).tolist() == [0, 0]
