"""Long shifts have a break, long enough and in time."""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from models.clock import Minutes
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration


@RULES.register
class MinBreak(PricedTourRule):
    """A shift longer than a given length has a break of at least another.

    A shift has one break at most, so a second one cannot be asked for.  The pause of a split
    shift is the break of it, too, and ``max_minutes`` does not bind it: a pause beyond the meal
    break of art. 108 TK RF parts the day under art. 105.  Shifts before the
    period are not judged: where their breaks lay is not known.

    Parameters
    ----------
    minutes
        Least length of the break: 30 min under TK RF art. 108, 20 min under the UK Working
        Time Regulations 1998, reg. 12.
    after_minutes
        Shifts no longer than this need none.
    max_minutes
        Greatest length of the break, where it does not split the shift: 2 h under TK RF art. 108.
    counted
        What is longer: ``elapsed``, from start to end; ``work``, without the break (ArbZG § 4).
    latest_after_minutes
        The break begins no later than this after the start of the shift (California Labor
        Code § 512: by the end of the fifth hour).
    price
        Cost of each such shift; the rule is hard where left out.
    """

    kind: Literal["min_break"] = "min_break"
    minutes: Minutes = Field(gt=0, le=4 * 60)
    after_minutes: Minutes = Field(default=6 * 60, le=24 * 60)
    max_minutes: Minutes | None = Field(default=None, le=4 * 60)
    counted: Literal["elapsed", "work"] = "elapsed"
    latest_after_minutes: Minutes | None = Field(default=None, le=24 * 60)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max_minutes is not None and self.max_minutes < self.minutes:
            raise BadValueError(
                Text(
                    en=f"minutes {self.minutes} is above max_minutes {self.max_minutes}",
                    ru=f"minutes {self.minutes} больше, чем max_minutes {self.max_minutes}",
                )
            )
        return self

    @property
    def sees_break_place(self) -> bool:
        """Whether it matters when the break begins."""
        return self.latest_after_minutes is not None

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Look at the shift's break."""
        if shift is None or self._suits(shift):
            return state, 0
        cost = self.charge(frame)
        return None if cost is None else (state, cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def _suits(self, shift: Shift) -> bool:
        length = shift.end_minute - shift.start_minute
        if self.counted == "work":
            length -= shift.break_minutes
        if length <= self.after_minutes:
            return True
        waited = shift.break_start_minute - shift.start_minute
        in_time = self.latest_after_minutes is None or waited <= self.latest_after_minutes
        short_enough = shift.is_split or self.max_minutes is None or shift.break_minutes <= self.max_minutes
        return in_time and self.minutes <= shift.break_minutes and short_enough

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Measure the stretches before, in and after the break."""
        findings = []
        for shift in tour.worked:
            pause = shift.break_end_minute - shift.break_start_minute
            before, after = (
                shift.break_start_minute - shift.start_minute,
                shift.end_minute - shift.break_end_minute,
            )
            worked = before + after
            if (worked if self.counted == "work" else worked + pause) <= self.after_minutes:
                continue
            wrong: list[Text] = []
            found, least = duration(pause), duration(self.minutes)
            if pause == 0:
                wrong.append(
                    Text(
                        en=f"no break, at least {least.en} required",
                        ru=f"нет перерыва, требуется не менее {least.ru}",
                    )
                )
            elif pause < self.minutes:
                wrong.append(
                    Text(
                        en=f"a break of {found.en}, at least {least.en} required",
                        ru=f"перерыв {found.ru}, требуется не менее {least.ru}",
                    )
                )
            elif self.max_minutes is not None and pause > self.max_minutes and not shift.is_split:
                most = duration(self.max_minutes)
                wrong.append(
                    Text(
                        en=f"a break of {found.en}, at most {most.en} allowed",
                        ru=f"перерыв {found.ru}, допускается не более {most.ru}",
                    )
                )
            elif self.latest_after_minutes is not None and before > self.latest_after_minutes:
                late, latest = duration(before), duration(self.latest_after_minutes)
                wrong.append(
                    Text(
                        en=f"the break begins after {late.en}, at most {latest.en} allowed",
                        ru=f"перерыв начинается через {late.ru}, допускается не позже {latest.ru}",
                    )
                )
            date = frame.horizon.date_of(shift.day)
            when = date_text(date)
            for text in wrong:
                told = Text(en=f"the shift of {when.en}: {text.en}", ru=f"смена {when.ru}: {text.ru}")
                findings.append(self.finding(frame, tour, date, told))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """Only longer shifts need a break, a planning interval at a time."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.after_minutes + step, 24 * 60, step):
            yield self.model_copy(update={"after_minutes": minutes})

    def explain(self) -> Text:
        """Say which shifts need what break."""
        least, after = duration(self.minutes), duration(self.after_minutes)
        how_en, how_ru = (" of work", " работы") if self.counted == "work" else ("", "")
        more_en = more_ru = ""
        if self.max_minutes is not None:
            most = duration(self.max_minutes)
            more_en, more_ru = f" and at most {most.en}", f" и не более {most.ru}"
        if self.latest_after_minutes is not None:
            latest = duration(self.latest_after_minutes)
            more_en += f", begun within {latest.en} of the start"
            more_ru += f", не позже чем через {latest.ru} после начала"
        text = Text(
            en=f"A shift of more than {after.en}{how_en} has a break of at least {least.en}{more_en}.",
            ru=f"В смене дольше {after.ru}{how_ru} есть перерыв не менее {least.ru}{more_ru}.",
        )
        return self.or_else(text, "shift without it", "каждую смену без него")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """B has a break, an hour after four; S is split by four hours."""
        half: dict[str, object] = {"minutes": "30m", "after_minutes": "8h"}
        work: dict[str, object] = {"minutes": "45m", "after_minutes": "8h", "counted": "work"}
        long: dict[str, object] = {"minutes": "90m", "after_minutes": "8h"}
        short: dict[str, object] = {"minutes": "20m", "max_minutes": "45m", "after_minutes": "8h"}
        soon: dict[str, object] = {"minutes": "30m", "after_minutes": "8h", "latest_after_minutes": "3h30m"}
        fifth: dict[str, object] = {"minutes": "30m", "after_minutes": "5h", "latest_after_minutes": "5h"}
        priced: dict[str, object] = {"minutes": "30m", "after_minutes": "6h", "price": "15"}
        return (
            Example(half, ("BME",), True, "9 h with an hour of break; 8 h need none"),
            Example(half, ("BD",), False, "12 h without a break"),
            Example(work, ("B",), True, "8 h of work are not more than 8 h"),
            Example(long, ("B",), False, "an hour is shorter than 90 min"),
            Example(short, ("B",), False, "an hour is longer than 45 min"),
            Example(short, ("S",), True, "a pause that splits the shift is no meal break"),
            Example(soon, ("S",), False, "the pause begins after 4 h"),
            Example(soon, ("B",), False, "the break begins after 4 h"),
            Example(fifth, ("B.B",), True, "the break begins in time"),
            Example(half, ("B",), True, "what was worked before is not judged", history=("D",)),
            Example(half, ("..N",), False, "edge: the last night"),
            Example(priced, ("DBM",), True, "two shifts without a break", penalty_minor=3_000),
        )
