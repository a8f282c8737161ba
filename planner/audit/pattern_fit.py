"""Whether a shift fits the pattern it is said to be made from, by the clock on the wall."""

from collections.abc import Iterator

from models.clock import WEEKDAYS
from models.horizon import Horizon
from models.night import is_night_shift
from models.scenario import Scenario
from models.shift import Shift
from models.shift_pattern import ShiftPattern
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import date_text, duration

#: Rule kind and what is wrong, as the end of a sentence about the shift.
Misfit = tuple[str, Text]


def pattern_findings(scenario: Scenario, horizon: Horizon, tour: Tour) -> Iterator[Violation]:
    """Check every shift of a tour against its pattern, and the pattern against the contract."""
    patterns = {pattern.name: pattern for pattern in scenario.shift_patterns}
    allowed = {contract.name: contract.shift_patterns for contract in scenario.contracts}
    for shift in tour.worked:
        misfits: list[Misfit] = []
        pattern = patterns.get(shift.pattern)
        if pattern is None:
            misfits.append(
                ("unknown_pattern", _text("the scenario has no such pattern", "такой смены нет в сценарии"))
            )
        else:
            misfits.extend(_misfits(horizon, shift, pattern))
        if allowed.get(tour.agent.contract) and shift.pattern not in allowed[tour.agent.contract]:
            misfits.append(
                ("contract_pattern", _text("the contract does not allow it", "договор её не допускает"))
            )
        if shift.is_night != _is_night(horizon, scenario, shift):
            misfits.append(
                ("night_mark", _text("its mark as a night shift is wrong", "пометка ночной смены неверна"))
            )
        for rule, wrong in misfits:
            yield _violation(horizon, tour, shift, rule, wrong)


def _misfits(horizon: Horizon, shift: Shift, pattern: ShiftPattern) -> Iterator[Misfit]:
    if WEEKDAYS[horizon.weekday(shift.day)] not in pattern.weekdays:
        yield (
            "pattern_weekday",
            _text("it does not start on that weekday", "она не начинается в этот день недели"),
        )
    starts = [
        clock for clock in pattern.start_minutes if horizon.minute_at(shift.day, clock) == shift.start_minute
    ]
    if not starts:
        clock = f"{horizon.local(shift.start_minute):%H:%M}"
        yield "pattern_start", _text(f"it may not start at {clock}", f"она не может начинаться в {clock}")
    elif all(
        horizon.minute_at(shift.day, clock + pattern.length_minutes) != shift.end_minute for clock in starts
    ):
        right = duration(pattern.length_minutes)
        yield (
            "pattern_length",
            _text(f"it must last {right.en} by the clock", f"она длится {right.ru} по часам"),
        )
    if not _break_fits(horizon, shift, pattern, starts):
        yield (
            "pattern_break",
            _text("its break is not as the pattern says", "перерыв не такой, как в описании смены"),
        )
    unpaid = pattern.pause.minutes if pattern.pause and not pattern.pause.paid else 0
    elapsed = shift.end_minute - shift.start_minute
    if shift.paid_minutes != elapsed - unpaid:
        paid, right = duration(max(0, shift.paid_minutes)), duration(max(0, elapsed - unpaid))
        yield (
            "paid_minutes",
            _text(f"{paid.en} are paid instead of {right.en}", f"оплачено {paid.ru} вместо {right.ru}"),
        )


def _break_fits(horizon: Horizon, shift: Shift, pattern: ShiftPattern, starts: list[int]) -> bool:
    """Whether the break is one the pattern allows.

    "Four hours after the start" may be read by the clock or as time gone by; they differ
    only on the nights the clocks change, and either is right.
    """
    if pattern.pause is None:
        return shift.break_minutes == 0 and not shift.is_split
    by_clock = {
        horizon.minute_at(shift.day, clock + offset) for clock in starts for offset in pattern.break_offsets
    }
    latest = shift.end_minute - pattern.pause.minutes
    gone_by = {min(shift.start_minute + offset, latest) for offset in pattern.break_offsets}
    return (
        shift.break_start_minute in by_clock | gone_by
        and shift.break_minutes == pattern.pause.minutes
        and shift.break_end_minute <= shift.end_minute
        and shift.break_paid == pattern.pause.paid
        and shift.is_split == pattern.pause.split
    )


def _is_night(horizon: Horizon, scenario: Scenario, shift: Shift) -> bool:
    """Whether enough of the shift lies at night, the pause of a split one left out."""
    return is_night_shift(horizon, scenario.night, shift.start_minute, shift.end_minute, shift.split_pause)


def _violation(horizon: Horizon, tour: Tour, shift: Shift, rule: str, wrong: Text) -> Violation:
    agent, date = tour.agent.agent, horizon.date_of(shift.day)
    when = date_text(date)
    text = Text(
        en=f"shift {shift.pattern} of {when.en}: {wrong.en}",
        ru=f"смена {shift.pattern} {when.ru}: {wrong.ru}",
    )
    return Violation(rule=rule, agent=agent, date=date, text=text)


def _text(en: str, ru: str) -> Text:
    return Text(en=en, ru=ru)
