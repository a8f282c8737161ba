"""How a split shift is cut: its pause, its spells, and how far the day is spread."""

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

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
class SplitShape(PricedTourRule):
    """The pause of a split shift, its spells and the time from its start to its end lie within bounds.

    Lengths are elapsed minutes.  Shifts that are not split, and those before the period, are not
    judged.  At least one bound is given.

    Parameters
    ----------
    min_pause_minutes, max_pause_minutes
        Bounds on the pause.
    min_spell_minutes, max_spell_minutes
        Bounds on each spell: one of at most 4 h owes no meal break of its own (TK RF art. 108).
    max_spread_minutes
        Greatest time from the start of the first spell to the end of the last.
    price
        Cost of each split shift outside the bounds; the rule is hard where left out.
    """

    LEAST: ClassVar[tuple[str, ...]] = ("min_pause_minutes", "min_spell_minutes")
    MOST: ClassVar[tuple[str, ...]] = ("max_pause_minutes", "max_spell_minutes", "max_spread_minutes")

    kind: Literal["split_shape"] = "split_shape"
    min_pause_minutes: Minutes | None = Field(default=None, gt=0, le=24 * 60)
    max_pause_minutes: Minutes | None = Field(default=None, gt=0, le=24 * 60)
    min_spell_minutes: Minutes | None = Field(default=None, gt=0, le=24 * 60)
    max_spell_minutes: Minutes | None = Field(default=None, gt=0, le=24 * 60)
    max_spread_minutes: Minutes | None = Field(default=None, gt=0, le=25 * 60)

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if all(getattr(self, name) is None for name in (*self.LEAST, *self.MOST)):
            fields = ", ".join((*self.LEAST, *self.MOST))
            raise BadValueError(
                Text(en=f"give at least one of {fields}", ru=f"укажите хотя бы одно из {fields}")
            )
        for least, most in zip(self.LEAST, self.MOST, strict=False):
            low, high = getattr(self, least), getattr(self, most)
            if low is not None and high is not None and low > high:
                raise BadValueError(
                    Text(
                        en=f"{least} {low} is above {most} {high}",
                        ru=f"{least} {low} больше, чем {most} {high}",
                    )
                )
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Measure the split shift."""
        if shift is None or not shift.is_split or self._suits(shift):
            return state, 0
        cost = self.charge(frame)
        return None if cost is None else (state, cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def _suits(self, shift: Shift) -> bool:
        spells = [end - begin for begin, end in shift.spells]
        pauses_well = _within(self.min_pause_minutes, shift.break_minutes, self.max_pause_minutes)
        spells_well = all(_within(self.min_spell_minutes, one, self.max_spell_minutes) for one in spells)
        spread = shift.end_minute - shift.start_minute
        return pauses_well and spells_well and _within(None, spread, self.max_spread_minutes)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Measure first spell, pause and second spell, and say what is wrong with each shift."""
        findings = []
        for shift in tour.worked:
            if not shift.is_split:
                continue
            first = shift.break_start_minute - shift.start_minute
            pause = shift.break_end_minute - shift.break_start_minute
            second = shift.end_minute - shift.break_end_minute
            wrong: list[Text] = []
            for minutes, least, most, en, ru in (
                (pause, self.min_pause_minutes, self.max_pause_minutes, "its pause is", "пауза"),
                (first, self.min_spell_minutes, self.max_spell_minutes, "its first spell is", "первая часть"),
                (
                    second,
                    self.min_spell_minutes,
                    self.max_spell_minutes,
                    "its second spell is",
                    "вторая часть",
                ),
                (first + pause + second, None, self.max_spread_minutes, "it is spread over", "весь день"),
            ):
                found = duration(minutes)
                if least is not None and minutes < least:
                    low = duration(least)
                    wrong.append(
                        Text(
                            en=f"{en} {found.en}, at least {low.en} required",
                            ru=f"{ru} {found.ru}, требуется не менее {low.ru}",
                        )
                    )
                if most is not None and minutes > most:
                    high = duration(most)
                    wrong.append(
                        Text(
                            en=f"{en} {found.en}, at most {high.en} allowed",
                            ru=f"{ru} {found.ru}, допускается не более {high.ru}",
                        )
                    )
            if wrong:
                date = frame.horizon.date_of(shift.day)
                when = date_text(date)
                text = Text(
                    en=f"the split shift of {when.en}: {'; '.join(one.en for one in wrong)}",
                    ru=f"разделённая смена {when.ru}: {'; '.join(one.ru for one in wrong)}",
                )
                findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval at a time, every bound at once."""
        step, now = frame.horizon.interval_minutes, self
        while True:
            less = {name: _lower(getattr(now, name), step) for name in self.LEAST}
            more = {name: _higher(getattr(now, name), step) for name in self.MOST}
            if all(value is None for value in (*less.values(), *more.values())):
                return
            now = now.model_copy(update={**less, **more})
            yield now

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """Each bound by itself."""
        names = [name for name in (*self.LEAST, *self.MOST) if getattr(self, name) is not None]
        nothing = dict.fromkeys((*self.LEAST, *self.MOST))
        if len(names) == 1 or self.price is not None:
            return (self,)
        return tuple(self.model_copy(update={**nothing, name: getattr(self, name)}) for name in names)

    def explain(self) -> Text:
        """Say the bounds that are given."""
        en, ru = [], []
        for least, most, what_en, what_ru in (
            (self.min_pause_minutes, self.max_pause_minutes, "a pause of", "пауза"),
            (self.min_spell_minutes, self.max_spell_minutes, "spells of", "каждая часть"),
            (None, self.max_spread_minutes, "a spread from start to end of", "от начала до конца"),
        ):
            bounds = [
                (word_en, word_ru, duration(minutes))
                for word_en, word_ru, minutes in (
                    ("at least", "не менее", least),
                    ("at most", "не более", most),
                )
                if minutes is not None
            ]
            if bounds:
                en.append(f"{what_en} {' and '.join(f'{word} {text.en}' for word, _, text in bounds)}")
                ru.append(f"{what_ru} {' и '.join(f'{word} {text.ru}' for _, word, text in bounds)}")
        text = Text(
            en=f"A split shift has {', '.join(en)}.",
            ru=f"В разделённой смене {', '.join(ru)}.",
        )
        return self.or_else(text, "split shift outside that", "каждую разделённую смену не в этих пределах")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """S and T have two spells of 4 h around a pause of 4 h."""
        law: dict[str, object] = {"min_pause_minutes": "2h", "max_spell_minutes": "4h"}
        long: dict[str, object] = {"min_pause_minutes": "5h"}
        short: dict[str, object] = {"max_pause_minutes": "3h", "max_spread_minutes": "14h"}
        spells: dict[str, object] = {"min_spell_minutes": "4h30m"}
        early: dict[str, object] = {"max_spell_minutes": "3h"}
        spread: dict[str, object] = {"max_spread_minutes": "11h"}
        just: dict[str, object] = {
            "min_pause_minutes": "4h",
            "max_pause_minutes": "4h",
            "min_spell_minutes": "4h",
            "max_spell_minutes": "4h",
            "max_spread_minutes": "12h",
        }
        priced: dict[str, object] = {"max_spread_minutes": "10h", "min_pause_minutes": "5h", "price": "25"}
        return (
            Example(law, ("S.T",), True, "4 h, a pause of 4 h, 4 h"),
            Example(just, ("SDBN",), True, "just within every bound; other shifts are not asked"),
            Example(long, ("S",), False, "a pause of 4 h is too short"),
            Example(short, ("S",), False, "a pause of 4 h is too long"),
            Example(spells, ("S",), False, "spells of 4 h are too short"),
            Example(early, ("T",), False, "spells of 4 h are too long"),
            Example(spread, ("D.S",), False, "12 h from start to end; a shift that is not split may"),
            Example(spread, ("D",), True, "what was worked before is not judged", history=("S",)),
            Example(priced, ("SDT",), True, "two split shifts, each once", penalty_minor=5_000),
            Example(spread, ("..T",), False, "edge: the last night counts in full"),
        )


def _within(least: int | None, minutes: int, most: int | None) -> bool:
    return (least is None or least <= minutes) and (most is None or minutes <= most)


def _lower(minutes: int | None, step: int) -> int | None:
    return minutes - step if minutes is not None and minutes > step else None


def _higher(minutes: int | None, step: int) -> int | None:
    return minutes + step if minutes is not None and minutes + step < 24 * 60 else None
