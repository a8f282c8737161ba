from planner.solver.windows.blurring import Blurring


def drawn(blurring: Blurring, plain_steps: int, blurred_steps: int, windows: int) -> list[bool]:
    """Which windows were blurred, where each way always takes so many steps."""
    ways = []
    for _ in range(windows):
        blurred = blurring.draw()
        ways.append(blurred)
        blurring.learn(blurred, 100, blurred_steps if blurred else plain_steps)
    return ways


def test_the_way_that_takes_fewer_steps_is_preferred_and_the_other_still_tried() -> None:
    for plain, blurred in ((2_000, 1_000), (1_000, 2_000)):
        ways = drawn(Blurring(1), plain, blurred, 600)[100:]
        assert 0.95 < ways.count(blurred < plain) / len(ways) < 1.0


def test_it_learns_anew_when_things_change() -> None:
    blurring = Blurring(1)
    drawn(blurring, 2_000, 1_000, 300)
    drawn(blurring, 1_000, 4_000, 300)
    assert drawn(blurring, 1_000, 4_000, 100).count(True) < 20


def test_few_steps_are_as_good_as_fewer() -> None:
    blurring = Blurring(1)
    drawn(blurring, 190, 20, 100)
    assert drawn(blurring, 400, 180, 100).count(True) > 80
    assert len(set(drawn(Blurring(2), 20, 190, 100))) == 2


def test_a_way_that_always_takes_few_is_learned_all_the_same() -> None:
    ways = drawn(Blurring(1), 300, 180, 200)[50:]
    assert ways.count(True) / len(ways) > 0.9


def test_larger_windows_count_for_more() -> None:
    blurring = Blurring(1)
    for _ in range(50):
        for blurred, small, large in ((False, 400, 4_000), (True, 2_000, 2_000)):
            blurring.learn(blurred, 1, small)
            blurring.learn(blurred, 50, large)
    assert [blurring.draw() for _ in range(100)].count(True) > 80


def test_what_is_clear_is_learned_from_three_windows_each_way() -> None:
    ways = drawn(Blurring(1), 1_000, 50_000, 200)
    assert ways[:20].count(True) >= 3
    assert ways[20:].count(True) <= 6
