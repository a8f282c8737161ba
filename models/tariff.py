"""What work costs, as the roster stage needs to know it."""

from typing import Protocol

from models.rule import Frame, State, Step
from models.scenario import Scenario
from models.shift import Shift


class TourCost(Protocol):
    """Pay that depends on more than one shift, as an automaton over days with prices."""

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """State before day 0."""

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """State and added cost (minor units) of a day."""

    def finish(self, frame: Frame, state: State) -> int | None:
        """Added cost of ending there."""


class Tariff(Protocol):
    """Prices of work under a scenario, in minor units."""

    def shift_cost_minor(self, contract: str, shift: Shift) -> int:
        """Cost of one shift by itself: base pay and clock premiums."""

    def head_cost_minor(self, contract: str, vacancy: str | None) -> int:
        """Cost of having one person for the period: salary, per-head costs, hiring."""

    def tour_costs(self, contract: str) -> tuple[TourCost, ...]:
        """Costs that depend on several shifts: overtime over the week."""

    def under(self, scenario: Scenario) -> "Tariff":
        """Prices of a scenario that differs in people, contracts or rules, on the same days."""
