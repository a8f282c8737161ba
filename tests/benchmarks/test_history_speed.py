"""How fast histories are read: a million rows of each source in 10 s and 1 GiB.

Run with ``pytest -o addopts="" tests/benchmarks/test_history_speed.py``.  Every source is read
in a process of its own, for its peak memory; the seconds are those of reading alone, and of the processor,
which others that want it at the same time do not change much.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.history.exports import FRESHDESK_HEADER, page, ticket

ROWS = 1_000_000
#: Two years before 2024-03-01, in seconds since 1970.
FIRST, LENGTH = 1_646_092_800, 2 * 365 * 86_400
READ = """
import json, sys, time
from pathlib import Path
from models.channel import HistoryFile
from planner.history.read import read_history
from tests.history.files import desk
from planner.history.exports.thin_tickets import ThinTickets
ThinTickets([("id",)]).list_of(b"")  # compiled once after installation
path, settings = Path(sys.argv[1]), json.loads(sys.argv[2])
start, begun = time.process_time(), time.perf_counter()
history = read_history(HistoryFile(file=path.name, **settings), path.parent, desk(30, "Europe/Moscow"))
seconds, waited = time.process_time() - start, time.perf_counter() - begun
status = Path("/proc/self/status")
if status.exists():  # that of this program alone, not of the one that started it
    memory = int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024
else:
    import resource
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps([seconds, waited, memory, sum(map(sum, history.contacts))]))
"""


def _times() -> Iterator[str]:
    """Ascending local times, more of them by day."""
    rng = np.random.default_rng(1)
    moments = np.sort(rng.integers(FIRST, FIRST + LENGTH, ROWS)).astype("M8[s]")
    return iter(np.datetime_as_string(moments).tolist())


def csv() -> Iterator[str]:
    yield "date,interval_start,queue,contacts,aht\n"
    first = np.datetime64("2022-03-01T00:00")
    for queue in range(ROWS // 50_000):
        for moment in np.datetime_as_string(first + 15 * np.arange(50_000)).tolist():
            yield f"{moment[:10]},{moment[11:]},q{queue},{queue},300\n"


def freshdesk() -> Iterator[str]:
    """Thirty columns, as an export of all fields has."""
    yield FRESHDESK_HEADER + "".join(f",Column {k}" for k in range(21)) + "\n"
    rest = (
        ',"Printer, ""on fire""",Closed,Email,Support,{},00:12,Ivan Petrov,79161234567'
        + ",Within SLA" * 21
        + "\n"
    )
    for number, moment in enumerate(_times()):
        yield str(number) + rest.format(moment.replace("T", " "))


def jira() -> Iterator[str]:
    yield "Summary,Issue key,Issue id,Issue Type,Created,Labels,Labels,Time Spent" + ",Comment" * 22 + "\n"
    months = ("", *["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
    for number, moment in enumerate(_times()):
        hour = int(moment[11:13])
        clock = f"{hour % 12 or 12}:{moment[14:16]} {'AM' if hour < 12 else 'PM'}"
        created = f"{moment[8:10]}/{months[int(moment[5:7])]}/{moment[2:4]} {clock}"
        yield (
            f'"Printer\non fire",IT-{number},{number},Incident,{created},a,b,600' + ",no comment" * 22 + "\n"
        )


def queue_log() -> Iterator[str]:
    """A million lines, three of a call."""
    for number in range(ROWS // 3):
        at = FIRST + number * 180
        call = f"{at}|{at}.{number}|sales|"
        yield f"{call}NONE|ENTERQUEUE||79161234567|1\n{call}SIP/1|CONNECT|5|{at}.1|3\n"
        yield f"{call}SIP/1|COMPLETECALLER|5|{number % 600}|1\n"


def cdr() -> Iterator[str]:
    for number, moment in enumerate(_times()):
        time = f'"{moment.replace("T", " ")}"'
        yield (
            f'"","79161234567","600","from-trunk","""Ivan"" <79161234567>","SIP/t-{number:08x}","SIP/1-{number:08x}",'
            f'"Queue","sales,t",{time},{time},{time},{number % 600 + 5},{number % 600},"ANSWERED","DOCUMENTATION",'
            f'"{FIRST + number}.{number}",""\n'
        )


def zendesk() -> Iterator[str]:
    """Pages of a thousand tickets of one and a half kilobytes."""
    more = {f"field_{k}": None for k in range(20)}
    fields = [{"id": 360_000_000_000 + k, "value": None} for k in range(12)]
    one = ticket(
        0, "CREATED", description="It burns. " * 30, custom_fields=fields, url="https://x/" * 5, **more
    )
    body, empty = (json.dumps(value, separators=(",", ":")) for value in (one, page()))
    times = _times()
    for first in range(0, ROWS, 1000):
        tickets = (
            body.replace('"id":0', f'"id":{first + k}', 1).replace("CREATED", next(times) + "Z")
            for k in range(1000)
        )
        yield empty.replace("[]", "[" + ",".join(tickets) + "]") + "\n"


def zendesk_in_one_line() -> Iterator[str]:
    """The same tickets as a single page, and so a single line."""
    empty = json.dumps(page(), separators=(",", ":"))
    yield empty.partition("[]")[0] + "["
    for number, line in enumerate(zendesk()):
        yield ("," if number else "") + line[line.index("[") + 1 : line.rindex("]")]
    yield "]" + empty.partition("[]")[2] + "\n"


SOURCES: dict[str, tuple[Callable[[], Iterator[str]], dict[str, Any], int]] = {
    "csv": (csv, {"where": {"queue": "q7"}, "aht_seconds_column": "aht"}, 7 * 50_000),
    "freshdesk": (freshdesk, {"zone": "Europe/Berlin"}, ROWS),
    "jira": (jira, {"zone": "Europe/Berlin"}, ROWS),
    "asterisk_queue_log": (queue_log, {}, ROWS // 3),
    "asterisk_cdr": (cdr, {"zone": "Europe/Berlin", "where": {"dcontext": "from-trunk"}}, ROWS),
    "zendesk": (zendesk, {"where": {"via.channel": "email"}}, ROWS),
    "zendesk_in_one_line": (
        zendesk_in_one_line,
        {"source": "zendesk", "where": {"via.channel": "email"}},
        ROWS,
    ),
}


@pytest.mark.parametrize("source", SOURCES)
def test_a_million_rows_in_ten_seconds_and_one_gibibyte(benchmark: Any, tmp_path: Path, source: str) -> None:
    write, settings, contacts = SOURCES[source]
    path = tmp_path / "export"
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(write())
    call = [sys.executable, "-c", READ, str(path), json.dumps({"source": source, **settings})]

    def read() -> tuple[float, float, float, float]:
        done = subprocess.run(call, cwd=Path(__file__).parents[2], capture_output=True, check=True)
        seconds, waited, memory, counted = json.loads(done.stdout)
        return seconds, waited, memory, counted

    seconds, waited, memory, counted = benchmark.pedantic(read, rounds=1)
    benchmark.extra_info.update(
        {
            "seconds": seconds,
            "by the clock": waited,
            "MiB": memory / 2**20,
            "file MiB": path.stat().st_size / 2**20,
        }
    )
    path.unlink()
    assert counted == pytest.approx(contacts, rel=0.01)
    assert seconds <= 10
    assert memory <= 2**30
