"""``certificate.json``: written beside the plan, read back with suspicion."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.certificate import BoundCertificate
from models.errors import BadInputError, InputProblem
from models.money import from_minor, to_minor
from models.text import Text
from planner.plan_file.certificate_document import (
    CERTIFICATE_VERSION,
    CertificateDocument,
    ProfilePrices,
    RowsPrice,
    digest_of,
)
from planner.plan_file.layout import json_text
from planner.plan_file.raw_json import read_json
from planner.plan_file.writing import write_whole
from planner.scenario.origins import Origins
from planner.scenario.structure import structure_problems

CERTIFICATE_NAME = "certificate.json"


def write_certificate(
    certificate: BoundCertificate | None, plan: Mapping[str, Any], currency: str, folder: Path
) -> Path | None:
    """Write a certificate into the folder of its plan; without one, an older one is removed.

    Parameters
    ----------
    certificate
        The certificate.
    plan
        What stands in the plan's file, as plain JSON values.
    currency
        Of the desk.
    folder
        Where ``plan.json`` is.
    """
    path = folder / CERTIFICATE_NAME
    if certificate is None:
        path.unlink(missing_ok=True)
        return None
    document = CertificateDocument(
        format_version=CERTIFICATE_VERSION,
        certifies=digest_of(plan),
        currency=currency,
        bound=from_minor(certificate.bound_minor, currency),
        scale=certificate.scale,
        rows=tuple(RowsPrice(rows=rows, price=price) for rows, price in certificate.rows),
        profiles=tuple(ProfilePrices(profile=name, counters=own) for name, own in certificate.profiles),
        sides=certificate.sides,
    )
    write_whole(json_text(document.model_dump(mode="json")), path)
    return path


def read_certificate(plan: Mapping[str, Any], currency: str, folder: Path) -> BoundCertificate:
    """Read the certificate of a plan.

    Parameters
    ----------
    plan
        What stands in the plan's file, as plain JSON values.
    currency
        Of the desk.
    folder
        Where ``plan.json`` is.

    Raises
    ------
    BadInputError
        When there is none, it is damaged, or it belongs to another plan.
    """
    path = folder / CERTIFICATE_NAME
    if not path.exists():
        raise BadInputError(
            [
                InputProblem(
                    CERTIFICATE_NAME,
                    Text(en=f"there is none in {folder}", ru=f"в папке {folder} его нет"),
                    Text(en="the one written beside plan.json", ru="файл, записанный рядом с plan.json"),
                )
            ]
        )
    data = read_json(path)
    origins = Origins(path.name, data)
    problems = structure_problems(CertificateDocument, data, origins)
    if problems:
        raise BadInputError(problems)
    document = CertificateDocument.model_validate(data)
    if document.certifies != digest_of(plan) or document.currency != currency:
        message = Text(
            en="it belongs to another plan, or the scenario or demand of the plan was edited",
            ru="это файл другого плана, или в плане изменили сценарий либо нагрузку",
        )
        raise BadInputError([InputProblem(origins.place(("certifies",)), message)])
    return BoundCertificate(
        scale=document.scale,
        rows=tuple((own.rows, own.price) for own in document.rows),
        profiles=tuple((own.profile, own.counters) for own in document.profiles),
        sides=document.sides,
        bound_minor=to_minor(Decimal(document.bound), currency),
    )
