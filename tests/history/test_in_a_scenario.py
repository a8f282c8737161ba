"""Exports named in scenario files."""

import json
from pathlib import Path

import pytest

from planner.scenario import check_scenario
from tests.history.exports import freshdesk, freshdesk_row, jira, jira_row, page, queue_call, ticket
from tests.scenario.samples import GOOD

VOLUME = GOOD[GOOD.index("[channels.volume]") : GOOD.index("[[shift_patterns]]")]
HISTORIES = {
    "zendesk": 'file = "export", source = "zendesk", where = { "via.channel" = "email", group_id = 360001 }',
    "freshdesk": 'file = "export", source = "freshdesk", zone = "UTC", where = { Group = ["Support", "VIP"] }',
    "jira": 'file = "export", source = "jira", zone = "UTC", time_format = "%d.%m.%Y %H:%M"',
    "asterisk_queue_log": 'file = "export", source = "asterisk_queue_log", where = { queue = ["sales", 500] }',
}


def written(folder: Path, source: str, settings: str) -> list[str]:
    """Problems of a scenario whose channel has the export as its history."""
    (folder / "export").mkdir(exist_ok=True)
    content = {
        "zendesk": json.dumps(page(ticket(1))),
        "freshdesk": freshdesk(freshdesk_row(1, "2024-03-01 09:15:22")),
        "jira": jira(jira_row(1, "01.03.2024 09:15")),
        "asterisk_queue_log": queue_call(1, 1_709_284_522),
    }[source]
    (folder / "export" / "part-1").write_text(content, encoding="utf-8")
    text = GOOD.replace(VOLUME, f"history = {{ {settings} }}\n\n")
    (folder / "desk.toml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in check_scenario(folder / "desk.toml")[1]]


@pytest.mark.parametrize("source", HISTORIES)
def test_a_folder_of_an_export_is_a_history(tmp_path: Path, source: str) -> None:
    (problem,) = written(tmp_path, source, HISTORIES[source])
    assert "history: the history has 1 day before the period" in problem  # so it was read


def test_what_is_wrong_is_told_by_place(tmp_path: Path) -> None:
    (problem,) = written(tmp_path, "freshdesk", 'file = "export", source = "freshdesk"')
    assert problem.startswith("export/part-1: the times in 'Created time' do not tell their time zone")
    (problem,) = written(tmp_path, "jira", HISTORIES["jira"] + ", where = { Labels = [] }")
    assert "where" in problem
    (problem,) = written(tmp_path, "jira", 'file = "export", source = "trello"')
    assert '"trello" is not a kind of history' in problem
    (problem,) = written(tmp_path, "jira", 'file = "export"')
    assert "a folder" in problem
