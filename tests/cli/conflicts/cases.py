"""Impossible scenarios as people write them, one for each kind of reason.

Each says what conflicts, how the file reads without each member, and changes of the file that are among
the ways out told.
"""

from dataclasses import dataclass

#: Three days, Monday to Wednesday, 08:00 to 16:00 with somebody at the phone; parts may be replaced.
DESK = """
name = "conflict"

[desk]
name = "Small desk"
zone = "Europe/Moscow"
currency = "RUB"
interval_minutes = 60

[period]
first_date = 2026-06-01
days = 3

[opening]
hours = "mon-sun 08:00-16:00"

[[channels]]
name = "phone"
kind = "phone"
aht_seconds = 60
volume = { contacts_per_day = { mon = 4, tue = 4, wed = 4, thu = 4, fri = 4, sat = 4, sun = 4 } }

[[shift_patterns]]
name = "Day"
starts = ["08:00"]
length_minutes = "8h"

[[contracts]]
name = "crew"
hourly_rate = 400
weekly_minutes = "48h"

[prices]
understaffed_hour = 500

[[agents]]
id = "bob"
contract = "crew"
"""
NIGHTS = """
[[shift_patterns]]
name = "Night"
starts = ["20:00"]
length_minutes = "12h"
"""
REST = """
[[rules]]
kind = "min_rest"
minutes = "11h"
"""
HARD = ("understaffed_hour = 500", "understaffed_hour = 500\nhard_coverage = true")


def ana(fields: str = "") -> str:
    """Ana, with what the file says of her."""
    return f'\n[[agents]]\nid = "ana"\nname = "Ana Li"\ncontract = "crew"\n{fields}\n'


def rule(kind: str, fields: str = "") -> str:
    """A rule of the file."""
    return f'\n[[rules]]\nkind = "{kind}"\n{fields}\n'


#: A piece of the file and what stands there instead.
Edit = tuple[str, str]


@dataclass(frozen=True)
class Impossible:
    """A file without a legal plan.

    Parameters
    ----------
    text
        The file.
    members
        Kind of each member of its conflict with the edit that leaves it out.
    ways
        Words of ways out, with the edit that takes each.
    agent
        Whose conflict it is; ``None`` for the desk as a whole.
    unlawful
        Articles of law that ways out would break.
    """

    text: str
    members: tuple[tuple[str, Edit], ...]
    ways: tuple[tuple[str, Edit], ...]
    agent: str | None = "ana"
    unlawful: tuple[str, ...] = ()


def changed(text: str, *edits: Edit) -> str:
    """The file with pieces replaced, each of which stands there once."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
