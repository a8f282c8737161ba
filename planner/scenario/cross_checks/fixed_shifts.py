"""Fixed shifts that contradict the rest of the scenario."""

from collections.abc import Iterator

from models.clock import WEEKDAYS, format_clock
from models.errors import InputProblem
from models.shift_pattern import ShiftPattern
from models.text import Text
from planner.scenario.draft import Draft
from planner.scenario.suggest import listed


def fixed_shifts_on_leave(draft: Draft) -> Iterator[InputProblem]:
    """Work settled for a day of leave."""
    for i, agent in draft.agents:
        for j, fixed in enumerate(agent.fixed_shifts):
            for leave in agent.leave:
                if not fixed.off and leave.first_date <= fixed.date <= leave.last_date:
                    place = draft.place("agents", i, "fixed_shifts", j)
                    message = Text(
                        en=f"{agent.id} is to work {fixed.pattern} on {fixed.date}, "
                        f"but is on leave {leave.first_date} to {leave.last_date}",
                        ru=f"у {agent.id} назначена смена {fixed.pattern} на {fixed.date}, "
                        f"но с {leave.first_date} по {leave.last_date} этот человек отсутствует",
                    )
                    allowed = Text(
                        en="the shift or the leave, not both", ru="или смена, или отсутствие, но не вместе"
                    )
                    yield InputProblem(place, message, allowed)


def fixed_shifts_twice_a_day(draft: Draft) -> Iterator[InputProblem]:
    """Two settled entries for one day."""
    for i, agent in draft.agents:
        dates = [fixed.date for fixed in agent.fixed_shifts]
        for j, date in enumerate(dates):
            if date in dates[:j]:
                place = draft.place("agents", i, "fixed_shifts", j, "date")
                message = Text(
                    en=f"{agent.id} has a fixed shift on {date} already",
                    ru=f"у {agent.id} уже есть назначенная смена на {date}",
                )
                yield InputProblem(place, message, Text(en="one a day", ru="одна на день"))


def fixed_shifts_that_cannot_be(draft: Draft) -> Iterator[InputProblem]:
    """Settled work whose pattern has no such start, no such weekday, or is not in the contract."""
    patterns = {pattern.name: pattern for _, pattern in draft.patterns}
    contracts = {contract.name: contract for _, contract in draft.contracts}
    for i, agent in draft.agents:
        contract = contracts.get(agent.contract)
        for j, fixed in enumerate(agent.fixed_shifts):
            path = ("agents", i, "fixed_shifts", j)
            pattern = patterns.get(fixed.pattern or "")
            if pattern is None:
                continue
            if fixed.start is not None and fixed.start not in pattern.start_minutes:
                message = Text(
                    en=f'pattern "{pattern.name}" does not start at {format_clock(fixed.start)}',
                    ru=f'смена вида "{pattern.name}" не начинается в {format_clock(fixed.start)}',
                )
                yield InputProblem(draft.place(*path, "start"), message, _starts(pattern))
            weekday = WEEKDAYS[fixed.date.weekday()]
            if weekday not in pattern.weekdays:
                message = Text(
                    en=f'pattern "{pattern.name}" is not worked on a {weekday} ({fixed.date})',
                    ru=f'смен вида "{pattern.name}" в этот день недели нет ({fixed.date}, {weekday})',
                )
                yield InputProblem(draft.place(*path, "date"), message, listed(pattern.weekdays))
            if contract and contract.shift_patterns and pattern.name not in contract.shift_patterns:
                message = Text(
                    en=f'contract "{contract.name}" does not include pattern "{pattern.name}"',
                    ru=f'договор "{contract.name}" не допускает смен вида "{pattern.name}"',
                )
                yield InputProblem(draft.place(*path, "pattern"), message, listed(contract.shift_patterns))


def _starts(pattern: ShiftPattern) -> Text:
    return listed(format_clock(start) for start in pattern.start_minutes)
