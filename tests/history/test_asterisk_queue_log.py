import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from planner.history.exports.queue_calls import QueueEvents
from tests.history.exports import at_hour, queue_call, read_export, read_written, refusal
from tests.history.files import desk

#: 2024-03-01 09:00 in Moscow.
NINE = 1_709_272_800


def read(folder: Path, content: str | bytes, **settings: Any) -> Any:
    return read_export(folder, "asterisk_queue_log", content, **settings)


def test_calls_and_time_talked(tmp_path: Path) -> None:
    content = queue_call(1, NINE, 60) + queue_call(2, NINE + 3599, 120) + queue_call(3, NINE + 3600, 30)
    history = read(tmp_path, content)
    assert history.dates == (dt.date(2024, 3, 1),)
    assert history.contacts[0][9:11] == (2, 1)
    assert history.handle_seconds[0][9:11] == (180, 30)
    assert len(history.notes) == 1


def test_abandoned_calls_are_contacts_that_do_not_shorten_the_others(tmp_path: Path) -> None:
    history = read(tmp_path, queue_call(1, NINE, 60) + queue_call(2, NINE + 9, None))
    assert at_hour(history, 9) == 2
    assert history.handle_seconds[0][9] == 120
    said = "\n".join(history.notes)
    assert "Calls of export that were not answered: 1; they are counted as contacts." in said
    assert "Contacts of export without a handle time: 1" in said


@pytest.mark.parametrize(
    ("line", "talked"),
    [
        ("{at}|{call}|sales|SIP/anna|COMPLETEAGENT|5|90|1", 90),
        ("{at}|{call}|sales|SIP/anna|BLINDTRANSFER|600|from-internal|5|90|1", 90),
        ("{at}|{call}|sales|SIP/anna|ATTENDEDTRANSFER|BRIDGE|x|5|90|1", 90),
        ("{at}|{call}|sales|SIP/anna|TRANSFER|600|from-internal|5|90", 90),
        ("{at}|{call}|sales|SIP/anna|TRANSFER|600|from-internal", 0),
        ("{at}|{call}|sales|SIP/anna|COMPLETEAGENT|5|79161234567|1", 0),
        ("{at}|{call}|sales|NONE|EXITWITHTIMEOUT|1|1|90", 0),
        ("{at}|{call}|sales|NONE|EXITWITHKEY|2|1", 0),
        ("{at}|{call}|sales|NONE|EXITEMPTY|1|1|90", 0),
        ("{at}|{call}|sales|SIP/anna|SYSCOMPAT", 0),
        ("{at}|{call}|sales|SIP/anna|RINGNOANSWER|15000\n{at}|{call}|sales|NONE|ABANDON|1|1|90", 0),
    ],
)
def test_ways_a_call_ends(tmp_path: Path, line: str, talked: int) -> None:
    call = f"{NINE}.1"
    content = f"{NINE}|{call}|sales|NONE|ENTERQUEUE||79161234567|1\n"
    history = read(tmp_path, content + line.format(at=NINE + 95, call=call) + "\n")
    assert at_hour(history, 9) == 1
    assert sum(map(sum, history.handle_seconds)) == talked


def test_a_call_in_several_queues_is_one_contact(tmp_path: Path) -> None:
    moved = queue_call(1, NINE, None) + queue_call(1, NINE, 60).replace(f"\n{NINE}", f"\n{NINE}")
    passed_on = (
        queue_call(1, NINE, 60)
        + f"{NINE + 70}|{NINE}.1|care|NONE|ENTERQUEUE||79161234567|1\n"
        + f"{NINE + 170}|{NINE}.1|care|SIP/anna|COMPLETEAGENT|9|90|1\n"
    )
    for content, talked in ((moved, 60), (passed_on, 150)):
        history = read(tmp_path, content)
        assert sum(history.contacts[0]) == 1
        assert sum(history.handle_seconds[0]) == talked
        assert not any("not answered" in note for note in history.notes)
    only = read(tmp_path, passed_on, where={"queue": "care"})
    assert sum(only.handle_seconds[0]) == 90


def test_queues_are_chosen_by_name(tmp_path: Path) -> None:
    content = queue_call(1, NINE, 60) + queue_call(2, NINE, 60, "care") + queue_call(3, NINE, 60, "500")
    assert at_hour(read(tmp_path, content, where={"queue": ["Sales", 500]}), 9) == 2
    assert any("In 'queue' stands: sales, care, 500" in note for note in read(tmp_path, content).notes)
    said = refusal(tmp_path, "asterisk_queue_log", content, where={"queue": "sale"})
    assert "no row has where: queue = sale (allowed: in queue stands: sales, care, 500)" in said
    assert "where: a queue_log has no agent" in refusal(
        tmp_path, "asterisk_queue_log", content, where={"agent": "x"}
    )


def test_what_is_not_counted_is_told(tmp_path: Path) -> None:
    content = (
        f"{NINE}|NONE|NONE|NONE|QUEUESTART|\n{NINE}|NONE|sales|SIP/anna|ADDMEMBER|\n"
        f"{NINE}|{NINE}.7|sales|SIP/anna|RINGNOANSWER|1000\n"
        f"{NINE}|{NINE - 99}.8|sales|SIP/anna|COMPLETEAGENT|5|90|1\n"
        + queue_call(1, NINE, 60)
        + queue_call(1, NINE, 60)
        + f"{NINE}|{NINE}.9|sales|NONE|ENTERQUEUE||79161234567|1\n"
        + f"{NINE}|{NINE}.10|sales|NONE|JOINEMPTY\n"
    )
    history = read(tmp_path, content)
    assert at_hour(history, 9) == 3
    said = "\n".join(history.notes)
    assert "Lines of export with events of agents and the system, not of calls: 3" in said
    assert "Calls that began before export does, not counted: 1" in said
    assert "Rows of export that repeat a contact: 3" in said
    assert "Calls of export that have no end in it: 1" in said
    assert "Calls of export that were not answered: 1" in said


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("||79161234567", '||"Иван 79161234567').encode("cp1251"),
        lambda text: text[:-30].encode(),
        lambda text: (text + "\n\n").encode(),
    ],
    ids=["CRLF", "BOM", "cp1251 and a lone quote", "truncated", "blank lines"],
)
def test_shapes_of_the_same_log(tmp_path: Path, encoded: Any) -> None:
    history = read(tmp_path, encoded(queue_call(1, NINE, 60) + queue_call(2, NINE + 99, 60)))
    assert at_hour(history, 9) == 2


def test_a_cut_line_and_bad_lines(tmp_path: Path) -> None:
    good = "".join(queue_call(k, NINE + k, 60) for k in range(200))
    history = read(tmp_path, good + f"{NINE}|{NINE}.999|sal")
    assert "The end of export is cut off: its last row was left out." in history.notes
    broken = f"Ivan Petrov|{NINE}.900|sales|NONE|ENTERQUEUE||79161234567|1\n" + "a|b|c|d|Printer on fire|\n"
    history = read(tmp_path, broken + good)
    said = "\n".join(history.notes)
    assert "Rows of export without a readable time in 'epoch', left out: 1 (line 1)." in said
    assert "Lines of export that cannot be read, left out: 1 (line 2)." in said
    refused = refusal(tmp_path, "asterisk_queue_log", broken + queue_call(1, NINE, 60))
    assert "line 1, column 'epoch': \"xxxx xxxxxx\" is not a time in seconds since 1970" in refused
    assert "line 2: the fifth cell is not an event" in refused


def test_rotated_parts_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    lines = queue_call(1, NINE, 60).splitlines(keepends=True)
    (tmp_path / "export" / "queue_log.1").write_text(lines[0], encoding="utf-8")
    (tmp_path / "export" / "queue_log").write_text("".join(lines[1:]), encoding="utf-8")
    history = read_written(tmp_path, "asterisk_queue_log")
    assert (at_hour(history, 9), history.handle_seconds[0][9]) == (1, 60)


def test_the_hour_that_occurs_twice_counts_twice(tmp_path: Path) -> None:
    back = 1_729_990_800  # 2024-10-27 01:00 UTC, when clocks in Berlin go back to 02:00
    content = queue_call(1, back - 1800, 60) + queue_call(2, back + 1800, 60)
    history = read_export(tmp_path, "asterisk_queue_log", content, desk(zone="Europe/Berlin"))
    assert at_hour(history, 2) == 2


def test_a_log_without_calls(tmp_path: Path) -> None:
    line = f"{NINE}|NONE|NONE|NONE|QUEUESTART|\n"
    assert "there are no rows to count" in refusal(tmp_path, "asterisk_queue_log", line)
    ended = f"{NINE}|{NINE}.8|sales|SIP/anna|COMPLETEAGENT|5|90|1\n"
    assert "no call enters a queue in it" in refusal(tmp_path, "asterisk_queue_log", ended)
    assert "does not use zone" in refusal(tmp_path, "asterisk_queue_log", line, zone="UTC")


def test_joining_nothing_is_nothing() -> None:
    with pytest.raises(ValueError, match="need at least one array"):
        QueueEvents.joined([])


@pytest.mark.parametrize("event", ["JOINEMPTY", "JOINUNAVAIL", "FULL"])
def test_calls_that_could_not_enter_are_contacts_where_somebody_logs_them(tmp_path: Path, event: str) -> None:
    history = read(tmp_path, f"{NINE}|{NINE}.1|sales|NONE|{event}\n")
    assert sum(history.contacts[0]) == 1


def test_a_last_line_shorter_than_others_is_none_the_worse(tmp_path: Path) -> None:
    lines = [
        f"{NINE}|{NINE}.1|sales|NONE|ENTERQUEUE||+7916|1",
        f"{NINE + 9}|{NINE}.1|sales|a|COMPLETEAGENT|9|60|1",
        f"{NINE + 60}|{NINE}.2|sales|NONE|FULL",
    ]
    assert sum(read(tmp_path, "\n".join(lines)).contacts[0]) == 2
