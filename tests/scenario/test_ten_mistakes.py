"""A scenario with many mistakes of different kinds reports all of them, each with its place."""

from pathlib import Path

import pytest

from models.errors import BadInputError
from planner.scenario import load_scenario
from tests.scenario.samples import problems_of

TEN_MISTAKES = """
name = "ten mistakes"                    # 1: spaces in the name

[desk]
name = "Desk"
zone = "Europe/Moskow"                   # 2: no such zone
currency = "RUB"
interval_minutes = 30

[period]
first_date = 2026-11-02
weeks = 2

[opening]
hours = "mon-fri 9 to 18"                # 3: not a line of opening hours

[[channels]]
name = "phone"
kind = "fone"                            # 4: no such kind
aht_seconds = 240
volume = { contacts_per_day = { mon = 40 } }

[[channels]]
name = "calls"
kind = "phone"
skill = "frensh"                         # 5: a skill nobody has
aht_seconds = 240
history = { file = "missing.csv" }       # 6: no such file

[[shift_patterns]]
name = "day"
starts = ["09:10"]                       # 7: not on the grid
length_minutes = "9h"

[[contracts]]
name = "standard"
hourly_rat = 400                         # 8: no such field (and pay without its rate)

[[agents]]
id = "anna"
contract = "standart"                    # 9: no such contract
skills = ["french"]
leave = [{ first_date = 2026-11-04, last_date = 2026-11-06 }]
fixed_shifts = [{ date = 2026-11-05, pattern = "day" }]  # 10: work while on leave

[[agents]]
id = "anna"                              # 11: taken already
contract = "standard"
availability = { funday = ["09:00-18:00"] }  # 12: no such day

[[rules]]
kind = "min_rest"
minutes = "11 hours"                     # 13: not a length of time
agents = ["ana"]                         # 14: no such agent

[[rules]]
kind = "max_consecutive_days"
days = 0                                 # 15: out of range
valid_from = 2026-11-09
valid_to = 2026-11-08                    # 16: over before it begins
"""


EXPECTED = [
    ("desk.toml: name", 'found "ten mistakes"', "without spaces"),
    ("desk.toml: desk.zone", '"Europe/Moskow" is not an IANA zone', ""),
    ("desk.toml: opening.hours", '"mon-fri 9 to 18" is not a line of opening hours', ""),
    ("desk.toml: channels[1] (phone).kind", 'did you mean "phone"?', "deferred, mail, phone"),
    (
        "desk.toml: channels[2] (calls).skill",
        'nobody has the skill "frensh"; did you mean "french"?',
        "french",
    ),
    ("desk.toml: channels[2] (calls).history.file", 'there is no file "missing.csv"', "relative to"),
    ("desk.toml: shift_patterns[1] (day).starts", "the start 09:10 is not on the grid", "09:00 or 09:30"),
    ("desk.toml: contracts[1] (standard).hourly_rat", 'did you mean "hourly_rate"?', "monthly_salary"),
    ("desk.toml: agents[1] (anna).contract", 'did you mean "standard"?', "standard"),
    ("desk.toml: agents[1] (anna).fixed_shifts[1]", "is on leave 2026-11-04 to 2026-11-06", "not both"),
    ("desk.toml: agents[2] (anna).id", '"anna" is taken already, by desk.toml: agents[1] (anna)', ""),
    ("desk.toml: agents[2] (anna).availability.funday", '"funday" cannot stand here as a key', "mon, tue"),
    ("desk.toml: rules[1] (min_rest).minutes", '"11 hours" is not a duration', ""),
    ("desk.toml: rules[1] (min_rest).agents", 'there is no agent "ana"; did you mean "anna"?', "anna"),
    ("desk.toml: rules[2] (max_consecutive_days).days", "found 0", "at least 1 and at most 31"),
    (
        "desk.toml: rules[2] (max_consecutive_days).valid_to",
        "the rule ends on 2026-11-08, before it begins on 2026-11-09",
        "",
    ),
]


@pytest.mark.parametrize(("place", "message", "allowed"), EXPECTED, ids=[place for place, _, _ in EXPECTED])
def test_each_mistake_is_reported_at_its_place(
    tmp_path: Path, place: str, message: str, allowed: str
) -> None:
    at_place = [problem for problem in problems_of(tmp_path, TEN_MISTAKES) if problem.place.en == place]
    assert [
        problem for problem in at_place if message in problem.message.en and allowed in problem.allowed.en
    ]


def test_nothing_else_is_reported(tmp_path: Path) -> None:
    places = [problem.place.en for problem in problems_of(tmp_path, TEN_MISTAKES)]
    assert sorted(places) == sorted(place for place, _, _ in EXPECTED)


def test_loading_raises_with_all_of_them(tmp_path: Path) -> None:
    count = len(problems_of(tmp_path, TEN_MISTAKES))
    with pytest.raises(BadInputError) as caught:
        load_scenario(tmp_path / "desk.toml")
    assert len(caught.value.problems) == count == len(EXPECTED)


def test_messages_are_in_plain_words(tmp_path: Path) -> None:
    said = "\n".join(str(problem) for problem in problems_of(tmp_path, TEN_MISTAKES)).lower()
    assert not [
        word
        for word in ("pydantic", "input should", "validation", "value error", "str_", "traceback")
        if word in said
    ]
