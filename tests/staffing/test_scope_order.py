"""What a target kept over a day, or the period, asks of a roster that keeps the narrower one.

Where a roster keeps the promise in every interval, it keeps it over the day; where it does every
day, over the period.  So at one price the cheapest plan for the wider promise costs no more, as
long as the cheapest for the narrower one leaves nobody short.  Where it does, one price does not
order them: `test_where_hours_are_left_short_a_wider_scope_may_cost_more`.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from models.service_goal import ServiceGain, ServiceGoal
from planner.roster.row_prices import RowPrices
from planner.roster.rows_service import late_contact_price
from planner.staffing.phone import Phone
from planner.staffing.scope_gain import scope_gains
from planner.staffing.target import Definition, Scope, ServiceTarget
from tests.staffing.desks import absent, demand, phone, setting


def channel(scope: Scope, definition: Definition, patience: float | None) -> Phone:
    target = ServiceTarget(share=0.8, within_seconds=20, scope=scope, definition=definition)
    return phone(patience_seconds=patience, target=target)


@settings(deadline=None)
@given(
    contacts=st.lists(st.floats(0.2, 60), min_size=48, max_size=48),
    aht=st.floats(60, 600),
    patience=st.one_of(st.none(), st.floats(30, 900)),
    definition=st.sampled_from(["served_of_offered", "not_waiting_longer"]),
    absence=st.sampled_from([0.0, 0.1]),
    more=st.lists(st.integers(0, 3), min_size=48, max_size=48),
    fewer=st.lists(st.integers(0, 2), min_size=48, max_size=48),
)
def test_who_keeps_the_narrower_promise_keeps_the_wider(
    contacts: list[float],
    aht: float,
    patience: float | None,
    definition: Definition,
    absence: float,
    more: list[int],
    fewer: list[int],
) -> None:
    arrivals = demand(contacts, aht_seconds=aht, intervals=48)
    frame = setting("#" * 48, terms=absent(absence))

    def goals(scope: Scope) -> tuple[ServiceGoal, ...]:
        return scope_gains(channel(scope, definition, patience), arrivals, frame)

    strict = channel("interval", definition, patience)
    roster = [n + extra for n, extra in zip(strict.need(arrivals, frame).agents, more, strict=True)]
    daily, (whole,) = goals("day"), goals("period")
    # every agent's gain is rounded down to a thousandth of a contact
    rounding = sum(roster) + 2 * len(roster)
    for day in daily:
        assert day.short_of(roster) <= rounding
        assert all(one.agents <= roster[place] for place, one in zip(day.intervals, day.gains, strict=True))
    # and with any roster of the least at least, the period lacks no more than its days do together
    least = {place: one.agents for place, one in zip(whole.intervals, whole.gains, strict=True)}
    worse = [max(least[place], n - fewer[place]) for place, n in enumerate(roster)]
    for some in (roster, worse):
        assert whole.short_of(some) <= sum(day.short_of(some) for day in daily)


def test_where_hours_are_left_short_a_wider_scope_may_cost_more() -> None:
    """A busy and a quiet hour, all of whom are wanted: who is missing in the busy one serves most of them."""
    busy = ServiceGain(agents=1, served=0, gains=(10_000, 9_000), exact=(1, 2, 3))
    quiet = ServiceGain(agents=1, served=0, gains=(1_000, 1_000), exact=(1, 2, 3))
    goal = ServiceGoal(1.0, (0, 1), (19.0, 2.0), (busy, quiet))
    one_missing = 21_000
    price = late_contact_price(goal, RowPrices(one_missing, 0, 0, 0))
    # all four missing cost the same either way; the one who serves 9 of 21 contacts more than a quarter
    assert goal.short_of((1, 1)) * price == 4 * one_missing
    assert goal.short_of((2, 3)) * price == 36_000 > one_missing
