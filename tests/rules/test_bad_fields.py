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
    ("min_staff", {"minimum": 1, "agents": ["ana"]}, "names no agents or contracts"),
    ("skill_mix", {"skill": "senior", "minimum": 3, "of_every": 2}, "more than all"),
    ("weekly_rest", {"minutes": "7h", "valid_from": "soon"}, "valid_from"),
]


@pytest.mark.parametrize(("kind", "fields", "message"), BAD)
def test_it_is_refused(kind: str, fields: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        RULES[kind].model_validate(fields)


def test_a_long_window_with_few_nights_is_fine() -> None:
    assert RULES["max_nights"].model_validate({"nights": 2, "window_days": 28})
