"""What work costs, as the roster stage needs to know it."""

from collections.abc import Hashable
from typing import Protocol

from models.rule import Frame, State, Step
from models.scenario import Scenario
from models.shift import Shift
from models.tour import RosterAgent


class TourCost(Protocol):
    """Pay that depends on more than one shift, as an automaton over days with prices."""

    @property
    def key(self) -> Hashable:
        """What ``step`` and ``finish`` do; costs with equal keys may differ in their start."""

    def sees_of_break(self, shift: Shift) -> Hashable:
        """What the price of a day asks of where the break lies: shifts equal otherwise and in this cost the same.

        ``None`` where it asks nothing.
        """

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """State before day 0."""

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """State and added cost (minor units) of a day."""

    def finish(self, frame: Frame, state: State) -> int | None:
        """Added cost of ending there."""


class Tariff(Protocol):
    """Prices of work under a scenario, in minor units."""

    def trade_key(self, person: RosterAgent) -> Hashable:
        """Equal for people whose shifts cost the same."""

    def shift_cost_minor(self, person: RosterAgent, shift: Shift) -> int:
        """Cost of one shift by itself: base pay, clock premiums, on-costs on them."""

    def head_cost_minor(self, person: RosterAgent) -> int:
        """Cost of having one person for the period: salary, per-head costs, hiring."""

    def tour_costs(self, person: RosterAgent) -> tuple[TourCost, ...]:
        """Costs that depend on several shifts: overtime over a week or a period, capped on-costs."""

    def role_costs_minor(self, fewest: int, most: int) -> tuple[int, ...]:
        """Cost of the roles a roster needs, for each number of people from ``fewest`` to ``most``."""

    def under(self, scenario: Scenario) -> "Tariff":
        """Prices of a scenario that differs in people, contracts or rules, on the same days."""
