"""What the user is told about how a file was read, in both languages."""

from typing import Literal

from models.text import Language, Text

NoteKind = Literal["cp1251", "split", "joined", "empty_intervals", "empty_dates", "zone", "partial", "aht"]

_TEXTS: dict[NoteKind, Text] = {
    "cp1251": Text(
        en="{file} is not UTF-8 and was read as Windows-1251.",
        ru="{file} не в UTF-8, прочитан как Windows-1251.",
    ),
    "split": Text(
        en="{file} counts every {found} minutes: each count was spread evenly over intervals of {wanted}.",
        ru="{file} считает по {found} минут: каждое число разделено поровну на интервалы по {wanted}.",
    ),
    "joined": Text(
        en="{file} counts every {found} minutes: counts were added up to intervals of {wanted}.",
        ru="{file} считает по {found} минут: числа сложены в интервалы по {wanted}.",
    ),
    "empty_intervals": Text(
        en="{file} has no row for {count} intervals on dates it covers: they count as 0 contacts.",
        ru="В {file} нет строк для {count} интервалов в учтённые даты: там 0 обращений.",
    ),
    "empty_dates": Text(
        en="{file} has no rows for {count} dates: they count as 0 contacts ({listed}).",
        ru="В {file} нет строк для {count} дат: там 0 обращений ({listed}).",
    ),
    "zone": Text(
        en="Times in {file} were converted from {found} to {wanted}.",
        ru="Время в {file} переведено из {found} в {wanted}.",
    ),
    "partial": Text(
        en="{listed} is only partly covered once times are converted, and was left out.",
        ru="{listed} после перевода времени покрыто не полностью и не учтено.",
    ),
    "aht": Text(
        en="{count} rows of {file} have contacts but no handle time: the file's average was taken.",
        ru="В {count} строках {file} есть обращения, но нет времени обработки: взято среднее по файлу.",
    ),
}


def note(kind: NoteKind, language: Language, **details: object) -> str:
    """Write one note."""
    return _TEXTS[kind].in_language(language).format(**details)
