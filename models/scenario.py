"""The scenario: everything a plan is made from."""

from typing import TYPE_CHECKING

from pydantic import Field

from models.agent import Agent, Vacancy
from models.base import Noun
from models.calendar import HolidayCalendar
from models.channel import Channel
from models.contract import Contract
from models.desk import Desk, Period
from models.fairness_ledger import FairnessLedger
from models.horizon import Horizon
from models.law_pack import LawPack
from models.opening import Opening
from models.pay_terms import NightTerms, PayTerms, Prices
from models.plain_name import PlainName
from models.published import PublishedRoster
from models.rule import Rule
from models.shift_pattern import ShiftPattern
from models.staffing_terms import StaffingTerms

if TYPE_CHECKING:
    AnyChannel = Channel
    AnyPack = LawPack
    AnyRule = Rule


class Scenario(Noun):
    """One desk, one period, and all that is known of them.

    ``channels``, ``law_packs`` and ``rules`` are dispatched on ``kind`` to the units the registries hold;
    :func:`planner.scenario.schema.scenario_model` completes the model once they are filled.
    """

    name: PlainName
    description: str = ""
    desk: Desk
    period: Period
    opening: Opening
    channels: tuple["AnyChannel", ...] = Field(min_length=1)
    staffing: StaffingTerms = StaffingTerms()
    shift_patterns: tuple[ShiftPattern, ...] = Field(min_length=1)
    contracts: tuple[Contract, ...] = Field(min_length=1)
    agents: tuple[Agent, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    law_packs: tuple["AnyPack", ...] = ()
    rules: tuple["AnyRule", ...] = ()
    night: NightTerms = NightTerms()
    pay: PayTerms = PayTerms()
    prices: Prices = Prices()
    holidays: HolidayCalendar = HolidayCalendar()
    fairness_ledger: FairnessLedger = FairnessLedger()
    published: PublishedRoster = PublishedRoster()

    @property
    def horizon(self) -> Horizon:
        """The axis of minutes of this scenario."""
        return Horizon(
            zone=self.desk.zone,
            first_date=self.period.first_date,
            days=self.period.days,
            interval_minutes=self.desk.interval_minutes,
        )

    def contract(self, name: str) -> Contract:
        """The contract of that name; names are checked when a scenario is read."""
        return next(contract for contract in self.contracts if contract.name == name)
