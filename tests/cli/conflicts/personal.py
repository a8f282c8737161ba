"""People without a legal tour."""

from tests.cli.conflicts.cases import DESK, NIGHTS, REST, Impossible, ana, changed, rule

_ROUND = ("mon-sun 08:00-16:00", "mon-sun 00:00-24:00")


def _fixed(*places: tuple[int, str]) -> str:
    days = ", ".join(f'{{ date = 2026-06-0{day}, pattern = "{pattern}" }}' for day, pattern in places)
    return f"fixed_shifts = [{days}]"


_LEAVE = "leave = [{ first_date = 2026-06-01, last_date = 2026-06-02 }]"
_TUESDAY = _fixed((2, "Day"))
_TWO_NIGHTS = _fixed((1, "Night"), (2, "Night"))
_HOURS = 'agents = ["ana"]\nmin_minutes = "16h"'
_NO_NIGHTS = 'agents = ["ana"]\nnights = 0'
_MORNINGS = 'availability = { mon = ["06:00-18:00"], tue = ["06:00-18:00"], wed = ["06:00-18:00"] }'
_RUN = (
    "worked_before = ["
    + ", ".join(
        f'{{ date = 2026-05-{day}, start = "08:00", length_minutes = "8h", pattern = "Day" }}'
        for day in (30, 31)
    )
    + "]"
)
_WEEK = 'weekly_minutes = "16h"'
#: Breaks as the law asks, so that nothing else of it is in the way.
_WITH_BREAKS = (
    'length_minutes = "8h"',
    'length_minutes = "8h"\nbreak = { minutes = 60, earliest_after_minutes = "4h", latest_after_minutes = "4h" }',
)
_NIGHT_WITH_BREAK = NIGHTS + _WITH_BREAKS[1].partition("\n")[2] + "\n"
_NIGHT_THEN_DAY = _fixed((1, "Night"), (2, "Day"))

PERSONAL = {
    "a minimum of hours with leave": Impossible(
        DESK + REST + ana(_LEAVE) + rule("period_minutes", _HOURS),
        (("days_off", (_LEAVE, "")), ("period_minutes", (_HOURS, 'agents = ["ana"]\nmax_minutes = "40h"'))),
        (("Paid work in the period: at least 8 h”", ('"16h"', '"8h"')),),
    ),
    "rest between two settled nights": Impossible(
        changed(DESK, _ROUND) + NIGHTS + ana(_TWO_NIGHTS) + rule("min_rest", 'minutes = "13h"'),
        (
            ("fixed_shift", (_TWO_NIGHTS, _fixed((2, "Night")))),
            ("fixed_shift", (_TWO_NIGHTS, _fixed((1, "Night")))),
            ("min_rest", ('"13h"', '"1h"')),
        ),
        (("“At least 12 h of rest", ('"13h"', '"12h"')),),
    ),
    "a settled night where nights are forbidden": Impossible(
        changed(DESK, _ROUND) + NIGHTS + REST + ana(_fixed((2, "Night"))) + rule("max_nights", _NO_NIGHTS),
        (("fixed_shift", (_fixed((2, "Night")), "")), ("max_nights", (_NO_NIGHTS, "nights = 3"))),
        (("“At most 1 night shift in the period”", (_NO_NIGHTS, 'agents = ["ana"]\nnights = 1')),),
    ),
    "a settled shift outside the hours of availability": Impossible(
        changed(DESK, _ROUND) + NIGHTS + REST + ana(f"{_MORNINGS}\n{_fixed((2, 'Night'))}"),
        (("availability", (_MORNINGS, "")), ("fixed_shift", (_fixed((2, "Night")), ""))),
        (
            ("“Available: mon, tue, wed 00:00-24:00", (_MORNINGS, "")),
            ("without “2026-06-02 is settled: Night”", (_fixed((2, "Night")), "")),
        ),
    ),
    "more settled shifts than the week of the contract": Impossible(
        changed(DESK, ('weekly_minutes = "48h"', _WEEK))
        + REST
        + ana(_fixed((1, "Day"), (2, "Day"), (3, "Day"))),
        (
            *(
                (
                    "fixed_shift",
                    (
                        _fixed((1, "Day"), (2, "Day"), (3, "Day")),
                        _fixed(*((day, "Day") for day in (1, 2, 3) if day != left)),
                    ),
                )
                for left in (1, 2, 3)
            ),
            ("max_weekly_minutes", (_WEEK, f"{_WEEK}\novertime_allowed = true")),
        ),
        (
            (
                "without “2026-06-03 is settled: Day”",
                (_fixed((1, "Day"), (2, "Day"), (3, "Day")), _fixed((1, "Day"), (2, "Day"))),
            ),
        ),
    ),
    "a run begun before the period": Impossible(
        DESK
        + REST
        + ana(f"{_RUN}\n{_TUESDAY}\n").replace(_TUESDAY, _fixed((1, "Day")))
        + rule("max_consecutive_days", "days = 2"),
        (
            ("fixed_shift", (_fixed((1, "Day")), "")),
            ("history", (_RUN, "")),
            ("max_consecutive_days", ("days = 2", "days = 7")),
        ),
        (("“At most 3 days of work in a row”", ("days = 2", "days = 3")),),
    ),
    "two shifts in a row, which the law forbids": Impossible(
        'law_packs = ["russia"]\n'
        + changed(DESK, _ROUND, _WITH_BREAKS)
        + _NIGHT_WITH_BREAK
        + ana(_NIGHT_THEN_DAY),
        (
            ("fixed_shift", (_NIGHT_THEN_DAY, _fixed((2, "Day")))),
            ("fixed_shift", (_NIGHT_THEN_DAY, _fixed((1, "Night")))),
            ("no_double_shift", ('law_packs = ["russia"]\n', "")),
        ),
        (("without “2026-06-02 is settled: Day”", (_NIGHT_THEN_DAY, _fixed((1, "Night")))),),
        unlawful=("TK RF art. 103",),
    ),
}
