"""Hours of the week in which somebody can work."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from models.clock import WEEKDAYS, ClockSpan, Weekday
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import date_text

_WHOLE_DAY = ClockSpan(start=0, end=1440)
#: Weekdays without hours are named where they are so many at most; else those with hours say enough.
_FEW = 3


@RULES.register
class Availability(TourRule):
    """Shifts lie within the hours somebody is available; of a split shift, both its spells.

    A span belongs to the weekday it begins on and may cross midnight.  Spans that touch
    or overlap are one stretch, also across midnight: who is available all day on Monday
    and on Tuesday may work Monday's night.  A weekday left out has no hours.  Shifts
    before the period are not judged; the week goes on beyond its end.

    Parameters
    ----------
    spans
        Spans of the clock per weekday.
    """

    kind: Literal["availability"] = "availability"
    spans: dict[Weekday, tuple[ClockSpan, ...]]

    def __hash__(self) -> int:
        # pydantic hashes all fields of a frozen model, and a dict has no hash
        return hash((self.kind, tuple(sorted((day, str(spans)) for day, spans in self.spans.items()))))

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Follow the shift from span to span until its end."""
        if shift is None:
            return state, 0
        horizon = frame.horizon
        stretches = [
            (horizon.minute_at(near, span.start), horizon.minute_at(near, span.end_unwrapped))
            for near in (day - 1, day, day + 1)
            for span in self.spans.get(WEEKDAYS[horizon.weekday(near)], ())
        ]
        for begins, ends in shift.spells:
            reached = begins
            while reached < ends:
                further = max((end for begin, end in stretches if begin <= reached), default=reached)
                if further <= reached:
                    return None
                reached = further
        return state, 0

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Cross the available hours off each shift and see what is left."""
        findings = []
        for shift in tour.worked:
            left = [(shift.start_minute, shift.end_minute)]
            if shift.is_split:
                left = [
                    (shift.start_minute, shift.break_start_minute),
                    (shift.break_end_minute, shift.end_minute),
                ]
            date = frame.horizon.date_of(shift.day)
            for away in (-1, 0, 1):
                near = date + dt.timedelta(days=away)
                for span in self.spans.get(WEEKDAYS[near.weekday()], ()):
                    number = frame.horizon.day_of(near)
                    begin = frame.horizon.minute_at(number, span.start)
                    end = frame.horizon.minute_at(number, span.end_unwrapped)
                    pieces = [piece for a, b in left for piece in ((a, min(b, begin)), (max(a, end), b))]
                    left = [(a, b) for a, b in pieces if a < b]
            if not left:
                continue
            when, clock = date_text(date), f"{frame.horizon.local(min(left)[0]):%H:%M}"
            text = Text(
                en=f"the shift of {when.en} lies outside the available hours from {clock} on",
                ru=f"смена {when.ru} выходит за часы доступности, начиная с {clock}",
            )
            findings.append(Violation(rule=self.kind, agent=tour.agent.agent, date=date, text=text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One weekday after another opened from midnight to midnight."""
        bound = self._bound_weekdays()
        for number in range(1, len(bound)):
            yield self._opened(bound[:number])

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """Each weekday by itself, the others open."""
        bound = self._bound_weekdays()
        others = (tuple(day for day in bound if day != kept) for kept in bound)
        return tuple(self._opened(days) for days in others) or (self,)

    def asked_dates(self, frame: Frame) -> tuple[dt.date, ...]:
        """Dates on which some hours are not available."""
        days, bound = frame.horizon.days, self._bound_weekdays()
        dates = (frame.horizon.date_of(day) for day in range(days))
        return tuple(date for date in dates if WEEKDAYS[date.weekday()] in bound)

    def _bound_weekdays(self) -> tuple[Weekday, ...]:
        """Weekdays not given from midnight to midnight in one span."""
        return tuple(day for day in WEEKDAYS if _WHOLE_DAY not in self.spans.get(day, ()))

    def _opened(self, weekdays: tuple[Weekday, ...]) -> TourRule:
        """The same with whole weekdays; a span into the next day keeps what it gives there."""
        across = {
            day: tuple(s for s in self.spans.get(day, ()) if s.end_unwrapped > 1440) for day in weekdays
        }
        opened = {day: (_WHOLE_DAY, *across[day]) for day in weekdays}
        return self.model_copy(update={"spans": {**self.spans, **opened}})

    def explain(self) -> Text:
        """List the hours of the weekdays, those with the same hours together, and the few without any."""
        names = dict(zip(WEEKDAYS, ("пн", "вт", "ср", "чт", "пт", "сб", "вс"), strict=True))
        alike: dict[str, list[Weekday]] = {}
        for day in WEEKDAYS:
            alike.setdefault(", ".join(str(span) for span in self.spans.get(day, ())), []).append(day)
        without = alike.pop("", [])
        en = "; ".join(f"{', '.join(days)} {spans}" for spans, days in alike.items()) or "never"
        ru = "; ".join(f"{', '.join(names[day] for day in days)} {spans}" for spans, days in alike.items())
        ru = ru or "никогда"
        if 0 < len(without) <= _FEW:
            en += f"; no hours on {', '.join(without)}"
            ru += f"; нет часов: {', '.join(names[day] for day in without)}"
        return Text(en=f"Available: {en}.", ru=f"Доступность: {ru}.")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Office hours, whole days, and a span across midnight."""
        office: dict[str, object] = {"spans": {"mon": ["08:00-20:00"], "tue": ["06:00-15:00", "15:00-22:00"]}}
        whole: dict[str, object] = {"spans": {day: ["00:00-24:00"] for day in ("mon", "tue", "thu")}}
        night: dict[str, object] = {"spans": {"mon": ["20:00-08:00"], "sun": ["20:00-08:00"]}}
        return (
            Example(office, ("DE",), True, "inside one span; inside two that touch"),
            Example(office, ("E.",), False, "two hours too long"),
            Example(office, ("..D",), False, "a weekday left out has no hours"),
            Example(whole, ("N",), True, "Monday and Tuesday are available throughout"),
            Example(whole, (".N",), False, "Tuesday's night runs into Wednesday"),
            Example(night, ("N",), True, "a span across midnight"),
            Example(night, ("D",), False, "Sunday's span ends at 08:00", history=("N",)),
            Example(night, ("......N",), True, "edge: the span goes on beyond the period"),
        )
