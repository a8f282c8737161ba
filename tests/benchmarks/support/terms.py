"""What all generated desks of a kind share: shift patterns, contracts, rules, pay."""

from typing import Any

from tests.benchmarks.support.recipe import Recipe

Table = dict[str, Any]

#: First day of every generated period, a Monday.
FIRST_DATE = "2026-06-01"
SKILLS = ("technical", "german", "lead")
WEEKLY_HOURS = {"full_40": 40, "part_30": 30, "part_20": 20}

_LONG = (
    *((f"{start:02d}-{start + 8:02d}", f"{start:02d}:00", 8) for start in (6, 7, 8, 9, 10, 12, 14)),
    ("22-06", "22:00", 8),
    ("07-18", "07:00", 11),
    ("08-19", "08:00", 11),
    ("10-21", "10:00", 11),
    ("18-05", "18:00", 11),
    ("20-07", "20:00", 11),
)
_SHORT = (("09-13", "09:00", 4), ("17-21", "17:00", 4), ("10-16", "10:00", 6), ("18-24", "18:00", 6))


def shift_patterns(recipe: Recipe) -> list[Table]:
    """Return round the clock 8 and 11 paid hours, in the office 8 hours and a lunch; and short ones."""
    if recipe.hours == "24/7":
        return [_pattern(*spec) for spec in (*_LONG, *_SHORT)]
    lunch = {
        "minutes": 60,
        "earliest_after_minutes": "3h",
        "latest_after_minutes": "5h",
        "step_minutes": 60,
    }
    office = {
        "name": "office",
        "start_window": {"span": "08:00-11:00", "step_minutes": 60},
        "length_minutes": "9h",
        "break": lunch,
    }
    half = {"name": "half", "starts": ["08:00", "12:00", "16:00"], "length_minutes": "4h"}
    six = {"name": "six", "starts": ["09:00", "14:00"], "length_minutes": "6h"}
    return [office, half, six]


def _pattern(name: str, start: str, hours: int) -> Table:
    return {"name": name, "starts": [start], "length_minutes": f"{hours}h"}


def contracts(recipe: Recipe) -> list[Table]:
    """Return three contracts; short shifts are for part-time people."""
    if recipe.hours == "24/7":
        long, short = [name for name, _, _ in _LONG], [name for name, _, _ in _SHORT]
    else:
        long, short = ["office", "six"], ["half", "six"]
    allowed = {"full_40": long, "part_30": [*long, *short], "part_20": short}
    return [
        {
            "name": name,
            "hourly_rate": 400,
            "weekly_minutes": f"{hours}h",
            "overtime_allowed": False,
            "shift_patterns": list(dict.fromkeys(allowed[name])),
        }
        for name, hours in WEEKLY_HOURS.items()
    ]


def rules(recipe: Recipe) -> list[Table]:
    """Return the rules everyone keeps; those about single people come from the people."""
    common: list[Table] = [
        {"kind": "min_rest", "minutes": "11h"},
        {"kind": "max_consecutive_days", "days": 6, "contracts": ["full_40"]},
        {"kind": "max_consecutive_days", "days": 4, "contracts": ["part_30", "part_20"]},
        {"kind": "weekends_off", "max_worked": max(1, recipe.weeks // 2)},
        {"kind": "weekly_rest", "minutes": "42h"},
    ]
    if recipe.hours == "24/7":
        common += [
            {"kind": "no_back_to_back_nights", "meaning": "consecutive_days"},
            {"kind": "max_nights", "nights": 2 * recipe.weeks},
        ]
    if recipe.skills >= 3:
        common.append({"kind": "min_staff", "minimum": 1, "skill": "lead", "price": 1500})
    return common


def opening(recipe: Recipe) -> str:
    """Opening hours."""
    return "24/7" if recipe.hours == "24/7" else "mon-fri 08:00-20:00; sat 09:00-15:00"
