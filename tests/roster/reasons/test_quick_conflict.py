"""A conflict of which nothing can be left out, against all subsets."""

from hypothesis import given
from hypothesis import strategies as st

from planner.roster.reasons.quick_conflict import quick_conflict

NUMBER = 9
SETS = st.lists(st.frozensets(st.integers(0, NUMBER - 1), min_size=1), max_size=5)


@given(SETS)
def test_what_is_found_conflicts_and_nothing_of_it_can_be_left_out(conflicts: list[frozenset[int]]) -> None:
    asked: list[tuple[int, ...]] = []

    def conflict(kept: tuple[int, ...]) -> bool:
        asked.append(kept)
        return any(one <= set(kept) for one in conflicts)

    found = quick_conflict(NUMBER, conflict)
    if not conflicts:
        assert found is None
        return
    assert found is not None
    assert set(found) in conflicts
    assert not any(one < set(found) for one in conflicts)
    assert all(list(kept) == sorted(set(kept)) for kept in asked)


def test_a_conflict_of_nothing_is_that_of_the_rest() -> None:
    assert quick_conflict(NUMBER, lambda kept: True) == ()
    assert quick_conflict(0, lambda kept: False) is None


def test_a_small_conflict_among_many_takes_few_questions() -> None:
    number, wanted = 1024, {3, 700}
    asked: list[tuple[int, ...]] = []

    def conflict(kept: tuple[int, ...]) -> bool:
        asked.append(kept)
        return wanted <= set(kept)

    assert quick_conflict(number, conflict) == (3, 700)
    assert len(asked) <= 2 * 2 * 10 + 2 * 2
