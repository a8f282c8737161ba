"""The bands of a contract, in stacking order."""

from models.contract import Contract
from models.pay_band import PayBand
from models.pay_terms import HOLIDAY_BAND, NIGHT_BAND, NightTerms, PayTerms

#: Places of the two bands every contract has, be their premiums 0.
NIGHT, HOLIDAY = 0, 1


def bands_of(terms: PayTerms, night: NightTerms, contract: Contract) -> tuple[PayBand, ...]:
    """The night, public holidays, and every further band paid under a contract.

    Notes
    -----
    Night: TK RF art. 154 and Decree 554 of 22.07.2008, at least 20 % of the rate.  Holiday:
    TK RF art. 153, hours actually worked from midnight to midnight are paid double.
    """
    return (
        PayBand(name=NIGHT_BAND, clock=night.band, share=terms.night_premium, column="night"),
        PayBand(name=HOLIDAY_BAND, days=("holiday",), share=terms.holiday_premium, column="holiday"),
        *(band for band in terms.bands if not band.contracts or contract.name in band.contracts),
    )
