"""Files that cannot be read at all: one clear message, at the line where possible."""

import os
from pathlib import Path

import pytest

from models.errors import BadInputError, InputProblem
from planner.scenario import check_scenario
from planner.scenario.toml_file import MAX_BYTES, read_toml
from tests.scenario.samples import GOOD


def only_problem(path: Path) -> InputProblem:
    loaded, problems = check_scenario(path)
    assert loaded is None
    assert len(problems) == 1
    return problems[0]


def written(folder: Path, content: bytes) -> Path:
    path = folder / "desk.toml"
    path.write_bytes(content)
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    assert "there is no such file" in only_problem(tmp_path / "desk.toml").message.en


def test_a_folder(tmp_path: Path) -> None:
    assert "a folder or a device" in only_problem(tmp_path).message.en


def test_an_endless_device() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    assert "a folder or a device" in only_problem(Path("/dev/zero")).message.en


def test_a_huge_file(tmp_path: Path) -> None:
    path = written(tmp_path, b"#" * (MAX_BYTES + 1))
    assert only_problem(path).message.en == "the file has 5.0 MB"


def test_an_unreadable_file(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.encode())
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert "cannot be read" in only_problem(path).message.en


@pytest.mark.parametrize("content", ["name = 'служба'".encode("cp1251"), GOOD.encode("utf-16")])
def test_text_that_is_not_utf_8(tmp_path: Path, content: bytes) -> None:
    assert "not UTF-8" in only_problem(written(tmp_path, content)).message.en


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert check_scenario(path)[1] == []


def test_toml_mistakes_have_line_and_column(tmp_path: Path) -> None:
    problem = only_problem(written(tmp_path, b'name = "x"\n[desk\n'))
    assert problem.place.en == "desk.toml: line 2, column 6"
    assert problem.message.en.startswith("not valid TOML")


def test_a_file_cut_off_in_the_middle(tmp_path: Path) -> None:
    problem = only_problem(written(tmp_path, b'name = "x"\nstarts = ["09:00",\n'))
    assert problem.place.en.startswith("desk.toml: line 3")
    assert "ends too early" in problem.message.en


def test_a_clock_time_without_quotes_gets_a_hint(tmp_path: Path) -> None:
    problem = only_problem(written(tmp_path, b"start = 22:00\n"))
    assert problem.place.en == "desk.toml: line 1, column 11"
    assert "in quotes" in problem.allowed.en


@pytest.mark.parametrize("content", [b"x = " + b"[" * 20_000, b"x = " + b"9" * 5_000])
def test_values_no_reader_can_hold(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, content)
    with pytest.raises(BadInputError):
        read_toml(path, "desk.toml")


def test_a_path_through_parents_and_links(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    written(tmp_path, GOOD.encode())
    link = tmp_path / "a" / "link.toml"
    link.symlink_to(tmp_path / "desk.toml")
    for path in (tmp_path / "a" / ".." / "desk.toml", link):
        loaded, problems = check_scenario(path)
        assert not problems
        assert loaded is not None
        assert loaded.path == path
