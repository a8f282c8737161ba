"""What the bands of a minute add to its pay."""

from fractions import Fraction

from models.pay_band import PayBand
from planner.pay.paid_time import Marks


def premiums(bands: tuple[PayBand, ...], marks: Marks, rate: Fraction, scale: int) -> dict[int, Fraction]:
    """Minor units per minute that each band adds, in stacking order.

    Parameters
    ----------
    bands, marks
        Bands of the contract, and the numbers of those the minute lies in.
    rate
        Minor units of one minute of base pay.
    scale
        Minor units of a unit of money.

    Returns
    -------
    dict
        By number of the band; bands of a group that another of it outbids are left out.
    """
    added: dict[int, Fraction] = {}
    for number in marks:
        rivals = [n for n in marks if bands[n].group is not None and bands[n].group == bands[number].group]
        if not rivals:
            added[number] = _premium(bands[number], rate, sum(added.values(), rate), scale)
        elif number == rivals[0]:
            pay = sum(added.values(), rate)
            dearest = max(rivals, key=lambda n: _premium(bands[n], rate, pay, scale))
            added[dearest] = _premium(bands[dearest], rate, pay, scale)
    return added


def _premium(band: PayBand, rate: Fraction, pay: Fraction, scale: int) -> Fraction:
    if band.amount_per_hour is not None:
        return Fraction(band.amount_per_hour) * scale / 60
    return Fraction(band.share or 0) * (pay if band.on == "pay" else rate)
