"""What stands in ``certificate.json``, and which plan it belongs to."""

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from models.base import Noun
from planner.plan_file.document import MoneyText

CERTIFICATE_VERSION = 1

#: Prices are integers, far below what Python refuses to read.
_MOST = 10**60
Price = Annotated[int, Field(strict=True, ge=-_MOST, le=_MOST)]
RowNumber = Annotated[int, Field(strict=True, ge=0)]


class RowsPrice(Noun):
    """Rows that always have one level, by number, and the price of one more unit of it."""

    rows: tuple[RowNumber, ...]
    price: Price


class ProfilePrices(Noun):
    """A profile, and the price of each of its counters; ``null`` where tours keep its bounds."""

    profile: str
    counters: tuple[Price | None, ...] = ()


class CertificateDocument(Noun):
    """The whole file, in the order it is written."""

    format_version: Literal[1]
    certifies: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
    currency: str
    bound: MoneyText
    scale: Annotated[int, Field(strict=True, ge=1, le=_MOST)]
    rows: tuple[RowsPrice, ...]
    profiles: tuple[ProfilePrices, ...]
    sides: tuple[Price, ...]


def digest_of(document: Mapping[str, Any]) -> str:
    """Name what a plan file was made for: its scenario, its demand and the cover added to it.

    Parameters
    ----------
    document
        The plan file as plain JSON values.

    Returns
    -------
    str
        SHA-256 of them, keys sorted, without blanks.
    """
    demand = [
        [row["channel"], row["contacts"], row["aht_seconds"], row.get("lead_in_contacts", [])]
        for row in document["demand"]
    ]
    made_for = [document["scenario"], demand, *document.get("added_cover", [])]
    text = json.dumps(made_for, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
