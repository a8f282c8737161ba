"""Desks whose rules, load and absences cannot be kept together, though everybody by themselves could work."""

from tests.cli.conflicts.cases import DESK, HARD, REST, Edit, Impossible, ana, changed, rule

_FULL = "mon = 4, tue = 4, wed = 4, thu = 4, fri = 4, sat = 4, sun = 4"
_MONDAY = 'fixed_shifts = [{ date = 2026-06-01, pattern = "Day" }]'
_AWAY = "leave = [{ first_date = 2026-06-01, last_date = 2026-06-01 }]"
_SICK = _AWAY.replace(" }", ', kind = "sick" }')
_HIRES = '\n[[vacancies]]\nname = "operator"\ncontract = "crew"\nmax_hires = 1\n'
_LEAD = ("grade_mix", 'grades = ["lead"]\nhours = "08:00-16:00"')
_PAIR = 'agents = ["ana", "bob"]'
_BOB = 'id = "bob"\ncontract = "crew"\n'
_TOLD = """
[published]
today = 2026-06-01
notice_days = 14
tours = [{ agent = "ana", shifts = [{ date = 2026-06-01, pattern = "Day" }] }, { agent = "bob", shifts = [
    { date = 2026-06-02, pattern = "Day" }, { date = 2026-06-03, pattern = "Day" }] }]
"""


def _calls(**dates: int) -> Edit:
    """So many contacts on the days named, 4 on the others."""
    days = {"mon": 4, "tue": 4, "wed": 4, "thu": 4, "fri": 4, "sat": 4, "sun": 4} | dates
    return _FULL, ", ".join(f"{day} = {number}" for day, number in days.items())


OF_THE_DESK = {
    "fewer people than the load of a day takes": Impossible(
        changed(DESK, HARD, _calls(tue=600)) + REST + _HIRES.replace("max_hires = 1", "max_hires = 0"),
        (
            ("coverage", ("tue = 600", "tue = 4")),
            ("max_hires", ("max_hires = 0", "max_hires = 5")),
        ),
        (("more agents (crew)", ("max_hires = 0", "max_hires = 5")),),
        None,
    ),
    "one person for more days than may follow each other": Impossible(
        changed(DESK, HARD) + rule("max_consecutive_days", "days = 2"),
        (
            ("coverage", (_FULL, _calls(mon=0)[1])),
            ("coverage", (_FULL, _calls(tue=0)[1])),
            ("coverage", (_FULL, _calls(wed=0)[1])),
            ("max_consecutive_days", ("days = 2", "days = 3")),
        ),
        (("“At most 3 days of work in a row”", ("days = 2", "days = 3")),),
        None,
    ),
    "fewer seats than people asked for": Impossible(
        DESK + REST + ana() + rule("max_seats", "seats = 1") + rule("min_staff", "minimum = 2"),
        (("max_seats", ("seats = 1", "seats = 2")), ("min_staff", ("minimum = 2", "minimum = 1"))),
        (
            ("without “At most 1 person on duty at once", ("seats = 1", "seats = 9")),
            ("without “At least 2 on duty", ("minimum = 2", "minimum = 1")),
        ),
        None,
    ),
    "a pair of whom one is away": Impossible(
        DESK.replace(_BOB, _BOB + _AWAY + "\n") + REST + ana(_MONDAY) + rule("always_together", _PAIR),
        (
            ("always_together", (rule("always_together", _PAIR), "")),
            ("days_off", (_AWAY, "")),
            ("fixed_shift", (_MONDAY, "")),
        ),
        (
            ("without “bob: No work on 2026-06-01 (vacation)", (_AWAY, "")),
            ("without “Ana Li: 2026-06-01 is settled: Day", (_MONDAY, "")),
            ("always on shift together", (rule("always_together", _PAIR), "")),
        ),
        None,
    ),
    "two who never work together both settled": Impossible(
        DESK.replace(_BOB, _BOB + _MONDAY + "\n")
        + REST
        + ana(_MONDAY.replace("= [", "=  ["))
        + rule("never_together", _PAIR),
        (
            ("never_together", (rule("never_together", _PAIR), "")),
            ("fixed_shift", (_MONDAY, "")),
            ("fixed_shift", (_MONDAY.replace("= [", "=  ["), "")),
        ),
        (("without “bob: 2026-06-01 is settled: Day", (_MONDAY, "")),),
        None,
    ),
    "a grade nobody has": Impossible(
        DESK + REST + ana() + _HIRES.replace("max_hires = 1", 'grade = "lead"\nmax_hires = 0') + rule(*_LEAD),
        (("grade_mix", (rule(*_LEAD), "")), ("max_hires", ("max_hires = 0", "max_hires = 1"))),
        (("without “At least 1 on duty of grade lead", (rule(*_LEAD), "")),),
        None,
    ),
    "notice to the one who could stand in for somebody sick": Impossible(
        changed(DESK, HARD) + REST + ana(_SICK) + _TOLD,
        (
            ("coverage", (_FULL, _calls(mon=0)[1])),
            ("days_off", (_SICK, "")),
            ("notice", ("notice_days = 14", "notice_days = 0")),
        ),
        (("without “bob: ", ("notice_days = 14", "notice_days = 0")),),
        None,
    ),
}
