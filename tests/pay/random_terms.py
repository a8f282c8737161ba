"""Pay terms drawn at random: every key a scenario may write under [pay], in odd shares."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from models.clock import WEEKDAYS, ClockSpan
from models.employer_costs import OnCost, Overhead
from models.overtime_terms import OvertimeTerms, OvertimeTier
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from models.split_premium import SplitPremium

SHARES = st.sampled_from([Decimal(text) for text in ("0", "0.2", "0.3333", "0.2123", "1", "1.193")])
CLOCKS = (None, ClockSpan(start=18 * 60, end=22 * 60), ClockSpan(start=23 * 60, end=5 * 60 + 30))
DAYS = ((), ("weekend",), ("weekend", "holiday"), ("working", "short"))


@st.composite
def pay_bands(draw: st.DrawFn, number: int) -> PayBand:
    by_amount = draw(st.booleans())
    price: dict[str, Any] = {"amount_per_hour": Decimal("33.3333")} if by_amount else {"share": draw(SHARES)}
    return PayBand(
        name=f"band {number}",
        clock=draw(st.sampled_from(CLOCKS)),
        weekdays=draw(st.sampled_from([(), ("sun",), ("fri", "sat")])),
        days=draw(st.sampled_from(DAYS)),
        date_of=draw(st.sampled_from(["minute", "shift"])),
        on="base" if by_amount else draw(st.sampled_from(["base", "pay"])),
        group=draw(st.sampled_from([None, "a"])),
        column=draw(st.sampled_from(["night", "holiday", "premium"])),
        only_split_shifts=draw(st.booleans()),
        **price,
    )


@st.composite
def split_premiums(draw: st.DrawFn, number: int) -> SplitPremium:
    price = draw(st.sampled_from(["amount", "amount_per_hour", "share", "minimum_wage"]))
    amount = draw(SHARES) if price == "share" else draw(st.sampled_from([Decimal("7.77"), Decimal(400)]))
    after = draw(st.sampled_from([0, 30]))
    return SplitPremium.model_validate({"name": f"split {number}", price: amount, "after_minutes": after})


@st.composite
def tiers(draw: st.DrawFn) -> tuple[OvertimeTier, ...]:
    lengths = draw(st.lists(st.sampled_from([1, 97, 120, 240]), max_size=2))
    first = tuple(OvertimeTier(minutes=minutes, premium=draw(SHARES)) for minutes in lengths)
    return (*first, OvertimeTier(premium=draw(SHARES)))


@st.composite
def overtime_terms(
    draw: st.DrawFn, *, on_holidays: bool = True, most_minutes: int = 2400
) -> tuple[OvertimeTerms, ...]:
    """Ways of accounting that go together; ``on_holidays`` is whether holidays may be overtime."""
    kinds = draw(st.lists(st.sampled_from(["day", "seventh_day", "week", "period"]), unique=True, max_size=4))
    if not on_holidays and {"week", "period"} <= set(kinds):
        kinds.remove("week")
    limits = st.none() | st.integers(0, most_minutes)
    return tuple(
        OvertimeTerms(
            per=kind,
            after_minutes=draw(limits) if kind != "day" else draw(st.none() | st.integers(0, 600)),
            tiers=draw(tiers()),
        )
        for kind in kinds
    )


@st.composite
def on_costs(draw: st.DrawFn, number: int) -> OnCost:
    cap = draw(st.none() | st.sampled_from([Decimal(5000), Decimal("23456.78"), Decimal(10**9)]))
    above = draw(SHARES) if cap is not None else Decimal(0)
    return OnCost(name=f"fund {number}", share=draw(SHARES), yearly_cap=cap, share_above_cap=above)


@st.composite
def pay_terms(draw: st.DrawFn, *, most_minutes: int = 2400) -> PayTerms:
    on_holidays = draw(st.booleans())
    return PayTerms(
        night_premium=draw(SHARES),
        holiday_premium=draw(SHARES),
        overtime_premium=draw(SHARES),
        overtime_first_minutes=draw(st.sampled_from([0, 97, 120])),
        overtime_later_premium=draw(SHARES),
        bands=tuple(draw(pay_bands(number)) for number in range(draw(st.integers(0, 3)))),
        split_shifts=tuple(draw(split_premiums(number)) for number in range(draw(st.integers(0, 2)))),
        overtime=draw(overtime_terms(on_holidays=on_holidays, most_minutes=most_minutes)),
        overtime_base=draw(st.sampled_from(["rate", "with_allowances", "regular_rate"])),
        overtime_on_holidays=on_holidays,
        week_starts=draw(st.sampled_from(WEEKDAYS)),
        on_costs=tuple(draw(on_costs(number)) for number in range(draw(st.integers(0, 2)))),
        overhead=tuple(
            Overhead(name=f"role {number}", monthly_cost=Decimal("9999.99"), per_agents=n, from_agents=least)
            for number, (n, least) in enumerate(draw(st.sampled_from([(), ((2, 1),), ((None, 2), (3, 1))])))
        ),
    )
