"""Conditions partly given up: what is left of each, and how that reads."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.rule import Frame, TourRule
from models.text import Text
from planner.roster.reasons.condition import Condition, Part


@dataclass(frozen=True)
class Left:
    """What is left of one condition.

    Parameters
    ----------
    parts
        In the order of the condition's parts, ``None`` for one given up.
    step
        A looser form of the whole rule, whose parts these are then.
    """

    parts: tuple[Part | None, ...]
    step: TourRule | None = None

    @property
    def kept(self) -> tuple[Part, ...]:
        """The parts not given up."""
        return tuple(part for part in self.parts if part is not None)

    @property
    def places(self) -> tuple[int, ...]:
        """Where the parts not given up stand."""
        return tuple(place for place, part in enumerate(self.parts) if part is not None)

    def with_part(self, place: int, part: Part | None) -> "Left":
        """Another part at one place, or none."""
        return replace(self, parts=(*self.parts[:place], part, *self.parts[place + 1 :]))


#: One per condition.
Eased = tuple[Left, ...]


def whole(conditions: tuple[Condition, ...]) -> Eased:
    """Nothing given up."""
    return tuple(Left(condition.parts) for condition in conditions)


def changed(eased: Eased, conditions: tuple[Condition, ...]) -> tuple[int, ...]:
    """Numbers of the conditions that are not as they were."""
    pairs = zip(eased, conditions, strict=True)
    return tuple(number for number, (left, one) in enumerate(pairs) if left != Left(one.parts))


def left_of(conditions: tuple[Condition, ...], eased: Eased) -> tuple[Condition, ...]:
    """The conditions with what is left of them; their numbers stay."""
    return tuple(replace(one, parts=left.kept) for one, left in zip(conditions, eased, strict=True))


def steps_of(condition: Condition, left: Left, frame: Frame) -> Iterator[Left]:
    """Looser forms of the whole rule, where none of its parts was eased by itself; at last nothing."""
    if left.step is None and left != Left(condition.parts):
        return
    rule = left.step or condition.rule
    if rule is not None:
        for step in rule.loosened(frame):
            yield Left(step.parts(frame), step)
    yield Left((None,) * len(condition.parts))


def steps_of_part(condition: Condition, left: Left, place: int, frame: Frame) -> Iterator[Left]:
    """Looser forms of one part, where no other part was eased; at last the rule without it."""
    others = left.with_part(place, condition.parts[place]) if left.step is None else left
    if others != Left(condition.parts):
        return
    part = left.parts[place]
    if isinstance(part, TourRule):
        for step in part.loosened(frame):
            yield left.with_part(place, step)
    yield left.with_part(place, None)


def change_texts(condition: Condition, left: Left) -> list[Text]:
    """Say what comes in place of what was given up."""
    if left.step is not None or (not left.kept and condition.rule is not None):
        return [_instead(condition.text, left.step)]
    return [
        _instead(before.explain() if isinstance(before, TourRule) else condition.text, after)
        for before, after in zip(condition.parts, left.parts, strict=True)
        if before != after
    ]


def _instead(old: Text, new: Part | None) -> Text:
    old_en, old_ru = old.en.rstrip("."), old.ru.rstrip(".")
    if not isinstance(new, TourRule):
        return Text(en=f"without “{old_en}”", ru=f"без «{old_ru}»")
    told = new.explain()
    return Text(
        en=f"“{told.en.rstrip('.')}” instead of “{old_en}”",
        ru=f"«{told.ru.rstrip('.')}» вместо «{old_ru}»",
    )
