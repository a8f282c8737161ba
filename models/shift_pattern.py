"""The template shifts are cut from."""

from pydantic import Field, field_validator, model_validator

from models.base import Noun
from models.clock import WEEKDAYS, ClockMinute, ClockSpan, Minutes, Weekday
from models.errors import BadValueError
from models.text import Text

#: Longest break that does not split a shift, in minutes.
_LONGEST_BREAK = 240


class Break(Noun):
    """A break, and the window it may be placed in; or the pause between the spells of a split shift.

    Parameters
    ----------
    minutes
        Length; of a break at most 4 h, a longer one splits the shift.
    earliest_after_minutes, latest_after_minutes
        Window for the start of the break, in minutes after the shift's start; equal for a
        fixed break.
    step_minutes
        Grid of possible starts inside the window.
    paid
        A paid break counts as working time, but nobody is served during it.
    split
        The shift is worked in two spells and this is the time between them (TK RF art. 105;
        IWC wage orders § 2, "split shift"): it is never paid, the person is not on shift in it,
        and no night minutes are counted in it.  A spell has no break of its own.
    """

    minutes: Minutes = Field(gt=0, le=24 * 60)
    earliest_after_minutes: Minutes
    latest_after_minutes: Minutes
    step_minutes: Minutes = Field(default=30, gt=0)
    paid: bool = False
    split: bool = False

    @model_validator(mode="after")
    def _window(self) -> "Break":
        if self.minutes > _LONGEST_BREAK and not self.split:
            raise BadValueError(
                Text(
                    en=f"a break has at most {_LONGEST_BREAK} minutes, found {self.minutes}; with split = true "
                    "it is the pause of a split shift",
                    ru=f"перерыв не длиннее {_LONGEST_BREAK} минут, а здесь {self.minutes}; с split = true "
                    "это пауза между частями разделённой смены",
                )
            )
        if self.split and self.paid:
            raise BadValueError(
                Text(
                    en="the pause of a split shift is not paid by the hour; write paid = false, and a premium "
                    "in [[pay.split_shifts]]",
                    ru="пауза разделённой смены не оплачивается по часам: напишите paid = false, а доплату — "
                    "в [[pay.split_shifts]]",
                )
            )
        if self.latest_after_minutes < self.earliest_after_minutes:
            raise BadValueError(
                Text(
                    en="the break's window ends before it begins",
                    ru="окно перерыва кончается раньше, чем начинается",
                )
            )
        return self


class StartWindow(Noun):
    """Shift starts on a grid between two clock times, both included."""

    span: ClockSpan
    step_minutes: Minutes = Field(default=60, gt=0)


class ShiftPattern(Noun):
    """A template for shifts: when it may start, how long it is, its break.

    Parameters
    ----------
    name
        Name, unique in the scenario; ``code`` is its short form on the roster grid.
    starts
        Clock times the shift may start at.
    start_window
        Alternatively a grid of starts; exactly one of both is given.
    length_minutes
        From start to end by the clock.
    paid_minutes
        Must equal the length less an unpaid break, or the pause of a split shift; may be left out.
    pause
        The break, written ``break`` in files.
    weekdays
        Days the shift may start on; all where left out.
    """

    name: str = Field(min_length=1, max_length=40)
    code: str = Field(default="", max_length=4)
    starts: tuple[ClockMinute, ...] = ()
    start_window: StartWindow | None = None
    length_minutes: Minutes = Field(gt=0, le=24 * 60)
    paid_minutes: Minutes | None = None
    pause: Break | None = Field(default=None, alias="break")
    weekdays: tuple[Weekday, ...] = WEEKDAYS

    @field_validator("starts")
    @classmethod
    def _real_starts(cls, starts: tuple[int, ...]) -> tuple[int, ...]:
        if any(start == 24 * 60 for start in starts):
            raise BadValueError(
                Text(
                    en="a shift starts before 24:00; write 00:00 of the next day",
                    ru="смена начинается до 24:00; пишите 00:00 следующего дня",
                )
            )
        if len(set(starts)) < len(starts):
            raise BadValueError(
                Text(en="the same start is listed twice", ru="одно и то же начало указано дважды")
            )
        return tuple(sorted(starts))

    @model_validator(mode="after")
    def _adds_up(self) -> "ShiftPattern":
        if bool(self.starts) == (self.start_window is not None):
            raise BadValueError(
                Text(
                    en="give either starts or start_window, not both and not neither",
                    ru="нужно что-то одно: starts или start_window",
                )
            )
        pause = self.pause
        if pause and pause.latest_after_minutes + pause.minutes > self.length_minutes:
            raise BadValueError(
                Text(en="the break does not fit into the shift", ru="перерыв не умещается в смену")
            )
        if pause and pause.split and not self._has_two_spells(pause):
            raise BadValueError(
                Text(
                    en="a split shift has work before its pause and after it: earliest_after_minutes above 0, and "
                    f"latest_after_minutes + minutes below {self.length_minutes}",
                    ru="в разделённой смене есть работа до паузы и после неё: earliest_after_minutes больше 0, "
                    f"а latest_after_minutes + minutes меньше {self.length_minutes}",
                )
            )
        if self.paid_minutes is not None and self.paid_minutes != self.nominal_paid_minutes:
            raise BadValueError(
                Text(
                    en=f"paid_minutes is {self.paid_minutes}, but the length less the unpaid break is {self.nominal_paid_minutes}",
                    ru=f"paid_minutes здесь {self.paid_minutes}, а длина без неоплачиваемого перерыва {self.nominal_paid_minutes}",
                )
            )
        return self

    def _has_two_spells(self, pause: Break) -> bool:
        return (
            pause.earliest_after_minutes > 0
            and pause.latest_after_minutes + pause.minutes < self.length_minutes
        )

    @property
    def is_split(self) -> bool:
        """Whether shifts of the pattern are worked in two spells."""
        return self.pause is not None and self.pause.split

    @property
    def nominal_paid_minutes(self) -> int:
        """Paid minutes on a day without a clock change."""
        unpaid = self.pause.minutes if self.pause and not self.pause.paid else 0
        return self.length_minutes - unpaid

    @property
    def start_minutes(self) -> tuple[int, ...]:
        """Clock minutes the shift may start at."""
        if self.start_window is None:
            return self.starts
        span, step = self.start_window.span, self.start_window.step_minutes
        return tuple(sorted(m % 1440 for m in range(span.start, span.end_unwrapped + 1, step)))

    @property
    def break_offsets(self) -> tuple[int, ...]:
        """Possible break starts, minutes after the shift's start; empty without a break."""
        if self.pause is None:
            return ()
        first, last, step = (
            self.pause.earliest_after_minutes,
            self.pause.latest_after_minutes,
            self.pause.step_minutes,
        )
        return tuple(range(first, last + 1, step))
