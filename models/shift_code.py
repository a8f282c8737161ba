"""The short form in which a shift stands on a roster grid."""

from dataclasses import dataclass

from models.clock import MINUTES_PER_DAY, format_clock
from models.horizon import Horizon
from models.night import is_night_shift
from models.scenario import Scenario
from models.shift import Shift
from models.shift_pattern import ShiftPattern
from models.tour import Roster


@dataclass(frozen=True)
class ShiftCode:
    """One kind of cell on a roster grid: a pattern at one start of the clock.

    Parameters
    ----------
    code
        What the cell shows; unique on the grid.
    pattern
        Name of the shift pattern.
    pattern_number
        Place of the pattern in the scenario; chooses the colour.
    start_clock_minute
        Start by the wall clock, minutes after local midnight.
    length_minutes, paid_minutes
        By the clock, as on a day without a clock change.
    is_night
        Whether shifts under this code are night shifts.
    pause
        Of a split shift whose pause has one place: minutes from the start to it, and its length.
    """

    code: str
    pattern: str
    pattern_number: int
    start_clock_minute: int
    length_minutes: int
    paid_minutes: int
    is_night: bool
    pause: tuple[int, int] | None = None

    @property
    def hours_text(self) -> str:
        """From when to when, by the clock: ``09:00–13:00, 17:00–21:00`` of a split shift."""
        after, minutes = self.pause or (self.length_minutes, 0)
        ends = [
            self.start_clock_minute + minute for minute in (0, after, after + minutes, self.length_minutes)
        ]
        clocks = [format_clock(minute % MINUTES_PER_DAY) for minute in ends]
        spells = [f"{clocks[0]}–{clocks[1]}", f"{clocks[2]}–{clocks[3]}"]
        return ", ".join(spells if self.pause else spells[:1])


def _pattern_codes(patterns: tuple[ShiftPattern, ...]) -> dict[str, str]:
    """Code of every pattern: its own, else the shortest free beginning of its name.

    Only letters and digits are kept: spreadsheets count codes, and read ``*`` or ``<`` as
    wildcards and comparisons; they do not tell upper case from lower either.
    """
    own = {pattern.name: "".join(filter(str.isalnum, pattern.code)) for pattern in patterns}
    taken = {code.casefold() for code in own.values()}
    codes = {}
    for number, pattern in enumerate(patterns, start=1):
        code = own[pattern.name]
        if not code:
            name = "".join(filter(str.isalnum, pattern.name)).upper()
            beginnings = (name[:length] for length in range(1, 5) if name[:length])
            code = next((text for text in beginnings if text.casefold() not in taken), f"S{number}")
            taken.add(code.casefold())
        codes[pattern.name] = code
    return codes


def start_clock_minute(horizon: Horizon, shift: Shift) -> int:
    """Wall-clock start of a shift, minutes after local midnight."""
    local = horizon.local(shift.start_minute)
    return local.hour * 60 + local.minute


def shift_codes(scenario: Scenario, roster: Roster) -> dict[tuple[str, int], ShiftCode]:
    """Codes of all shifts on the roster, by (pattern, start clock minute), in scenario order.

    A pattern worked from one start only goes by its own code; otherwise the hour is added.
    """
    return _coded(scenario, _worked_starts(scenario.horizon, roster))


def offered_codes(scenario: Scenario, roster: Roster) -> dict[tuple[str, int], ShiftCode]:
    """Codes of all shifts the patterns offer, worked or not, and of all on the roster.

    So whoever edits a grid may enter any shift; a pattern of several starts always shows the hour.
    """
    starts = _worked_starts(scenario.horizon, roster)
    # by the plain clock: a night on which the clocks change does not make a shift another
    plain = Horizon(zone="UTC", first_date=scenario.period.first_date, days=2, interval_minutes=60)
    for pattern in scenario.shift_patterns:
        for start in pattern.start_minutes:
            ends = start + pattern.length_minutes
            night = is_night_shift(plain, scenario.night, start, ends, _split_pause(pattern, start))
            starts[pattern.name, start] = night
    return _coded(scenario, starts)


def _split_pause(pattern: ShiftPattern, start: int) -> tuple[int, int]:
    """Begin and end of the earliest pause of a split shift; equal where the pattern has none."""
    if pattern.pause is None or not pattern.pause.split:
        return 0, 0
    begin = start + pattern.pause.earliest_after_minutes
    return begin, begin + pattern.pause.minutes


def _fixed_pause(pattern: ShiftPattern) -> tuple[int, int] | None:
    """Place and length of the pause of a split shift; ``None`` where it has a window, or is not split."""
    pause = pattern.pause
    if pause is None or not pause.split or len(pattern.break_offsets) > 1:
        return None
    return pattern.break_offsets[0], pause.minutes


def _worked_starts(horizon: Horizon, roster: Roster) -> dict[tuple[str, int], bool]:
    """Whether shifts are night shifts, by (pattern, start clock minute)."""
    used: dict[tuple[str, int], bool] = {}
    for _, shift in roster.worked():
        key = (shift.pattern, start_clock_minute(horizon, shift))
        used[key] = used.get(key, False) or shift.is_night
    return used


def _coded(scenario: Scenario, used: dict[tuple[str, int], bool]) -> dict[tuple[str, int], ShiftCode]:
    pattern_codes = _pattern_codes(scenario.shift_patterns)
    codes: dict[tuple[str, int], ShiftCode] = {}
    taken: set[str] = set()
    for number, pattern in enumerate(scenario.shift_patterns):
        starts = sorted(start for name, start in used if name == pattern.name)
        for start in starts:
            hour, minute = divmod(start, 60)
            suffix = "" if len(starts) == 1 else f"{hour}" if not minute else f"{hour}:{minute:02d}"
            code = pattern_codes[pattern.name] + suffix
            while code.casefold() in taken:
                code += "'"
            taken.add(code.casefold())
            codes[pattern.name, start] = ShiftCode(
                code=code,
                pattern=pattern.name,
                pattern_number=number,
                start_clock_minute=start,
                length_minutes=pattern.length_minutes,
                paid_minutes=pattern.nominal_paid_minutes,
                is_night=used[pattern.name, start],
                pause=_fixed_pause(pattern),
            )
    return codes
