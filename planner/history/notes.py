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
    "no_last_line_end",
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
        en="{file} has no row for some intervals on dates it covers: they count as 0 contacts ({count}).",
        ru="В {file} для части интервалов в учтённые даты нет строк: там 0 обращений (интервалов: {count}).",
    ),
    "empty_dates": Text(
        en="{file} has no rows for some dates ({count}): they count as 0 contacts ({listed}).",
        ru="В {file} нет строк для части дат ({count}): там 0 обращений ({listed}).",
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
        en="Rows of {file} with contacts but no handle time: {count}; the file's average was taken.",
        ru="Строк {file} с обращениями, но без времени обработки: {count}; взято среднее по файлу.",
    ),
    "line": Text(en="line", ru="строка"),
    "ticket": Text(en="ticket", ru="обращение"),
    "read": Text(
        en="{file}: rows read: {rows}, contacts counted: {count}, from {first} to {last} ({zone}).",
        ru="{file}: прочитано строк: {rows}, учтено обращений: {count}, с {first} по {last} ({zone}).",
    ),
    "where": Text(
        en="Rows of {file} that belong to other channels (where) and were left out: {count}.",
        ru="Строк {file}, которые относятся к другим каналам (where) и не учтены: {count}.",
    ),
    "other_dates": Text(
        en="Contacts of {file} outside first_date and last_date, left out: {count}.",
        ru="Обращений в {file} вне first_date и last_date, не учтено: {count}.",
    ),
    "repeated": Text(
        en="Rows of {file} that repeat a contact: {count}; each contact is counted once, as it was written last.",
        ru="Строк {file}, где обращение повторено: {count}; каждое учтено один раз, по последней записи.",
    ),
    "deleted": Text(
        en="Deleted tickets of {file}, not counted: {count}.",
        ru="Удалённых обращений в {file}, не учтено: {count}.",
    ),
    "other_events": Text(
        en="Lines of {file} with events of agents and the system, not of calls: {count}.",
        ru="Строк {file} с событиями операторов и системы, а не звонков: {count}.",
    ),
    "further_legs": Text(
        en="Records of {file} that are further legs of calls already counted: {count}.",
        ru="Записей {file}, которые продолжают уже учтённые звонки: {count}.",
    ),
    "begun_before": Text(
        en="Calls that began before {file} does, not counted: {count}.",
        ru="Звонков, начатых до начала {file} и не учтённых: {count}.",
    ),
    "bad_time": Text(
        en="Rows of {file} without a readable time in '{column}', left out: {count} ({listed}).",
        ru="Строк {file} без читаемого времени в '{column}', не учтено: {count} ({listed}).",
    ),
    "no_offset": Text(
        en="Rows of {file} that do not tell the zone of '{column}', as others do, left out: {count} ({listed}).",
        ru="Строк {file} без часового пояса в '{column}', хотя в других он есть, не учтено: {count} ({listed}).",
    ),
    "bad_cells": Text(
        en="Rows of {file} with too few or too many cells, left out: {count} ({listed}).",
        ru="Строк {file}, где слишком мало или слишком много ячеек, не учтено: {count} ({listed}).",
    ),
    "bad_line": Text(
        en="Lines of {file} that cannot be read, left out: {count} ({listed}).",
        ru="Нечитаемых строк {file}, не учтено: {count} ({listed}).",
    ),
    "bad_handle_time": Text(
        en="Rows of {file} counted without their handle time, as '{column}' cannot be read: {count} ({listed}).",
        ru="Строк {file}, учтённых без времени обработки, так как '{column}' не читается: {count} ({listed}).",
    ),
    "cut": Text(
        en="The end of {file} is cut off: its last row was left out.",
        ru="Конец {file} оборван: последняя строка не учтена.",
    ),
    "no_last_line_end": Text(
        en="The last line of {file}, {found}, has no line end as all others have: if the file was cut off, its last "
        "number may be too small, and rows are missing.",
        ru="Последняя строка {file}, {found}, не закончена, как остальные: если файл оборван, последнее число может "
        "быть занижено, а часть строк потеряна.",
    ),
    "clock_twice": Text(
        en=(
            "Times in {file} that occur twice, as clocks of {zone} went back: {count} ({listed}); "
            "the first of the two is meant."
        ),
        ru="Значений времени в {file}, которые бывают дважды: {count}, часы {zone} перевели назад ({listed}); взято первое.",
    ),
    "clock_skipped": Text(
        en=(
            "Times in {file} that do not exist, as clocks of {zone} went forward: {count} ({listed}); "
            "the end of the gap was taken. Is the zone right?"
        ),
        ru=(
            "Несуществующих значений времени в {file}: {count}, часы {zone} перевели вперёд ({listed}); "
            "взят конец разрыва. Верен ли часовой пояс?"
        ),
    ),
    "unanswered": Text(
        en="Calls of {file} that were not answered: {count}; they are counted as contacts.",
        ru="Звонков в {file} без ответа: {count}; они учтены как обращения.",
    ),
    "unfinished_calls": Text(
        en="Calls of {file} that have no end in it: {count}; they are counted as contacts.",
        ru="Звонков в {file} без конца: {count}; они учтены как обращения.",
    ),
    "handle_time_filled": Text(
        en=(
            "Contacts of {file} without a handle time: {count}; the average of the others at their time of "
            "day was taken ({average} s over all)."
        ),
        ru=(
            "Обращений в {file} без времени обработки: {count}; взято среднее остальных в то же время суток "
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
