"""Words that several readers of files say."""

from collections.abc import Sequence

from models.text import Text

NO_SUCH_FILE = Text(en="there is no such file", ru="такого файла нет")
BESIDE_SCENARIO = Text(en="a path relative to the scenario file", ru="путь от файла сценария")
EMPTY_FILE = Text(en="the file is empty", ru="файл пуст")
EMPTY_CELL = Text(en="the cell is empty", ru="ячейка пуста")
UNKNOWN_ENCODING = Text(en="the text is in an unknown encoding", ru="текст в неизвестной кодировке")
ONE_OF_EACH = Text(en="one column of each name", ru="один столбец с каждым именем")
SHORTER = Text(
    en="a shorter export, or counts added up per interval",
    ru="выгрузка короче или готовые суммы по интервалам",
)
STANDING_VALUES = Text(en="values that stand in the file", ru="значения, которые есть в файле")


def line_text(line: int, column: str = "", unit: str = "line") -> Text:
    """Where in a file something stands.

    Parameters
    ----------
    line
        Line, or number of a ticket, from 1.
    column
        Its column, where one is meant.
    unit
        ``"line"`` or ``"ticket"``.
    """
    counted = "заявка" if unit == "ticket" else "строка"
    place = Text(en=f"{unit} {line}", ru=f"{counted} {line}")
    return place + Text(en=f", column '{column}'", ru=f", столбец '{column}'") if column else place


def no_columns(names: Sequence[str]) -> Text:
    """Say that a file lacks columns."""
    listed = ", ".join(f'"{name}"' for name in names)
    if len(names) == 1:
        return Text(en=f"there is no column {listed}", ru=f"нет столбца {listed}")
    return Text(en=f"there are no columns {listed}", ru=f"нет столбцов {listed}")


def columns_twice(names: Sequence[str]) -> Text:
    """Say that columns have one name."""
    listed = ", ".join(f'"{name}"' for name in names)
    return Text(en=f"more than one column is called {listed}", ru=f"больше одного столбца с именем {listed}")


def and_more(count: int) -> Text:
    """How many mistakes are not listed."""
    return Text(en=f"and {count} more", ru=f"и ещё {count}")


def dates_between(first: object, last: object) -> Text:
    """Which dates there are."""
    return Text(en=f"dates between {first} and {last}", ru=f"даты с {first} по {last}")


def no_row_where(stated: str) -> Text:
    """Say that no row is chosen."""
    return Text(en=f"no row has where: {stated}", ru=f"ни одна строка не подходит под where: {stated}")
