"""What the user is told about how a file was read, in both languages."""

from typing import Literal

from models.text import Language, Text

NoteKind = Literal[
    "cp1251",
    "split",
    "joined",
    "empty_intervals",
    "empty_dates",
    "zone",
    "partial",
    "aht",
    "line",
    "ticket",
    "read",
    "where",
    "other_dates",
    "repeated",
    "deleted",
    "other_events",
    "further_legs",
    "begun_before",
    "bad_time",
    "no_offset",
    "bad_cells",
    "bad_line",
    "bad_handle_time",
    "cut",
    "clock_twice",
    "clock_skipped",
    "unanswered",
    "unfinished_calls",
    "handle_time_filled",
    "no_handle_time",
    "silence",
    "part_day",
    "no_end_of_stream",
    "no_identity",
    "everything_counted",
]

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
    "line": Text(en="line", ru="строка"),
    "ticket": Text(en="ticket", ru="обращение"),
    "read": Text(
        en="{file}: {rows} rows read, {count} contacts counted, from {first} to {last} ({zone}).",
        ru="{file}: прочитано строк: {rows}, учтено обращений: {count}, с {first} по {last} ({zone}).",
    ),
    "where": Text(
        en="{count} rows of {file} belong to other channels (where) and were left out.",
        ru="{count} строк {file} относятся к другим каналам (where) и не учтены.",
    ),
    "other_dates": Text(
        en="{count} contacts of {file} lie outside first_date and last_date and were left out.",
        ru="{count} обращений в {file} вне first_date и last_date, они не учтены.",
    ),
    "repeated": Text(
        en="{count} rows of {file} repeat a contact: each contact is counted once, as it was written last.",
        ru="{count} строк {file} повторяют обращения: каждое учтено один раз, по последней записи.",
    ),
    "deleted": Text(
        en="{count} tickets of {file} were deleted and are not counted.",
        ru="{count} обращений в {file} удалены и не учтены.",
    ),
    "other_events": Text(
        en="{count} lines of {file} are events of agents and the system, not of calls.",
        ru="{count} строк {file} — события операторов и системы, не звонки.",
    ),
    "further_legs": Text(
        en="{count} records of {file} are further legs of calls that are already counted.",
        ru="{count} записей {file} — продолжения уже учтённых звонков.",
    ),
    "begun_before": Text(
        en="{count} calls began before {file} does and are not counted.",
        ru="{count} звонков начались до начала {file} и не учтены.",
    ),
    "bad_time": Text(
        en="{count} rows of {file} have no readable time in '{column}' and were left out: {listed}.",
        ru="В {count} строках {file} нет читаемого времени в '{column}', они не учтены: {listed}.",
    ),
    "no_offset": Text(
        en="{count} rows of {file} do not tell the zone of '{column}', as others do, and were left out: {listed}.",
        ru="В {count} строках {file} нет часового пояса в '{column}', хотя в других есть; они не учтены: {listed}.",
    ),
    "bad_cells": Text(
        en="{count} rows of {file} have too few or too many cells and were left out: {listed}.",
        ru="В {count} строках {file} слишком мало или слишком много ячеек, они не учтены: {listed}.",
    ),
    "bad_line": Text(
        en="{count} lines of {file} cannot be read and were left out: {listed}.",
        ru="{count} строк {file} не читаются и не учтены: {listed}.",
    ),
    "bad_handle_time": Text(
        en="{count} rows of {file} are counted without their handle time, '{column}' cannot be read: {listed}.",
        ru="{count} строк {file} учтены без времени обработки, '{column}' не читается: {listed}.",
    ),
    "cut": Text(
        en="The end of {file} is cut off: its last row was left out.",
        ru="Конец {file} оборван: последняя строка не учтена.",
    ),
    "clock_twice": Text(
        en=(
            "{count} times in {file} occur twice, as clocks of {zone} went back ({listed}): "
            "the first of the two is meant."
        ),
        ru="{count} значений времени в {file} бывают дважды: часы {zone} перевели назад ({listed}); взято первое.",
    ),
    "clock_skipped": Text(
        en=(
            "{count} times in {file} do not exist, as clocks of {zone} went forward ({listed}): "
            "the end of the gap was taken. Is the zone right?"
        ),
        ru=(
            "{count} значений времени в {file} не существует: часы {zone} перевели вперёд ({listed}); "
            "взят конец разрыва. Верен ли часовой пояс?"
        ),
    ),
    "unanswered": Text(
        en="{count} calls of {file} were not answered: they are counted as contacts.",
        ru="{count} звонков в {file} остались без ответа: они учтены как обращения.",
    ),
    "unfinished_calls": Text(
        en="{count} calls of {file} have no end in it: they are counted as contacts.",
        ru="У {count} звонков в {file} нет конца: они учтены как обращения.",
    ),
    "handle_time_filled": Text(
        en=(
            "{count} contacts of {file} have no handle time: the average of the others at their time of day "
            "was taken ({average} s over all)."
        ),
        ru=(
            "У {count} обращений в {file} нет времени обработки: взято среднее остальных в то же время суток "
            "(в целом {average} с)."
        ),
    ),
    "no_handle_time": Text(
        en="{file} tells no handle time: aht_seconds of the channel is used.",
        ru="В {file} нет времени обработки: используется aht_seconds канала.",
    ),
    "silence": Text(
        en=(
            "No contacts in {file} from {first} to {last}, where about {expected} are usual: "
            "a closed day, or a gap in the file."
        ),
        ru=(
            "В {file} нет обращений с {first} по {last}, где обычно около {expected}: "
            "нерабочее время или пропуск в файле."
        ),
    ),
    "part_day": Text(
        en="{listed} is only partly covered by {file}, and was left out.",
        ru="{listed}: {file} охватывает не весь день, он не учтён.",
    ),
    "no_end_of_stream": Text(
        en="No page of {file} ends with end_of_stream = true: the newest tickets may be missing.",
        ru="Ни одна страница {file} не содержит end_of_stream = true: новейших обращений может не хватать.",
    ),
    "no_identity": Text(
        en="{file} has no column '{column}': contacts that are there twice cannot be told.",
        ru="В {file} нет столбца '{column}': повторы обращений не видны.",
    ),
    "everything_counted": Text(
        en="All of {file} is counted as this channel; where may choose. In '{column}' stands: {listed}.",
        ru="Весь {file} учтён как этот канал; выбрать можно в where. В '{column}' стоит: {listed}.",
    ),
}


def note(kind: NoteKind, language: Language, **details: object) -> str:
    """Write one note."""
    return _TEXTS[kind].in_language(language).format(**details)
