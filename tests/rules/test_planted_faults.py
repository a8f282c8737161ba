"""The agreement test finds the four faults this field knows best."""

import datetime as dt

import pytest

from models.horizon import Horizon
from models.rule import Frame, State, Step, TourRule
from models.shift import Shift
from planner.rules.forbidden_succession import ForbiddenSuccession
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.min_rest import MinRest
from planner.rules.weekends_off import WeekendsOff
from tests.rules.agreement import disagreements, letter_history, letter_options

HORIZON = Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 1, 8), days=5, interval_minutes=60)
FRAME = Frame(HORIZON)


class TooStrict(ForbiddenSuccession):
    """Forces a day off where only some successors are forbidden."""

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        return None if state == (True,) and shift is not None else super().step(frame, state, day, shift)


class TooLoose(MaxConsecutiveDays):
    """Lets the run grow by one day too many."""

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        longer = self.model_copy(update={"days": self.days + 1})
        return MaxConsecutiveDays.step(longer, frame, state, day, shift)


class BlindInTheLastWindow(WeekendsOff):
    """Stops counting on the last two days, as a loop over whole windows would."""

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        seen = shift if day < frame.horizon.days - 2 else None
        return super().step(frame, state, day, seen)


class BlindToHistory(MinRest):
    """Begins afresh on day 0."""

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        return super().start(frame, ())


FAULTY = [
    (TooStrict(first=("N",), then=("D",)), "NN", False),
    (TooLoose(days=3), "DDDD", True),
    (BlindInTheLastWindow(max_worked=0), "..D", True),
    (BlindToHistory(minutes=12 * 60), "D", True),
]


@pytest.mark.parametrize(("rule", "shown_by", "accepted"), FAULTY, ids=lambda part: type(part).__name__)
def test_a_faulty_automaton_disagrees_with_the_check(rule: TourRule, shown_by: str, accepted: bool) -> None:
    found = disagreements(rule, FRAME, letter_options(HORIZON), letter_history(HORIZON, "N"), at_most=10_000)
    assert any(shown_by in one.tour for one in found)
    assert {one.automaton is not None for one in found} == {accepted}
    assert {one.check is not None for one in found} == {not accepted}


@pytest.mark.parametrize(("faulty", "shown_by", "accepted"), FAULTY, ids=lambda part: type(part).__name__)
def test_the_sound_rule_behind_it_agrees(faulty: TourRule, shown_by: str, accepted: bool) -> None:
    sound = type(faulty).__mro__[1]
    assert issubclass(sound, TourRule)
    rule = sound.model_validate(faulty.model_dump())
    assert disagreements(rule, FRAME, letter_options(HORIZON), letter_history(HORIZON, "N")) == []


def test_a_wrong_price_is_a_disagreement() -> None:
    class Overpriced(MinRest):
        def finish(self, frame: Frame, state: State) -> int | None:
            return 1

    found = disagreements(Overpriced(minutes=60), FRAME, letter_options(HORIZON, "."))
    assert [(one.tour, one.automaton, one.check) for one in found] == [(".....", 1, 0)]
