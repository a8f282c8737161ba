"""Colours told apart under common colour blindness, after Okabe and Ito's set."""

INK = "#1f2933"
MUTED = "#616e7c"
GRID = "#d9dee4"
CLOSED = "#eceff2"
WEEKEND = "#eef0f2"
HOLIDAY = "#f6d9df"

ON_DUTY = "#8fc1e3"
REQUIRED = "#1f2933"
SHORT = "#d55e00"

#: (fill, text) of day patterns, in the order of the scenario; repeated when there are more.
DAY_COLOURS = (
    ("#f0e442", INK),
    ("#56b4e9", INK),
    ("#e69f00", INK),
    ("#8fd3b6", INK),
    ("#e7b5d2", INK),
    ("#c8ccd1", INK),
)
#: The same for patterns worked at night: dark.
NIGHT_COLOURS = (("#1b3a6b", "white"), ("#5e2a7e", "white"), ("#0b5d4e", "white"))

#: Components of cost, in their order.
COST_COLOURS = ("#56b4e9", "#1b3a6b", "#cc79a7", "#f0e442", "#e69f00", "#8fd3b6", "#b3bac2", "#616e7c")


def pattern_colours(pattern_number: int, is_night: bool) -> tuple[str, str]:
    """Fill and text colour of a shift pattern."""
    palette = NIGHT_COLOURS if is_night else DAY_COLOURS
    return palette[pattern_number % len(palette)]
