from models.progress import Progress, counting


def test_what_can_be_counted_is_passed_on() -> None:
    heard: list[Progress] = []
    tell = counting("simulation", heard.append)
    tell(1, 3)
    tell(3, 3)
    assert [(news.stage, news.done, news.wanted) for news in heard] == [
        ("simulation", 1, 3),
        ("simulation", 3, 3),
    ]
    assert 0 <= heard[0].seconds <= heard[1].seconds < 60
    assert heard[0].gap is None
