"""What the table says beside its lines."""

from io import StringIO

import pytest
from rich.console import Console

from models.rule_price import PriceList, RulePrice
from models.text import Text
from planner.price_rules import price_table


def price(least: int, most: int, found: int) -> RulePrice:
    rest = Text(en="At least 11 h of rest", ru="Отдых не менее 11 ч")
    without = Text(en="without it", ru="без него")
    return RulePrice("min_rest", "rule", rest, without, "priced", least, most, found, people=0)


def written(language: str, *prices: RulePrice) -> str:
    shown = StringIO()
    console = Console(width=200, file=shown)
    listed = PriceList("desk", "en", "RUB", 28, "feasible", 100_000_00, 90_000_00, prices)
    console.print(price_table(listed, "ru" if language == "ru" else "en"))
    return shown.getvalue()


@pytest.mark.parametrize(
    ("language", "said"), [("en", "2 ranges are wider"), ("ru", "шире найденной суммы: 2 строки")]
)
def test_ranges_that_say_little_are_counted(language: str, said: str) -> None:
    wide, narrow = price(0, 9_000_00, 1_000_00), price(900_00, 1_100_00, 1_000_00)
    assert said in " ".join(written(language, wide, wide, narrow).split())


def test_nothing_is_said_of_ranges_that_say_enough() -> None:
    assert "time-limit" not in written("en", price(900_00, 1_100_00, 1_000_00), price(50_00, 50_00, 50_00))
