"""Mistakes in single fields, said in plain words."""

from pathlib import Path

import pytest

from tests.scenario.samples import GOOD, changed, problems_of

CASES = [
    ('name = "small"\n', "", "name", "this is missing", ""),
    ('name = "small"', 'name = "a b"', "name", 'found "a b"', "without spaces"),
    ('name = "small"', 'name = "small"\nopenin = 1', "openin", 'did you mean "opening"?', "shift_patterns"),
    ('name = "Small desk"', 'name = ""', "desk.name", "this is empty", "at least 1 character"),
    ('name = "Small desk"', 'name = "' + "x" * 121 + '"', "desk.name", "found 121 characters", "at most 120"),
    ('name = "Small desk"', "name = 7", "desk.name", "found 7", "text in quotes"),
    ('currency = "RUB"', 'currency = "ROUBLE"', "desk.currency", '"ROUBLE" is not an ISO 4217', ""),
    ("interval_minutes = 30", "interval_minutes = 20", "desk.interval_minutes", "found 20", "15, 30, 60"),
    ('currency = "RUB"', 'currency = "RUB"\nlanguage = "de"', "desk.language", 'found "de"', '"en", "ru"'),
    ("2026-11-02", '"2 November"', "period.first_date", 'found "2 November"', "a date such as"),
    ("2026-11-02", "2026-11-02T09:00:00", "period.first_date", "found 2026-11-02T09:00:00", "a date such as"),
    ("weeks = 2", "weeks = 2\ndays = 14", "period", "give one of days, weeks", ""),
    ("weeks = 2", "days = 0", "period.days", "found 0", "at least 1 and at most 366"),
    ("weeks = 2", "days = 1.5", "period.days", "found 1.5", "a whole number"),
    ("weeks = 2", "", "period.days", "this is missing", ""),
    (
        'hours = "mon-fri 09:00-18:00"',
        'hours = { mon = "9-18" }',
        "opening.hours.mon",
        'found "9-18"',
        "a list in [ ]",
    ),
    (
        'hours = "mon-fri 09:00-18:00"',
        'hours = { mon = ["09:00-25:00"] }',
        "opening.hours.mon[1]",
        '"25:00" is not a clock time',
        "",
    ),
    (
        'hours = "mon-fri 09:00-18:00"',
        'hours = { fry = ["09:00-18:00"] }',
        "opening.hours.fry",
        'did you mean "fri"?',
        "mon, tue",
    ),
    ('kind = "phone"\n', "", "channels[1] (phone).kind", "this is missing", "deferred, mail, phone"),
    (
        "aht_seconds = 240",
        'aht_seconds = "long"',
        "channels[1] (phone).aht_seconds",
        'found "long"',
        "a number",
    ),
    ("aht_seconds = 240", "aht_seconds = 0", "channels[1] (phone).aht_seconds", "found 0", "more than 0"),
    (
        "aht_seconds = 240",
        "aht_seconds = nan",
        "channels[1] (phone).aht_seconds",
        "found NaN",
        "ordinary number",
    ),
    (
        "aht_seconds = 240",
        "aht_seconds = 1e999999999",
        "channels[1] (phone).aht_seconds",
        "found 1E+",
        "ordinary",
    ),
    (
        "aht_seconds = 240",
        "aht_seconds = 240\ntarget = 0.8",
        "channels[1] (phone).target",
        "found 0.8",
        "a table",
    ),
    (
        "aht_seconds = 240",
        'aht_seconds = 240\nhistory = { file = "samples.py" }',
        "channels[1] (phone)",
        "give either volume or history",
        "",
    ),
    (
        'starts = ["09:00"]',
        'starts = "09:00"',
        "shift_patterns[1] (day).starts",
        'found "09:00"',
        "a list in [ ]",
    ),
    (
        'starts = ["09:00"]',
        'starts = ["9am"]',
        "shift_patterns[1] (day).starts[1]",
        '"9am" is not a clock time',
        "",
    ),
    (
        'length_minutes = "9h"',
        'length_minutes = "9"',
        "shift_patterns[1] (day).length_minutes",
        "not a duration",
        "",
    ),
    ("minutes = 60,", "minuts = 60,", "shift_patterns[1] (day).break.minuts", 'did you mean "minutes"?', ""),
    (
        "hourly_rate = 400",
        "hourly_rate = -1",
        "contracts[1] (standard).hourly_rate",
        "found -1",
        "at least 0",
    ),
    (
        "hourly_rate = 400",
        "hourly_rate = 1.23456",
        "contracts[1] (standard).hourly_rate",
        "found 1.23456",
        "4 digits after the point",
    ),
    (
        "hourly_rate = 400",
        'hourly_rate = 400\npay = "salary"',
        "contracts[1] (standard)",
        'pay = "salary" needs monthly_salary',
        "",
    ),
    (
        "hourly_rate = 400",
        "hourly_rate = 400\novertime_allowed = 7",
        "contracts[1] (standard).overtime_allowed",
        "found 7",
        "true or false",
    ),
    (
        'id = "boris"',
        'id = "boris"\nexternal_ids = { zendesk = 10011 }',
        "agents[2] (boris).external_ids.zendesk",
        "found 10011",
        "text in quotes",
    ),
    (
        'skills = ["calls"]\nmax_hires',
        "skills = 3\nmax_hires",
        "vacancies[1] (operator).skills",
        "found 3",
        "a list",
    ),
    (
        "max_hires = 3",
        f"max_hires = {10**30}",
        "vacancies[1] (operator).max_hires",
        "a number of more than 20 digits",
        "at most 20000",
    ),
    (
        'kind = "min_rest"',
        'kind = "min_rst"',
        "rules[1] (min_rst).kind",
        'did you mean "min_rest"?',
        "max_nights",
    ),
    ('minutes = "11h"', "", "rules[1] (min_rest).minutes", "this is missing", ""),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "allowed"), CASES, ids=[f"{case[2]}-{case[3]}" for case in CASES]
)
def test_a_mistake_in_one_field(
    tmp_path: Path, old: str, new: str, place: str, message: str, allowed: str
) -> None:
    problems = problems_of(tmp_path, changed((old, new)))
    problems = [problem for problem in problems if problem.place.en == f"desk.toml: {place}"]
    assert any(message in problem.message.en and allowed in problem.allowed.en for problem in problems), (
        problems
    )


def test_of_two_bounds_only_the_stricter_is_told(tmp_path: Path) -> None:
    """It once was "at least 0 and more than 0"."""
    problems = problems_of(tmp_path, changed(('length_minutes = "9h"', 'length_minutes = "0h"')))
    told = [one.allowed.en for one in problems if one.place.en.endswith(".length_minutes")]
    assert told == ["more than 0 and at most 1440"]


@pytest.mark.parametrize("rules", ["[7]", '["min_rest"]', "7", '"min_rest"', "{}"])
def test_rules_that_are_no_rules(tmp_path: Path, rules: str) -> None:
    text = changed(
        (GOOD[GOOD.index("[[rules]]") :], ""), ('name = "small"', f'name = "small"\nrules = {rules}')
    )
    problem = problems_of(tmp_path, text)[0]
    assert problem.place.en.startswith("desk.toml: rules")
    assert "table" in problem.allowed.en or "list" in problem.allowed.en


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "allowed"), CASES, ids=[f"{case[2]}-{case[3]}" for case in CASES]
)
def test_no_mistake_speaks_in_jargon(
    tmp_path: Path, old: str, new: str, place: str, message: str, allowed: str
) -> None:
    for problem in problems_of(tmp_path, changed((old, new))):
        assert "nput should" not in str(problem)
        assert "Value error" not in str(problem)
