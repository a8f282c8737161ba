"""Files that are no plans, and plans with mistakes: all said at once, never a traceback."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from models.errors import BadInputError, InputProblem
from planner.plan_file import plan_document, read_plan
from planner.plan_file.layout import json_text
from planner.plan_file.raw_json import read_json
from tests.plan_file.small_plan import small_plan


def problems_of(tmp_path: Path, content: bytes | dict[str, Any]) -> tuple[InputProblem, ...]:
    path = tmp_path / "plan.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    with pytest.raises(BadInputError) as caught:
        read_plan(path)
    return caught.value.problems


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "plan.json: line 1, column 1: not JSON"),
        (b'{"a": 1,\n  "b": }', "plan.json: line 2, column 8: not JSON"),
        (b'{"a": "\xff"}', "byte 8 is not UTF-8"),
        (b"[1, 2]", "does not hold a JSON object"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 5000 + b"}", "a number cannot be read"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b"{}", "plan.json: format_version: this is missing"),
        (b'{"format_version": 2}', "plan.json: format_version: found 2"),
        (b'{"format_version": true}', "plan.json: format_version: found True"),
        (b'{"format_version": 1}', "plan.json: status: this is missing"),
        (b'{"format_version": 1, "scenario": []}', "plan.json: scenario: found a list"),
    ],
)
def test_what_is_no_plan(tmp_path: Path, content: bytes, said: str) -> None:
    assert any(said in str(problem) for problem in problems_of(tmp_path, content))


def test_no_file_a_folder_and_a_file_too_large(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="there is no file"):
        read_plan(tmp_path / "none.json")
    with pytest.raises(BadInputError, match="cannot be read"):
        read_plan(tmp_path)
    large = tmp_path / "large.json"
    large.write_bytes(b" " * 11)
    with pytest.raises(BadInputError, match="too large"):
        read_json(large, max_bytes=10)


def test_all_mistakes_in_rows_at_once_with_their_places(tmp_path: Path) -> None:
    document = plan_document(small_plan())
    rows = document["roster"]
    rows[0]["agent"] = "nobody"
    rows[1]["date"] = "2026-11-22"
    rows[2]["end"] = "2026-10-24T08:00+02:00"
    rows[3]["start"] = "2026-10-25T08:00:30+01:00"
    rows[4]["break_end"] = "2026-10-26T01:00+01:00"
    rows[5]["end"] = "2026-11-25T22:00+01:00"
    rows.append(dict(rows[6]))
    document["agents"][1] |= {"contract": "gone"}
    document["agents"][2] |= {"vacancy": "gone"}
    document["agents"].append(dict(document["agents"][0]))
    document["agents"].append({"id": "eve", "name": "Eve", "contract": "full"})
    found = [str(problem) for problem in problems_of(tmp_path, document)]
    places = [text.split(": ")[1] for text in found]
    assert places == [
        "agents[2] (bob).contract",
        "agents[3] (hire-1).vacancy",
        "agents[4] (ana).id",
        "agents[5] (eve).id",
        "roster[1].agent",
        "roster[2].date",
        "roster[3].end",
        "roster[4].start",
        "roster[5].break_end",
        "roster[6].end",
        f"roster[{len(rows)}].date",
    ]


def test_mistakes_in_fields_and_in_the_scenario_come_together(tmp_path: Path) -> None:
    document = plan_document(small_plan())
    document["status"] = "great"
    document["cost"]["total"] = 12.5
    document["roster"][0]["start"] = "2026-10-22T08:00"
    document["roster"][1]["paid_minutes"] = -1
    document["surprise"] = 1
    document["scenario"]["desk"]["zone"] = "Mars/Base"
    document["scenario"]["agents"][0]["contract"] = "gone"
    del document["scenario"]["opening"]
    document["scenario"]["extra"] = 1
    found = [str(problem) for problem in problems_of(tmp_path, document)]
    for place in (
        "plan.json: status",
        "plan.json: cost.total",
        "plan.json: roster[1].start",
        "plan.json: roster[2].paid_minutes",
        "plan.json: surprise",
        "plan.json: scenario.desk.zone",
        "plan.json: scenario.agents[1] (ana).contract",
        "plan.json: scenario.opening",
        "plan.json: scenario.extra",
    ):
        assert any(text.startswith(place) for text in found), (place, found)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"])
@pytest.mark.parametrize("key", ["start", "end", "break_start", "break_end"])
def test_times_at_the_ends_of_the_calendar(tmp_path: Path, moment: str, key: str) -> None:
    document = plan_document(small_plan())
    document["roster"][0][key] = moment
    assert any("roster[1]." in problem.place.en for problem in problems_of(tmp_path, document))


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_period_at_the_ends_of_the_calendar(tmp_path: Path, year: str) -> None:
    document = plan_document(small_plan())
    document["scenario"]["period"]["first_date"] = f"{year}-12-28"
    assert problems_of(tmp_path, document)


def test_damage_anywhere_is_never_a_traceback(tmp_path: Path) -> None:
    """Values swapped at random: either still a plan, or problems in plain words."""
    chance = random.Random(5)
    refused: list[InputProblem] = []
    for _ in range(60):
        document = plan_document(small_plan())
        _damage(document, chance)
        path = tmp_path / "plan.json"
        path.write_text(json_text(document), encoding="utf-8")
        try:
            read_plan(path)
        except BadInputError as error:
            refused.extend(error.problems)
    assert len(refused) > 20
    assert all(problem.place.en.startswith("plan.json") for problem in refused)


def _damage(document: dict[str, Any], chance: random.Random) -> None:
    container: Any = document
    while True:
        keys = list(container) if isinstance(container, dict) else list(range(len(container)))
        key = chance.choice(keys)
        deeper = container[key]
        if isinstance(deeper, dict | list) and deeper and chance.random() < 0.9:
            container = deeper
            continue
        container[key] = chance.choice([None, -1, 10**30, "", "x", [], {}, [[]], {"a": 1}, True, 1e300])
        return


def test_lists_of_another_length_than_the_period_are_refused_beside_mistakes_in_rows(tmp_path: Path) -> None:
    """The audit reads the agents required from the file: entry by entry, so the length must be right."""
    document = plan_document(small_plan())
    intervals = len(document["intervals"]["required"])
    document["intervals"]["required"].pop()
    document["intervals"]["open"] *= 2
    document["roster"][0]["agent"] = "nobody"
    found = [str(problem) for problem in problems_of(tmp_path, document)]
    assert found[0].startswith(f"plan.json: intervals.open: found {2 * intervals} entries")
    assert found[1] == (
        f"plan.json: intervals.required: found {intervals - 1} entries "
        f"(allowed: {intervals}, one per interval of the period)"
    )
    assert "roster[1].agent" in found[2]


def test_fewer_than_nobody_cannot_be_required(tmp_path: Path) -> None:
    document = plan_document(small_plan())
    document["intervals"]["required"][2] = -1
    (found,) = problems_of(tmp_path, document)
    assert (found.place.en, found.message.en) == ("plan.json: intervals.required[3]", "found -1")
