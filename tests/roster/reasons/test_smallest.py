"""The smallest conflict of abstract conditions, against all subsets."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from planner.roster.reasons.smallest import Around, irreducible_conflict, smallest_conflict

NUMBER = 7
SETS = st.lists(st.frozensets(st.integers(0, NUMBER - 1), min_size=1), max_size=5)


def oracle(conflicts: list[frozenset[int]], asked: list[frozenset[int]]) -> Around:
    def around(chosen: frozenset[int]) -> frozenset[int] | None:
        asked.append(chosen)
        if any(one <= chosen for one in conflicts):
            return None
        grown = chosen
        for number in range(0, NUMBER, 2):
            if not any(one <= grown | {number} for one in conflicts):
                grown |= {number}
        return grown

    return around


@given(SETS)
def test_no_smaller_set_conflicts(conflicts: list[frozenset[int]]) -> None:
    found = smallest_conflict(NUMBER, oracle(conflicts, []))
    if not conflicts:
        assert found is None
        return
    assert found is not None
    assert any(one <= found for one in conflicts)
    assert len(found) == min(map(len, conflicts))


@given(SETS)
def test_nothing_can_be_left_out_of_an_irreducible_set(conflicts: list[frozenset[int]]) -> None:
    found = irreducible_conflict(frozenset(range(NUMBER)), oracle(conflicts, []))
    if not conflicts:
        assert found is None
        return
    assert found in conflicts
    assert not any(one < found for one in conflicts)


@given(SETS)
def test_what_is_known_before_is_not_asked_again(conflicts: list[frozenset[int]]) -> None:
    keepable = [
        frozenset(chosen)
        for size in range(NUMBER + 1)
        for chosen in combinations(range(NUMBER), size)
        if not any(one <= frozenset(chosen) for one in conflicts)
    ]
    asked: list[frozenset[int]] = []
    found = smallest_conflict(NUMBER, oracle(conflicts, asked), keepable)
    assert (found is None) == (not conflicts)
    assert asked == ([found] if conflicts else [])
