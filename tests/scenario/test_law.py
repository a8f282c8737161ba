"""Law packs and files of holidays in scenario files: where they are read, and where mistakes are told."""

from pathlib import Path

from models.calendar import CalendarOverride
from planner.scenario import check_scenario, load_scenario
from tests.cli.desks import OFFICE

HOLIDAYS = '\n[holidays]\ncountry = "RU"\noverrides_file = "decree.csv"\n'


def written(folder: Path, text: str, name: str = "office.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def under(packs: str) -> str:
    return OFFICE.replace('name = "office"', f'name = "office"\nlaw_packs = {packs}', 1)


def problems(path: Path) -> list[str]:
    return [str(problem) for problem in check_scenario(path)[1]]


def test_a_pack_is_written_by_its_name_or_with_options(tmp_path: Path) -> None:
    plain = load_scenario(written(tmp_path, under('["russia"]'))).scenario
    table = load_scenario(written(tmp_path, under('[{ kind = "russia" }]'))).scenario
    assert plain.law_packs == table.law_packs
    assert plain.rules == table.rules


def test_mistakes_in_packs_are_told_at_their_place_all_at_once(tmp_path: Path) -> None:
    text = under('["rusia", { kind = "uk", averaging_weeks = 60 }, { kind = "us", without = ["x"] }, "us"]')
    found = problems(written(tmp_path, text))
    assert any("law_packs[1]" in one and 'did you mean "russia"?' in one for one in found)
    assert any("law_packs[2] (uk).averaging_weeks: found 60" in one for one in found)
    assert any('law_packs[3] (us).without: the pack "us" has no line "x"' in one for one in found)
    assert any('law_packs[4]: the pack "us" is asked for twice' in one for one in found)


def test_what_is_below_the_law_is_a_notice_at_its_place(tmp_path: Path) -> None:
    loaded = load_scenario(written(tmp_path, under('["russia"]')))
    places = [notice.place.en for notice in loaded.notices]
    assert "office.toml: contracts[1] (standard).weekly_minutes" in places


def test_a_norm_of_years_nobody_knows_is_refused(tmp_path: Path) -> None:
    pack = '[{ kind = "russia", accounting = "summed", accounting_last_date = 2028-06-01, accounting_first_date = 2027-10-01, unchanged_until = 2028-12-31 }]'
    text = (
        under(pack)
        .replace("first_date = 2026-11-09", "first_date = 2028-01-10")
        .replace("2026-11-13", "2028-01-12")
    )
    assert any("2028" in one for one in problems(written(tmp_path, text)))


def test_a_file_of_days_that_differ_is_read_and_what_is_written_wins(tmp_path: Path) -> None:
    written(tmp_path, "date,kind\n2026-11-10,weekend\n2026-11-11,short\n", "decree.csv")
    text = OFFICE + HOLIDAYS + 'overrides = [{ date = 2026-11-11, kind = "working" }]\n'
    settings = load_scenario(written(tmp_path, text)).scenario.holidays
    assert settings.overrides_file is None
    assert {(one.date.day, one.kind) for one in settings.overrides} == {(10, "weekend"), (11, "working")}
    assert all(isinstance(one, CalendarOverride) for one in settings.overrides)


def test_the_file_of_a_base_is_looked_up_beside_the_base(tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    written(base, "date,kind\n2026-11-10,weekend\n", "decree.csv")
    written(base, OFFICE + HOLIDAYS)
    child = written(tmp_path, 'extends = "base/office.toml"\nname = "child"\n', "child.toml")
    assert len(load_scenario(child).scenario.holidays.overrides) == 1


def test_mistakes_in_the_file_are_told_with_their_lines(tmp_path: Path) -> None:
    path = written(tmp_path, OFFICE + HOLIDAYS)
    assert any("holidays.overrides_file" in one and "there is no file" in one for one in problems(path))
    written(tmp_path, "date,kind\n2026-11-10,free\n32.11.2026,short\n", "decree.csv")
    found = problems(path)
    assert any(one.startswith("decree.csv: line 2, column kind") for one in found)
    assert any(one.startswith("decree.csv: line 3, column date") for one in found)
