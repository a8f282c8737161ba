"""Exports of other systems written for the tests, in the shapes those systems write."""

import json
from pathlib import Path
from typing import Any

from models.channel import HistoryFile
from models.demand import ContactHistory
from models.desk import Desk
from models.errors import BadInputError
from planner.history.read import read_history
from tests.history.files import desk

#: What stands in the exports below of people; none of it may ever be told.
PERSONAL = ("Ivan", "Petrov", "ivan@", "79161234567", "9161234567", "Printer", "on fire", "SIP/anna")

FRESHDESK_HEADER = "Ticket ID,Subject,Status,Source,Group,Created time,Time tracked,Full name,Work phone"


def freshdesk_row(number: int, created: str, tracked: str = "00:10", group: str = "Support") -> str:
    subject = '"Printer, ""on fire"""'
    return f"{number},{subject},Closed,Email,{group},{created},{tracked},Ivan Petrov,79161234567"


def freshdesk(*rows: str, header: str = FRESHDESK_HEADER, end: str = "\n") -> str:
    return end.join([header, *rows]) + end


JIRA_HEADER = "Summary,Issue key,Issue id,Issue Type,Reporter,Created,Labels,Labels,Time Spent"


def jira_row(number: int, created: str, spent: str = "600", kind: str = "Incident", labels: str = ",") -> str:
    return f'"Printer on\nfire","IT-{number}",{10_000 + number},{kind},Ivan Petrov,{created},{labels},{spent}'


def jira(*rows: str, header: str = JIRA_HEADER) -> str:
    return "\n".join([header, *rows]) + "\n"


def queue_call(number: int, at: int, talked: int | None = 60, queue: str = "sales", wait: int = 5) -> str:
    """Lines of one call; ``talked`` is ``None`` where it was abandoned."""
    call = f"{at}.{number}"
    lines = [f"{at}|{call}|{queue}|NONE|ENTERQUEUE||79161234567|1"]
    if talked is None:
        lines.append(f"{at + wait}|{call}|{queue}|NONE|ABANDON|1|1|{wait}")
    else:
        lines.append(f"{at + wait}|{call}|{queue}|SIP/anna|CONNECT|{wait}|{at}.9|3")
        end = at + wait + talked
        lines.append(f"{end}|{call}|{queue}|SIP/anna|COMPLETECALLER|{wait}|{talked}|1")
    return "\n".join(lines) + "\n"


def cdr(
    number: int,
    start: str,
    billsec: int = 60,
    disposition: str = "ANSWERED",
    context: str = "from-trunk",
    channel: str = "SIP/trunk-1",
    unique: bool = True,
) -> str:
    answer = f'"{start}"' if disposition == "ANSWERED" else ""
    cells = [
        '""',
        '"79161234567"',
        '"600"',
        f'"{context}"',
        '"""Ivan Petrov"" <79161234567>"',
        f'"{channel}"',
        '"SIP/anna"',
        '"Queue"',
        '"sales,t"',
        f'"{start}"',
        answer,
        f'"{start}"',
        str(billsec + 5),
        str(billsec),
        f'"{disposition}"',
        '"DOCUMENTATION"',
    ]
    if unique:
        cells += [f'"17092000{number:02d}.{number}"', '""']
    return ",".join(cells) + "\n"


def ticket(number: int, created: str | None = "2024-03-01T09:15:22Z", **fields: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": number,
        "via": {
            "channel": "email",
            "source": {"from": {"name": "Ivan Petrov", "address": "ivan@example.com"}},
        },
        "created_at": created,
        "generated_timestamp": 1_709_300_000,
        "subject": 'Printer "on fire" {[',
        "description": "Ivan Petrov, 79161234567\n}]",
        "status": "closed",
        "group_id": 360001,
        "tags": ["billing", "refund"],
        "custom_fields": [{"id": 77, "value": 300}, {"id": 78, "value": None}],
    }
    return {**found, **fields}


def page(*tickets: Any, end: bool = True) -> dict[str, Any]:
    return {
        "tickets": list(tickets),
        "after_url": "https://x",
        "after_cursor": "abc",
        "before_url": None,
        "end_of_stream": end,
    }


def json_lines(*values: Any) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def read_export(
    folder: Path, source: str, content: str | bytes, at: Desk | None = None, **settings: Any
) -> ContactHistory:
    """Write an export and read it; whatever is said names nobody."""
    raw = content.encode() if isinstance(content, str) else content
    (folder / "export").write_bytes(raw)
    return read_written(folder, source, at, **settings)


def read_written(folder: Path, source: str, at: Desk | None = None, **settings: Any) -> ContactHistory:
    file = HistoryFile(file="export", source=source, **settings)
    try:
        history = read_history(file, folder, at or desk(zone="Europe/Moscow"))
    except BadInputError as error:
        assert_names_nobody(str(error))
        raise
    assert_names_nobody(repr(history))
    return history


def assert_names_nobody(text: str) -> None:
    assert [word for word in PERSONAL if word in text] == []


def refusal(folder: Path, source: str, content: str | bytes, **settings: Any) -> str:
    """The words an export is refused with."""
    try:
        read_export(folder, source, content, **settings)
    except BadInputError as error:
        return str(error)
    raise AssertionError("it was read")


def at_hour(history: ContactHistory, hour: int, day: int = 0) -> float:
    return history.contacts[day][hour]
