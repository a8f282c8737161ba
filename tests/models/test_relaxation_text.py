"""A way out in one line."""

import pytest

from models.conflict import Relaxation
from models.plan import Status
from models.relaxation_text import relaxation_text
from models.text import Text

SIX = Text(en="Ana: six days", ru="Ана: шесть дней")


@pytest.mark.parametrize(
    ("status", "cost", "extra", "en", "ru"),
    [
        (None, None, None, "there was no time to price it", "не хватило времени"),
        ("infeasible", (1, 1), None, "Ana: six days: still falls short", "людей всё ещё не хватает"),
        ("optimal", (12300, 12300), (-700, -700), "costs 123.00 RUB (7.00 RUB less)", "дешевле на 7,00"),
        ("optimal", (12300, 12300), (700, 700), "costs 123.00 RUB (7.00 RUB more)", "дороже на 7,00"),
        ("optimal", (12300, 12300), (0, 0), "costs 123.00 RUB (no dearer)", "(не дороже)"),
        ("feasible", (100, 200), (-5, 95), "costs between 1.00 RUB and 2.00 RUB", "от 1,00"),
    ],
)
def test_the_line_says_no_more_than_is_proven(
    status: Status | None,
    cost: tuple[int, int] | None,
    extra: tuple[int, int] | None,
    en: str,
    ru: str,
) -> None:
    relaxation = Relaxation(("ana",), SIX, status, cost, extra)
    assert en in relaxation_text(relaxation, "RUB", "en")
    assert ru in relaxation_text(relaxation, "RUB", "ru")
