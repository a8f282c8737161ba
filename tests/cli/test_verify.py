"""``smena verify``: bounds that hold are confirmed, claims beyond them are not."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.certificate import BoundCertificate
from models.money import from_minor
from planner.again import translate_again
from planner.plan_file import read_certificate, read_plan, write_certificate
from planner.solver.answer import Certificate
from planner.verify.bound import recomputed_bound
from tests.cli.conftest import Smena

Change = Callable[[BoundCertificate], BoundCertificate]


def priced(folder: Path, share: float) -> BoundCertificate:
    """Every row charged a share of what falling short costs; the bound is what that proves."""
    read = read_plan(folder / "plan.json")
    problem = translate_again(read.scenario, read.demands).problem
    prices = tuple(((n,), round(8 * share * row.price.slopes[0])) for n, row in enumerate(problem.rows))
    proven = recomputed_bound(problem, Certificate(8, prices, ((),) * len(problem.profiles), 0))
    names = tuple((profile.name, ()) for profile in problem.profiles)
    return BoundCertificate(8, prices, names, (), proven)


def write(folder: Path, certificate: BoundCertificate, **edits: object) -> None:
    """Write a certificate beside the plan, and its bound into the plan."""
    path = folder / "plan.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    claimed = {"bound": from_minor(certificate.bound_minor, "RUB"), "bound_method": "relaxation"}
    document |= claimed | edits
    path.write_text(json.dumps(document), encoding="utf-8")
    write_certificate(certificate, document, "RUB", folder)


@pytest.fixture
def folder(plans: dict[str, Path], tmp_path: Path) -> Path:
    """A plan of the desk round the clock that may be changed."""
    copy = tmp_path / "plan"
    shutil.copytree(plans["always"], copy)
    (copy / "certificate.json").unlink()
    return copy


def test_plans_as_they_are_written_are_confirmed(smena: Smena, plans: dict[str, Path]) -> None:
    for folder in plans.values():
        said = smena("verify", folder)
        assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize("share", [0.0, 0.3])
def test_a_certificate_is_confirmed_by_file_and_by_folder(smena: Smena, folder: Path, share: float) -> None:
    certificate = priced(folder, share)
    write(folder, certificate)
    assert (certificate.bound_minor > 0) == (share > 0)
    for place in (folder, folder / "plan.json"):
        said = smena("verify", place)
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith("Cost 86,680.00 RUB. No legal roster can cost less than ")
        assert "(gap " in said.out.splitlines()[0]
        assert "without the engine" in said.out
    document = json.loads(smena("verify", folder, "--json").out)
    assert document["confirmed"] is True
    assert document["cost"] == "86680.00"
    assert document["bound"] == from_minor(certificate.bound_minor, "RUB")
    assert document["mistakes"] == []


def test_one_kopeck_more_than_the_prices_prove_is_refused(smena: Smena, folder: Path) -> None:
    certificate = priced(folder, 0.3)
    write(folder, replace(certificate, bound_minor=certificate.bound_minor + 1))
    said = smena("verify", folder)
    assert said.code == 1
    assert "the certificate claims " in said.err
    assert "the plan claims " in said.err
    assert json.loads(smena("verify", folder, "--json").out)["confirmed"] is False


def test_a_changed_price_proves_less_than_was_claimed(smena: Smena, folder: Path) -> None:
    certificate = priced(folder, 0.3)
    rows = tuple((own, 0) for own, _ in certificate.rows)
    write(folder, replace(certificate, rows=rows))
    said = smena("verify", folder)
    assert said.code == 1
    assert "its prices prove only 0.00 RUB" in said.err


def test_what_rests_on_the_search_is_said(smena: Smena, folder: Path) -> None:
    write(folder, priced(folder, 0.3), bound="86680.00", bound_method="branch_and_bound")
    said = smena("verify", folder)
    assert (said.code, said.err) == (0, "")
    assert "The plan's own bound is 86,680.00 RUB" in said.out
    assert "rests on the solver's search" in said.out


def test_in_russian(smena: Smena, folder: Path) -> None:
    path = folder / "plan.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["scenario"]["desk"]["language"] = "ru"
    path.write_text(json.dumps(document), encoding="utf-8")
    certificate = priced(folder, 0.3)
    write(folder, certificate)
    said = smena("verify", folder)
    assert said.code == 0
    assert said.out.startswith("Стоимость 86\xa0680,00")
    assert "Никакой допустимый график не может стоить меньше " in said.out
    write(folder, replace(certificate, bound_minor=certificate.bound_minor + 1))
    assert "сертификат заявляет " in smena("verify", folder).err


def test_a_plan_without_a_certificate_is_not_confirmed(smena: Smena, folder: Path) -> None:
    said = smena("verify", folder)
    assert (said.code, said.out) == (2, "")
    assert "certificate.json: there is none in " in said.err


def test_the_certificate_of_another_plan_is_refused(
    smena: Smena, plans: dict[str, Path], folder: Path, tmp_path: Path
) -> None:
    office = tmp_path / "office"
    shutil.copytree(plans["office"], office)
    write(office, priced(office, 0.0))
    shutil.copy(office / "certificate.json", folder)
    said = smena("verify", folder)
    assert (said.code, said.out) == (2, "")
    assert "certifies: it belongs to another plan" in said.err


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda c: replace(c, rows=c.rows[1:]), "leaves out row"),
        (lambda c: replace(c, rows=(((0, 1, 30), 0), *c.rows[1:])), "prices a row twice"),
        (lambda c: replace(c, rows=(((0, 20), 0), *c.rows[1:20], *c.rows[21:])), "always have one level"),
        (lambda c: replace(c, profiles=c.profiles[1:]), "anna is left out, but has a legal tour"),
        (lambda c: replace(c, profiles=c.profiles[::-1]), "not those of the plan"),
        (lambda c: replace(c, profiles=((c.profiles[0][0], (1,)), *c.profiles[1:])), "price the counters"),
    ],
)
def test_what_does_not_fit_the_plan_is_refused(
    smena: Smena, folder: Path, change: Change, words: str
) -> None:
    write(folder, change(priced(folder, 0.0)))
    said = smena("verify", folder)
    assert (said.code, said.out) == (2, "")
    assert words in said.err


def fewer_shifts(document: dict[str, Any]) -> None:
    document["roster"].pop()


def other_start(document: dict[str, Any]) -> None:
    row = next(row for row in document["roster"] if "T08:00" in row["start"])
    row["start"] = row["start"].replace("T08:00", "T08:30")


def cheaper(document: dict[str, Any]) -> None:
    document["objective"] = document["cost"]["total"] = "80000.00"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (fewer_shifts, "the roster or the file was edited"),
        (other_start, "fits no shift pattern"),
        (cheaper, "the roster costs 86,680.00 RUB, but the file says 80,000.00 RUB"),
    ],
)
def test_an_edited_roster_is_not_confirmed_but_the_bound_still_is(
    smena: Smena, folder: Path, edit: Callable[[dict[str, Any]], None], words: str
) -> None:
    path = folder / "plan.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    edit(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    write(folder, priced(folder, 0.3))
    said = smena("verify", folder)
    assert said.code == 1
    assert "o legal roster can cost less than " in said.out
    assert words in said.err


def test_a_person_without_a_legal_tour_is_left_out_of_the_certificate(smena: Smena, folder: Path) -> None:
    path = folder / "plan.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    anna = next(agent for agent in document["scenario"]["agents"] if agent["id"] == "anna")
    anna["fixed_shifts"] = [
        {"date": "2026-11-09", "pattern": "day", "start": "20:00"},
        {"date": "2026-11-10", "pattern": "day", "start": "08:00"},
    ]
    path.write_text(json.dumps(document), encoding="utf-8")
    read = read_plan(path)
    problem = translate_again(read.scenario, read.demands, {"boris", "operator"}).problem
    rows = tuple(((n,), 0) for n in range(len(problem.rows)))
    names = tuple((profile.name, ()) for profile in problem.profiles)
    assert [name for name, _ in names] == ["boris", "operator"]
    write(folder, BoundCertificate(1, rows, names, (), 0))
    assert read_certificate(read.document, "RUB", folder).profiles == names
    said = smena("verify", folder)
    assert "left out of both: anna" in said.out
    assert "anna is not among the people of the certificate" in said.err


def test_lang_chooses_the_language_whatever_the_desk_speaks(smena: Smena, plans: dict[str, Path]) -> None:
    """Twice the same figures, in the words and the numbers of either language."""
    english, russian = (smena("verify", plans["always"], "--lang", lang) for lang in ("en", "ru"))
    assert (english.code, russian.code) == (0, 0)
    assert "No legal roster can cost less than" in english.out
    assert "Никакой допустимый график не может стоить меньше" in russian.out
    assert not any("а" <= letter <= "я" for letter in english.out)
    assert "legal" not in russian.out
    # amounts differ in their separators and the currency's sign alone
    digits = [re.sub(r"[^0-9]", "", said.out) for said in (english, russian)]
    assert digits[0] == digits[1] != ""
