"""Hand-labelled examples that stand beside each rule."""

import datetime as dt
from dataclasses import dataclass

from models.horizon import Horizon
from models.member import Member
from models.shift import Shift
from models.tour import RosterAgent, Tour

#: The alphabet of examples: start clock minute, length and paid minutes, night or not.
#: ``.`` is a day off.  Shifts last from D 08:00-20:00, E 14:00-22:00, M 06:00-14:00,
#: N 20:00-08:00 and B 09:00-18:00; only B has a break.  Split shifts are S 08:00-12:00 and
#: 16:00-20:00, and T 18:00-22:00 and 02:00-06:00.
EXAMPLE_SHIFTS: dict[str, tuple[int, int, bool]] = {
    "D": (8 * 60, 12 * 60, False),
    "E": (14 * 60, 8 * 60, False),
    "M": (6 * 60, 8 * 60, False),
    "N": (20 * 60, 12 * 60, True),
    "B": (9 * 60, 9 * 60, False),
    "S": (8 * 60, 12 * 60, False),
    "T": (18 * 60, 12 * 60, True),
}
#: Unpaid breaks: minutes after the start, and length.
EXAMPLE_BREAKS: dict[str, tuple[int, int]] = {"B": (4 * 60, 60), "S": (4 * 60, 4 * 60), "T": (4 * 60, 4 * 60)}
#: Letters whose break is the pause of a split shift.
EXAMPLE_SPLITS = frozenset("ST")


@dataclass(frozen=True)
class Example:
    """One or more tours written in letters, and what the rule should say of them.

    Parameters
    ----------
    rule
        The rule's fields without ``kind``, as a scenario would write them.
    tours
        One text per agent, one letter per day, e.g. ``"DD.NN.."``; the agents are called
        ``a``, ``b``, … in that order.
    legal
        Whether the rule is kept (hard findings only).
    why
        What the example shows.
    history
        Days just before the period, one text per agent, the last letter is the day before.
    skills, grades
        Skills and grade of each agent, for rules that ask.
    team
        Who they are, for rules that ask; people on 40 hours a week where left out.
    holidays
        Public holidays.
    penalty_minor
        Sum of soft prices.
    first_date
        Day 0; 2026-01-05 is a Monday.
    """

    rule: dict[str, object]
    tours: tuple[str, ...]
    legal: bool
    why: str
    history: tuple[str, ...] = ()
    skills: tuple[tuple[str, ...], ...] = ()
    penalty_minor: int = 0
    first_date: dt.date = dt.date(2026, 1, 5)
    grades: tuple[str, ...] = ()
    team: tuple[Member, ...] = ()
    holidays: tuple[dt.date, ...] = ()


def example_shift(letter: str, day: int, horizon: Horizon) -> Shift | None:
    """Return the shift a letter stands for on a day; ``None`` for a day off."""
    if letter == ".":
        return None
    clock, length, is_night = EXAMPLE_SHIFTS[letter]
    start, end = horizon.minute_at(day, clock), horizon.minute_at(day, clock + length)
    after, pause = EXAMPLE_BREAKS.get(letter, (0, 0))
    begins = start + after if pause else 0
    return Shift(
        day,
        start,
        end,
        letter,
        end - start - pause,
        begins,
        begins + pause,
        is_night=is_night,
        is_split=letter in EXAMPLE_SPLITS,
    )


def example_tours(example: Example, horizon: Horizon) -> tuple[Tour, ...]:
    """Spell an example's letters out as tours of agents ``a``, ``b`` and so on."""
    tours = []
    for number, letters in enumerate(example.tours):
        past = example.history[number] if example.history else ""
        worked = (example_shift(c, i - len(past), horizon) for i, c in enumerate(past))
        name = chr(ord("a") + number)
        agent = RosterAgent(
            agent=name,
            name=name,
            contract="standard",
            skills=frozenset(example.skills[number]) if example.skills else frozenset(),
            history=tuple(shift for shift in worked if shift is not None),
            grade=example.grades[number] if example.grades else None,
        )
        tours.append(Tour(agent, tuple(example_shift(c, i, horizon) for i, c in enumerate(letters))))
    return tuple(tours)


def example_team(example: Example) -> tuple[Member, ...]:
    """The people of an example, as rules about several see them."""
    return example.team or tuple(
        Member(
            chr(ord("a") + number),
            "standard",
            40 * 60,
            frozenset(example.skills[number]) if example.skills else frozenset(),
            example.grades[number] if example.grades else None,
        )
        for number in range(len(example.tours))
    )
