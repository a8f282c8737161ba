"""What was typed into the cells of a grid, read as shifts and days off."""

import datetime as dt
from dataclasses import dataclass

from models.errors import InputProblem
from models.shift_code import ShiftCode
from models.text import Text
from planner.scenario.suggest import did_you_mean
from planner.timesheet.absences import LeaveKind
from planner.workbook.edits.clock_times import shifts_by_clock
from planner.workbook.edits.look_alikes import seen_form, typed_form
from planner.workbook.grid_codes import GridCodes

#: So much of what was typed is repeated.
_SHOWN = 40


@dataclass(frozen=True)
class Entry:
    """A cell's meaning: a shift, leave, or a day off where both are ``None``."""

    shift: ShiftCode | None = None
    leave: LeaveKind | None = None


def read_entry(value: object, codes: GridCodes, place: Text) -> Entry | InputProblem:
    """Read one cell.

    Codes may be typed in upper case or lower, with spaces, and in Cyrillic letters that look like
    the Latin ones, or the other way round; a shift also by its times, such as ``9:00-18:00``,
    where only one has them.
    """
    if isinstance(value, bool | dt.date | dt.time | dt.timedelta):
        return InputProblem(place, _converted(value), _allowed(codes))
    text = entry_text(value)
    if not typed_form(text):
        return Entry()
    if not isinstance(value, str | int | float) or text.startswith("="):
        said = text if text.startswith("=") else "="
        message = Text(en=f"{said[:_SHOWN]} is a formula", ru=f"{said[:_SHOWN]} это формула")
        return InputProblem(place, message, _allowed(codes))
    entry = _coded(text, codes)
    if entry is not None:
        return entry
    timed = shifts_by_clock(text, codes)
    if timed is not None and len(timed) == 1:
        return Entry(timed[0])
    return InputProblem(place, _unknown(text, timed, codes), _allowed(codes))


def entry_text(value: object) -> str:
    """What a cell says, without spaces around it; whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _coded(text: str, codes: GridCodes) -> Entry | None:
    """The meaning of a code: as it is written, else the only one that looks like it."""
    typed = typed_form(text)
    if typed in codes.shift_by_text:
        return Entry(codes.shift_by_text[typed])
    if typed in codes.leave_by_text:
        return Entry(leave=codes.leave_by_text[typed])
    seen = seen_form(text)
    alike = [code for code in codes.listed if seen_form(code) == seen]
    return _coded(alike[0], codes) if len(alike) == 1 and typed_form(alike[0]) != typed else None


def _converted(value: object) -> Text:
    return Text(
        en=f"the spreadsheet has made a date, a time or a truth value of what was typed ({value})",
        ru=f"программа превратила введённое в дату, время или логическое значение ({value})",
    )


def _unknown(text: str, timed: tuple[ShiftCode, ...] | None, codes: GridCodes) -> Text:
    shown = text[:_SHOWN]
    if timed:
        named = ", ".join(code.code for code in timed)
        return Text(
            en=f'"{shown}" may be any of the shifts {named}', ru=f'"{shown}" может быть любой из смен {named}'
        )
    if timed is not None:
        return Text(en=f'no shift lasts "{shown}"', ru=f'смены с временем "{shown}" нет')
    message = Text(en=f'"{shown}" is neither a shift nor leave', ru=f'"{shown}" не смена и не отсутствие')
    return message + did_you_mean(text, set(codes.listed))


def _allowed(codes: GridCodes) -> Text:
    empty = Text(en=", or an empty cell for a day off", ru=" или пустая ячейка, если выходной")
    return ", ".join(codes.listed) + empty
