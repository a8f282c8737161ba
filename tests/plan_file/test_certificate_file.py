"""``certificate.json``: nothing is lost, damage is told, and it belongs to one plan alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.certificate import BoundCertificate
from models.errors import BadInputError
from planner.plan_file import plan_document, read_certificate, write_certificate
from planner.plan_file.certificate_document import digest_of
from tests.plan_file.small_plan import small_plan

CERTIFICATE = BoundCertificate(
    scale=2**40,
    rows=(((0, 2), -(3**50)), ((1,), 0)),
    profiles=(("ana", (None, 7)), ("Боб", ())),
    sides=(4, -5),
    bound_minor=-12345,
)


@pytest.mark.parametrize("bound", [-5, 0, 99])
def test_nothing_is_lost(tmp_path: Path, bound: int) -> None:
    certificate = BoundCertificate(**{**vars(CERTIFICATE), "bound_minor": bound})
    plan = plan_document(small_plan())
    path = write_certificate(certificate, plan, "EUR", tmp_path)
    assert path == tmp_path / "certificate.json"
    assert read_certificate(json.loads(json.dumps(plan)), "EUR", tmp_path) == certificate


def test_without_a_certificate_the_one_before_goes(tmp_path: Path) -> None:
    plan = plan_document(small_plan())
    write_certificate(CERTIFICATE, plan, "EUR", tmp_path)
    assert write_certificate(None, plan, "EUR", tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(BadInputError, match=r"certificate\.json: there is none in"):
        read_certificate(plan, "EUR", tmp_path)


def other_price(plan: dict[str, Any]) -> None:
    plan["scenario"]["contracts"][0]["hourly_rate"] = "17.00"


def other_demand(plan: dict[str, Any]) -> None:
    plan["demand"][0]["contacts"][5] += 0.25


@pytest.mark.parametrize("edit", [other_price, other_demand])
def test_it_belongs_to_its_scenario_and_demand(
    tmp_path: Path, edit: Callable[[dict[str, Any]], None]
) -> None:
    plan = plan_document(small_plan())
    write_certificate(CERTIFICATE, plan, "EUR", tmp_path)
    edited = json.loads(json.dumps(plan))
    edited["roster"].pop()
    assert digest_of(edited) == digest_of(plan)
    edit(edited)
    with pytest.raises(BadInputError, match="certifies: it belongs to another plan"):
        read_certificate(edited, "EUR", tmp_path)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("scale", 0, "scale"),
        ("scale", 1.5, "scale"),
        ("scale", True, "scale"),
        ("bound", "much", "bound"),
        ("bound", 5, "bound"),
        ("bound", None, "bound"),
        ("certifies", "sha256:none", "certifies"),
        ("format_version", 2, "format_version"),
        ("rows", [{"rows": [-1], "price": 3}], r"rows\[1\]\.rows\[1\]"),
        ("rows", [{"rows": [1], "price": "3"}], r"rows\[1\]\.price"),
        ("rows", [{"rows": [1], "price": 10**70}], r"rows\[1\]\.price"),
        ("profiles", [{"counters": []}], r"profiles\[1\]"),
        ("sides", [0.5], "sides"),
        ("more", 1, "more"),
    ],
)
def test_damage_is_told_with_its_place(tmp_path: Path, key: str, value: object, words: str) -> None:
    plan = plan_document(small_plan())
    path = write_certificate(CERTIFICATE, plan, "EUR", tmp_path)
    assert path is not None
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(document | {key: value}), encoding="utf-8")
    with pytest.raises(BadInputError, match=rf"certificate\.json: {words}"):
        read_certificate(plan, "EUR", tmp_path)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    plan = plan_document(small_plan())
    (tmp_path / "certificate.json").write_text('{"scale": -1, "rows": 5}', encoding="utf-8")
    with pytest.raises(BadInputError) as found:
        read_certificate(plan, "EUR", tmp_path)
    places = "\n".join(problem.place.en for problem in found.value.problems)
    assert all(key in places for key in ("scale", "rows", "certifies", "profiles", "sides"))


def test_not_json(tmp_path: Path) -> None:
    (tmp_path / "certificate.json").write_text("{", encoding="utf-8")
    with pytest.raises(BadInputError, match="not JSON"):
        read_certificate(plan_document(small_plan()), "EUR", tmp_path)
