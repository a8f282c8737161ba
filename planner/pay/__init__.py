"""Pay, to the minute: what a shift, a week and a person cost, and why.

Sources for the Russian defaults: TK RF art. 96 (night), 152 (overtime), 153 (days off and
holidays), 154 with Government Decree 554 of 22.07.2008 (night premium).
"""

from planner.pay.price import price
from planner.pay.tariff import ClockTariff, make_tariff

__all__ = ["ClockTariff", "make_tariff", "price"]
