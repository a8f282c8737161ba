"""One row per shift, with its pay: the table other programs start from."""

from models.money import from_minor
from models.plan import Plan

COLUMNS = (
    "agent",
    "name",
    "contract",
    "date",
    "shift",
    "start",
    "end",
    "break_start",
    "break_end",
    "paid_minutes",
    "night_minutes",
    "holiday_minutes",
    "cost",
    "currency",
)


def shift_table(plan: Plan) -> list[tuple[str | int | None, ...]]:
    """Return a row per shift in the order of :data:`COLUMNS`, by start, then agent.

    Times are local with their offset; cost is base pay and premiums of the shift by itself, as
    decimal text.
    """
    horizon, currency = plan.scenario.horizon, plan.cost.currency
    costs = {(line.agent, line.day): line for line in plan.cost.shifts}
    rows = []
    for person, shift in plan.roster.worked():
        cost = costs[person.agent, shift.day]
        moments = [shift.start_minute, shift.end_minute]
        moments += [shift.break_start_minute, shift.break_end_minute] if shift.break_minutes else []
        times: list[str | None] = [horizon.local(minute).isoformat(timespec="minutes") for minute in moments]
        rows.append(
            (
                person.agent,
                person.name or person.agent,
                person.contract,
                horizon.date_of(shift.day).isoformat(),
                shift.pattern,
                *[*times, None, None][:4],
                shift.paid_minutes,
                cost.night_minutes,
                cost.holiday_minutes,
                from_minor(cost.total_minor, currency),
                currency,
            )
        )
    return rows
