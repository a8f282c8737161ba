"""A plan put into the engine's terms again: everybody's tour as duties, and who is missing when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from models.errors import SmenaError
from models.requirement import Requirement
from models.rule import Frame
from models.scenario import Scenario
from models.shift import Shift
from models.text import Text
from models.tour import Roster, Tour
from planner.again import asked_again
from planner.plan_file import ReadPlan
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.people import Crew, make_crews
from planner.roster.translate import Translation, translate
from planner.solver.answer import DutyTour
from planner.solver.convex import ConvexPrice
from planner.solver.evaluate import Ledger
from planner.solver.problem import Row, TourProblem
from planner.solver.sides import settle_sides

_NOBODY = Text(
    en="{agent} is on the roster, but the scenario knows nobody of that name",
    ru="{agent} есть в графике, но в сценарии такого сотрудника нет",
)

#: Rows of which one unit below the target is one person missing.
_PEOPLE = ("live", "coverage", "hard coverage")


@dataclass(frozen=True)
class Missing:
    """People missing in one interval: what asks for them, how many, and what one of them costs."""

    name: str
    interval: int
    number: int
    price_minor: int


@dataclass(frozen=True)
class PlannedDesk:
    """A plan beside its problem.

    Parameters
    ----------
    scenario, roster
        As read.
    frame, asked
        What the roster stage was asked.
    translation
        One profile per person on the roster, in its order.
    tours
        Everybody's tour as duties.
    sides
        Best side columns for them.
    """

    scenario: Scenario
    roster: Roster
    frame: Frame
    asked: Requirement
    translation: Translation
    tours: tuple[DutyTour, ...]
    sides: tuple[int, ...]

    @cached_property
    def ledger(self) -> Ledger:
        """Sums over the problem."""
        return Ledger(self.translation.problem)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """Everybody missed, in the order of the intervals."""
        problem = self.translation.problem
        levels = self.ledger.levels([(tour,) for tour in self.tours], self.sides).tolist()
        found = [
            _missing(row, row.price.breaks[0] - level, self.translation.units_of(kind))
            for row, kind, level in zip(problem.rows, self.translation.row_kinds, levels, strict=True)
            if kind in _PEOPLE and row.price.slopes[0] < 0 and level < row.price.breaks[0]
        ]
        return tuple(sorted(found, key=lambda one: (one.interval, one.name)))

    def settled_sides(self, tours: Sequence[Sequence[DutyTour]]) -> tuple[int, ...]:
        """Best side columns for other tours."""
        return settle_sides(self.ledger, tours, 1).values

    @cached_property
    def _numbers(self) -> dict[Shift, int]:
        return {shift: number for number, shift in enumerate(self.translation.shifts)}

    def number(self, shift: Shift) -> int:
        """Number of a shift among the duties, told by its break too."""
        return self._numbers[shift]

    def place(self, agent: str) -> int:
        """Number of a person on the roster."""
        return next(n for n, tour in enumerate(self.roster.tours) if tour.agent.agent == agent)

    def crew(self, place: int) -> Crew:
        """What binds a person."""
        return self.translation.crews[place]

    def alone(self, place: int) -> TourProblem:
        """The problem of one person while everybody else stays: rows ask for what others leave."""
        problem = self.translation.problem
        others = [() if number == place else (tour,) for number, tour in enumerate(self.tours)]
        levels = self.ledger.levels(others, (0,) * len(problem.side_columns)).tolist()
        profile = problem.profiles[place]
        return replace(
            problem,
            trades=(problem.trades[profile.trade],),
            profiles=(replace(profile, trade=0),),
            rows=tuple(
                replace(row, price=_moved(row.price, level))
                for row, level in zip(problem.rows, levels, strict=True)
            ),
        )


def planned_desk(plan: ReadPlan) -> PlannedDesk:
    """Put a plan into the engine's terms.

    Raises
    ------
    SmenaError
        When somebody on the roster is nobody the scenario knows.
    """
    scenario, roster = plan.scenario, plan.roster
    frame, asked, tariff = asked_again(scenario, plan.demands, plan.added_cover)
    crews = make_crews(scenario, frame, tariff)
    own = tuple(_crew_of(crews, tour) for tour in roster.tours)
    worked = {shift for tour in roster.tours for shift in tour.worked}
    shifts = tuple(sorted({*candidate_shifts(scenario, frame.open_intervals), *worked}))
    translation = translate(scenario, frame, shifts, asked, tariff, own)
    numbers = {shift: number for number, shift in enumerate(shifts)}
    tours = tuple(
        tuple(None if shift is None else numbers[shift] for shift in tour.shifts) for tour in roster.tours
    )
    settled = settle_sides(Ledger(translation.problem), [(tour,) for tour in tours], 1)
    return PlannedDesk(scenario, roster, frame, asked, translation, tours, settled.values)


def _crew_of(crews: tuple[Crew, ...], tour: Tour) -> Crew:
    """The crew of one person, by itself."""
    who = tour.agent
    for crew in crews:
        if who.vacancy is None and any(one.agent == who.agent for one in crew.agents):
            return replace(crew, agents=(who,), vacancy=None)
        if who.vacancy is not None and crew.vacancy is not None and crew.vacancy.name == who.vacancy:
            return replace(crew, agents=(who,), vacancy=None)
    raise SmenaError(_NOBODY.format(agent=who.agent))


def _asker(row: Row) -> tuple[str, int]:
    """What asks, and in which interval: rows are named after both."""
    name, _, interval = row.name.rpartition(" ")
    return name, int(interval)


def _missing(row: Row, units: int, whole: int) -> Missing:
    """People of so many units each; part of one who is missing is somebody."""
    return Missing(*_asker(row), -(-units // whole), -row.price.slopes[0] * whole)


def _moved(price: ConvexPrice, amount: int) -> ConvexPrice:
    return replace(price, breaks=tuple(edge - amount for edge in price.breaks)) if amount else price
