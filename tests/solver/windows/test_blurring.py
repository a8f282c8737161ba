from planner.solver.windows.blurring import Blurring
from planner.solver.windows.window import Filled


def drawn(blurring: Blurring, plain_solves: int, blurred_solves: int, windows: int) -> list[bool]:
    """Which windows were blurred, where each way always takes so many programs."""
    ways = []
    for _ in range(windows):
        blurred = blurring.draw()
        ways.append(blurred)
        blurring.learn(blurred, Filled("none found", 100.0, blurred_solves if blurred else plain_solves))
    return ways


def test_the_way_that_takes_fewer_programs_is_preferred_and_the_other_still_tried() -> None:
    for plain, blurred in ((100, 50), (50, 100)):
        ways = drawn(Blurring(1), plain, blurred, 400)[100:]
        assert 0.9 < ways.count(blurred < plain) / len(ways) < 1.0


def test_it_learns_anew_when_things_change() -> None:
    blurring = Blurring(1)
    drawn(blurring, 100, 50, 300)
    drawn(blurring, 50, 200, 300)
    assert drawn(blurring, 50, 200, 100).count(True) < 20


def test_few_programs_are_as_good_as_fewer() -> None:
    blurring = Blurring(1)
    drawn(blurring, 9, 1, 100)
    assert drawn(blurring, 20, 9, 100).count(True) > 80
    assert len(set(drawn(Blurring(2), 1, 9, 100))) == 2


def test_a_way_that_always_takes_few_is_learned_all_the_same() -> None:
    ways = drawn(Blurring(1), 12, 9, 200)[50:]
    assert ways.count(True) / len(ways) > 0.9


def test_larger_windows_count_for_more() -> None:
    blurring = Blurring(1)
    for _ in range(50):
        for blurred, small, large in ((False, 20, 200), (True, 100, 100)):
            blurring.learn(blurred, Filled("none found", 1.0, small))
            blurring.learn(blurred, Filled("none found", 50.0, large))
    assert [blurring.draw() for _ in range(100)].count(True) > 80
