import pytest

from models.text import Language
from planner.cli.numbers import duration_text


@pytest.mark.parametrize(
    ("seconds", "language", "text"),
    [
        (0, "en", "0 s"),
        (20, "en", "20 s"),
        (4.26, "ru", "4,3 с"),
        (119.9, "en", "119.9 s"),
        (120, "en", "2 min"),
        (580, "ru", "9,7 мин"),
        (7200, "en", "2 h"),
        (36883, "ru", "10,2 ч"),
    ],
)
def test_a_length_of_time_in_the_unit_that_suits_it(seconds: float, language: Language, text: str) -> None:
    assert duration_text(seconds, language) == text
