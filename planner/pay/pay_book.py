"""Everything pay depends on, worked out once for a scenario."""

from dataclasses import dataclass, field
from fractions import Fraction

from models.calendar import WorkCalendar
from models.horizon import Horizon
from models.money import minor_per_unit
from models.overtime_terms import ACCOUNTING_ORDER, OvertimeTerms, OvertimeTier
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from models.scenario import Scenario
from models.shift import Shift
from models.tour import RosterAgent
from planner.pay.bands_of import bands_of
from planner.pay.contract_pay import ContractPay, contract_pay
from planner.pay.employment import Employment, employment_of
from planner.pay.paid_time import Marks, PaidTime, paid_time
from planner.pay.premiums import premiums

_Bands = tuple[PayBand, ...]


@dataclass(frozen=True)
class PayBook:
    """The scenario, its days, and per contract by name: rates, bands, overtime.

    What is asked for again and again is remembered: the same shift for each contract, the
    same bands at the same rate.
    """

    scenario: Scenario
    calendar: WorkCalendar
    horizon: Horizon
    pays: dict[str, ContractPay]
    bands: dict[str, _Bands]
    overtime: dict[str, tuple[OvertimeTerms, ...]]
    _times: dict[tuple[tuple[str, ...], Shift], PaidTime] = field(default_factory=dict)
    _premiums: dict[tuple[str, Marks, Fraction], dict[int, Fraction]] = field(default_factory=dict)

    @property
    def terms(self) -> PayTerms:
        """What the scenario says on pay."""
        return self.scenario.pay

    @property
    def scale(self) -> int:
        """Minor units in a unit of money."""
        return minor_per_unit(self.scenario.desk.currency)

    def time_of(self, contract: str, shift: Shift) -> PaidTime:
        """Paid minutes of a shift, marked with the contract's bands."""
        bands = self.bands[contract]
        key = (tuple(band.name for band in bands), shift)
        if key not in self._times:
            self._times[key] = paid_time(shift, self.horizon, self.calendar, bands)
        return self._times[key]

    def premiums_of(self, contract: str, marks: Marks, rate: Fraction) -> dict[int, Fraction]:
        """What each band adds to a minute so marked."""
        key = (contract, marks, rate)
        if key not in self._premiums:
            self._premiums[key] = premiums(self.bands[contract], marks, rate, self.scale)
        return self._premiums[key]

    def employment(self, person: RosterAgent) -> Employment:
        """On which days somebody is employed and away."""
        if person.vacancy is not None:
            return employment_of(next((v for v in self.scenario.vacancies if v.name == person.vacancy), None))
        named = next((one for one in self.scenario.agents if one.id == person.agent), None)
        return employment_of(named, self.terms.sick_paid_days)


def pay_book(scenario: Scenario, calendar: WorkCalendar) -> PayBook:
    """Work out rates, bands and overtime of every contract of a scenario.

    Raises
    ------
    BadInputError
        If a salary cannot be turned into an hourly rate.
    """
    currency, horizon, contracts = scenario.desk.currency, scenario.horizon, scenario.contracts
    return PayBook(
        scenario,
        calendar,
        horizon,
        {one.name: contract_pay(one, currency, horizon, calendar) for one in contracts},
        {one.name: bands_of(scenario.pay, scenario.night, one) for one in contracts},
        {one.name: overtime_of(scenario.pay, one.name) for one in contracts},
    )


def overtime_of(terms: PayTerms, contract: str) -> tuple[OvertimeTerms, ...]:
    """Overtime of a contract, in the order it is asked; the short form where no other is written.

    Notes
    -----
    The short form is TK RF art. 152: at least 1.5 times for the first two hours, then at least
    double, counted by the week.
    """
    if not terms.overtime:
        later = OvertimeTier(premium=terms.overtime_later_premium)
        first = OvertimeTier(minutes=terms.overtime_first_minutes or None, premium=terms.overtime_premium)
        return (OvertimeTerms(per="week", tiers=(first, later) if first.minutes else (later,)),)
    own = [one for one in terms.overtime if not one.contracts or contract in one.contracts]
    return tuple(sorted(own, key=lambda one: ACCOUNTING_ORDER.index(one.per)))
