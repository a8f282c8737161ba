"""What a rule cannot mean is refused in plain words when the scenario is read."""

import pytest
from pydantic import ValidationError

from models.rule import RULES
from tests.rules.known import kind_of  # fills the registry

assert callable(kind_of)

BAD = [
    ("min_rest", {"minutes": 0}, "greater than 0"),
    ("min_rest", {"minutes": "12 hours"}, "is not a duration"),
    ("max_consecutive_days", {"days": 0}, "greater than or equal to 1"),
    ("period_minutes", {}, "give min_minutes, max_minutes or both"),
    ("period_minutes", {"min_minutes": "10h", "max_minutes": "9h"}, "is above max_minutes"),
    ("weekends_off", {}, "give either max_worked or min_off"),
    ("weekends_off", {"max_worked": 1, "min_off": 1}, "give either max_worked or min_off"),
    ("max_nights", {"nights": 8, "window_days": 28}, "too many ways"),
    ("max_nights", {"nights": 2, "window_days": 7, "since": "2026-01-01"}, "rolling window looks back"),
    ("forbidden_succession", {"first": [], "then": ["D"]}, "at least 1 item"),
    ("days_off", {"first_date": "2026-01-02", "last_date": "2026-01-01"}, "end before they begin"),
    ("fixed_shift", {"date": "2026-01-02"}, "give either a pattern or off"),
    ("fixed_shift", {"date": "2026-01-02", "off": True, "start_at": "08:00"}, "a day off has no start_at"),
    ("shift_request", {"date": "2026-01-02", "wish": "on", "price": "-1"}, "greater than or equal to 0"),
    ("skill_mix", {"skill": "senior", "minimum": 3, "of_every": 2}, "more than all"),
    ("weekly_rest", {"minutes": "7h", "valid_from": "soon"}, "valid_from"),
    ("max_split_shifts", {"shifts": 7}, "bar nothing"),
    ("split_shape", {}, "give at least one of min_pause_minutes"),
    ("split_shape", {"min_pause_minutes": "3h", "max_pause_minutes": "2h"}, "is above max_pause_minutes"),
    ("never_together", {"agents": ["ana"]}, "two agents or more"),
    ("never_together", {"agents": ["ana", "ana"]}, "two agents or more"),
    ("always_together", {"agents": ["ana", "bob"], "contracts": ["x"]}, "no contracts"),
    ("mentor_on_duty", {"mentors": ["bob"]}, "who the newcomers are"),
    ("mentor_on_duty", {"agents": ["ana"]}, "who the mentors are"),
    ("mentor_on_duty", {"agents": ["ana"], "mentors": ["ana"]}, "newcomer and mentor at once"),
    ("grade_mix", {"grades": []}, "at least 1 item"),
    ("grade_mix", {"grades": ["lead"], "minimum": 3, "of_every": 2}, "more than all"),
    ("max_seats", {"seats": -1}, "greater than or equal to 0"),
    ("fairness", {"price": 1, "counted": "patterns"}, "patterns go with"),
    ("fairness", {"price": 1, "patterns": ["D"]}, "patterns go with"),
    ("notice", {"first_date": "2026-01-02", "last_date": "2026-01-01"}, "end before they begin"),
    (
        "notice",
        {"published": [{"date": "2026-01-02", "pattern": "D"}, {"date": "2026-01-02", "pattern": "N"}]},
        "more than one published shift on 2026-01-02",
    ),
    ("min_rest", {"minutes": "11h", "price": "-1"}, "greater than or equal to 0"),
    ("max_nights", {"nights": 2, "window_days": 7, "used_before": 1}, "rolling window looks back"),
    ("weekends_off", {"min_off": 1, "used_before": 1}, "with min_off it is off_before"),
    ("weekends_off", {"max_worked": 1, "off_before": 1}, "with max_worked it is used_before"),
    ("weekly_rest", {"minutes": "42h", "week_start": "funday"}, "week_start"),
    ("daily_overtime", {}, "give minutes, two_days_minutes or both"),
    ("overtime_budget", {"minutes": "120h", "norm_minutes": "40h", "since": "2026-01-01"}, "since goes with"),
    ("rest_after_nights", {"nights": 2}, "give minutes, days_off or both"),
    ("shift_runs", {}, "give min_days, max_days or both"),
    ("shift_runs", {"min_days": 3, "max_days": 2}, "is above max_days"),
    ("shift_runs", {"max_days": 2, "nights": True, "patterns": ["D"]}, "either patterns or nights"),
    ("period_shifts", {}, "give min_shifts, max_shifts or both"),
    ("period_shifts", {"min_shifts": 3, "max_shifts": 2}, "is above max_shifts"),
    ("max_window_days", {"days": 7, "window_days": 7}, "no more than 7 anyway"),
    ("max_window_days", {"days": 30, "window_days": 60}, "too many ways"),
    ("max_window_minutes", {"minutes": "40h", "days": 30}, "less than or equal to 14"),
    ("min_break", {"minutes": "2h", "max_minutes": "1h"}, "is above max_minutes"),
    ("no_night_work", {"band": "night"}, "is not a span of hours"),
    ("average_weekly_minutes", {"minutes": "48h"}, "since"),
    ("whole_weekends", {"days": ["sun"]}, "at least 2 items"),
    ("whole_weekends", {"days": ["sun", "sun"]}, "two different days"),
    ("overtime_budget", {"minutes": 10**9, "norm_minutes": "40h"}, "less than or equal to 527040"),
    ("forbidden_sequence", {"sequence": ["off"]}, "at least 2 items"),
    ("days_between", {"first": ["N"], "then": [], "days": 1}, "at least 1 item"),
    ("rest_by_length", {"factor": 0}, "greater than 0"),
]


@pytest.mark.parametrize(("kind", "fields", "message"), BAD)
def test_it_is_refused(kind: str, fields: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        RULES[kind].model_validate(fields)


def test_a_long_window_with_few_nights_is_fine() -> None:
    assert RULES["max_nights"].model_validate({"nights": 2, "window_days": 28})
