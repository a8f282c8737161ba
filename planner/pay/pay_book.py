"""Everything pay depends on, worked out once for a scenario."""

from dataclasses import dataclass

from models.calendar import WorkCalendar
from models.horizon import Horizon
from models.money import to_minor
from models.scenario import Scenario
from planner.pay.contract_pay import ContractPay, contract_pay


@dataclass(frozen=True)
class PayBook:
    """The scenario, its days, and the rates of each contract by its name."""

    scenario: Scenario
    calendar: WorkCalendar
    horizon: Horizon
    pays: dict[str, ContractPay]

    def per_head_minor(self, contract: str, vacancy: str | None) -> int:
        """Cost of a person beside pay: the contract's, and for a hire the vacancy's as well."""
        currency = self.scenario.desk.currency
        hiring = (v.cost_per_head for v in self.scenario.vacancies if v.name == vacancy)
        heads = (self.pays[contract].contract.cost_per_head, *hiring)
        return sum(to_minor(cost, currency) for cost in heads)


def pay_book(scenario: Scenario, calendar: WorkCalendar) -> PayBook:
    """Work out the rates of every contract of a scenario.

    Raises
    ------
    BadInputError
        If a salary cannot be turned into an hourly rate.
    """
    currency, horizon = scenario.desk.currency, scenario.horizon
    pays = {c.name: contract_pay(c, currency, horizon, calendar) for c in scenario.contracts}
    return PayBook(scenario, calendar, horizon, pays)
