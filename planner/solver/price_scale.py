"""The grid dual prices are rounded to, so that bounds are exact integer arithmetic."""

#: Prices are whole multiples of one in this many cost units.
PRICE_SCALE = 1024
