"""Russia: what an employer without reduced rates pays on wages, year by year.

The unified rate is 30 % up to the year's base and 15.1 % above it (Tax Code art. 425, part 3); the
base is set by the Government for each year.  Accident insurance has no base: 0.2 % in the first class
of risk, where offices are, up to 8.5 % (179-FZ of 22.12.2005, art. 1; 125-FZ of 24.07.1998).  In a
period over New Year the later year's base counts throughout.
"""

import datetime as dt
from decimal import Decimal

from models.law_line import AskedTerm, LawLine
from planner.packs.line import Act

_NK_RF = Act("Tax Code of Russia art. {}", "ст. {} Налогового кодекса РФ")
#: Pay of a person in the year up to which the full rate is charged, in roubles.
YEARLY_BASE = {2024: 2_225_000, 2025: 2_759_000, 2026: 2_979_000}
_FULL_RATE, _RATE_ABOVE = "0.30", "0.151"


def contributions(accident_rate: Decimal) -> tuple[LawLine, ...]:
    """One line for each year whose base is known."""
    return tuple(_line(year, base, accident_rate) for year, base in YEARLY_BASE.items())


def _line(year: int, base: int, accident_rate: Decimal) -> LawLine:
    percent = f"{(accident_rate * 100).normalize():f}"
    roubles = f"{base:,}"
    on_costs = (
        {"name": "contributions", "share": _FULL_RATE, "yearly_cap": base, "share_above_cap": _RATE_ABOVE},
        {"name": "accident insurance", "share": accident_rate},
    )
    return _NK_RF(
        f"contributions_{year}",
        "425",
        f"In {year} the employer pays 30 % of pay up to {roubles} roubles a person, 15.1 % above, and {percent} % for accidents.",
        f"В {year} году работодатель платит 30 % с выплат до {roubles.replace(',', ' ')} рублей на человека, 15,1 % сверх них и {percent.replace('.', ',')} % на травматизм.",
        certainty="to_check",
        valid_from=dt.date(year, 1, 1),
        valid_to=None if year == max(YEARLY_BASE) else dt.date(year, 12, 31),
        terms=(AskedTerm(field="pay.on_costs", value=on_costs, side="unless_written"),),
    )
