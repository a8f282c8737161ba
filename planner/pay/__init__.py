"""Pay, to the minute: what a shift, a week, a month and a person cost, line by line, and why.

=======================  ==================================================================
``contract_pay``         the hourly rate of each month
``employment``           days employed, paid and expected; the salary's and the norm's part
``bands_of``             the bands of a contract, in stacking order
``paid_time``            the minutes of a shift, and the bands each lies in
``premiums``             what the bands of a minute add
``shift_pay``            lines of one shift: base and bands
``split_pay``            what a split shift is paid more
``overtime``             overtime for the search: an automaton over days
``overtime_of_tour``     the same as a payroll clerk reads it
``week_norm``            how much of a week is no overtime
``regular_rate``         what overtime is a share of by the week in the United States
``on_costs``             what the employer pays on every line
``capped_on_costs``      those whose yearly cap the period reaches, for the search
``vacation_pay``         vacation by the average pay of a day
``person_pay``           salary, costs per head, the balance of an accounting period
``overhead``             roles a larger desk needs
``pay_book``             all of it worked out once for a scenario
``ramp_up``              what part of a newcomer's pay is the price of learning
``tour_pay``, ``price``  every line of a person, of a roster
``tariff``               the prices the search uses
``agreement``            that both come to the same
``rounding``, ``hourly`` whole minor units; a rate as people read it
=======================  ==================================================================

Sources for the Russian defaults: TK RF art. 96 (night), 152 (overtime), 153 (days off and
holidays), 154 with Government Decree 554 of 22.07.2008 (night premium).
"""

from planner.pay.price import price
from planner.pay.tariff import ClockTariff, make_tariff

__all__ = ["ClockTariff", "make_tariff", "price"]
