import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.history.exports.durations import read_duration
from planner.history.exports.quoting import quoted
from planner.history.exports.russian_months import english_months


@pytest.mark.parametrize(
    "cell",
    [
        "2024-13-01 09:15:22",
        "31/Mar/24 9:15 AM",
        "31/мар./24 9:15 AM",
        "1,234",
        "-5",
        "12:75",
        "2024-03-01T09:15:22.5+03:00",
    ],
)
def test_times_and_numbers_are_quoted(cell: str) -> None:
    assert quoted(cell) == f'"{cell}"'


@pytest.mark.parametrize(
    ("cell", "shape"),
    [
        ("Ivan Petrov", '"xxxx xxxxxx"'),
        ("+7 916 123-45-67", '"+9 999 999-99-99"'),
        ("495-123-4567", '"999-999-9999"'),
        ("79161234567", '"99999999999"'),
        ("2024-03-01 Ivan", '"9999-99-99 xxxx"'),
        ("a\nb\x07", '"x x "'),
        ("Иван" * 20, '"' + "x" * 40 + '…"'),
    ],
)
def test_names_and_phone_numbers_are_not(cell: str, shape: str) -> None:
    assert quoted(cell) == shape


@given(st.text())
def test_letters_only_stand_in_dates(cell: str) -> None:
    shown = quoted(cell).strip('"')
    if any(sign.isalpha() and sign != "x" for sign in shown):
        assert any(sign.isdigit() for sign in shown)


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("750", 750),
        ("12.5", 12.5),
        ("00:12", 720),
        ("01:00:05", 3605),
        ("1h 5m", 3900),
        ("12m", 720),
        ("30 s", 30),
        ("0", 0),
        ("1d", None),
        ("00:75", None),
        ("-5", None),
        ("", None),
        ("79161234567", None),
        ("1e5", None),
        ("nan", None),
        ("٣", None),
    ],
)
def test_durations(cell: str, seconds: float | None) -> None:
    assert read_duration(cell) == seconds


@given(st.text(max_size=12))
def test_durations_are_within_a_month_or_none(cell: str) -> None:
    seconds = read_duration(cell)
    assert seconds is None or 0 <= seconds <= 30 * 86_400


def test_russian_months() -> None:
    months = [
        "янв",
        "фев",
        "мар",
        "апр",
        "мая",
        "июн",
        "июл",
        "авг",
        "сен",
        "окт",
        "ноя",
        "дек",
        "сентября",
        "июля",
    ]
    english = [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Sep",
        "Jul",
    ]
    assert [english_months(f"1/{month}/24") for month in months] == [f"1/{month}/24" for month in english]
    assert english_months("1/мар./24") == "1/Mar/24"
    assert english_months("завтра") == "завтра"
