"""Colours of the workbook: calm on paper, and told apart without seeing red or green."""

INK = "FF1F2933"
MUTED = "FF616E7C"
HEAD = "FF243B53"
HEAD_TEXT = "FFFFFFFF"
LINE = "FFCBD2D9"
BAND = "FFE4E7EB"
WEEKEND = "FFE9ECEF"
HOLIDAY = "FFF8DCE2"
#: (fill, text) of leave.
LEAVE = ("FFDDEBDA", "FF1E5631")
NOT_EMPLOYED = "FFB8C2CC"
CLOSED = "FFE4E7EB"
SHORT = "FFD55E00"
EVEN = "FFFFFFFF"
SPARE = "FF6BAED6"

#: (fill, text) of day patterns, in the order of the scenario; repeated when there are more.
DAY_COLOURS = (
    ("FFFFE08A", INK),
    ("FFA8DADC", INK),
    ("FFF4B183", INK),
    ("FFC5E1A5", INK),
    ("FFE1BEE7", INK),
    ("FFBBDEFB", INK),
)
#: The same for patterns worked at night: dark, so that nights stand out at a glance.
NIGHT_COLOURS = (
    ("FF334E8C", HEAD_TEXT),
    ("FF5E3A87", HEAD_TEXT),
    ("FF1F5F6B", HEAD_TEXT),
)


def pattern_colours(pattern_number: int, is_night: bool) -> tuple[str, str]:
    """Fill and text colour of a shift pattern."""
    palette = NIGHT_COLOURS if is_night else DAY_COLOURS
    return palette[pattern_number % len(palette)]
