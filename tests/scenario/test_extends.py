"""A file laid over its base: who wins, and whose file is named."""

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.errors import InputProblem
from planner.scenario import check_scenario, load_scenario
from planner.scenario.merge import Spots, lay_over, take
from planner.scenario.origins import Spot
from tests.scenario.samples import CALLS, GOOD, changed


def laid_over(folder: Path, child: str, base: str = GOOD) -> tuple[Any, list[InputProblem]]:
    (folder / "base.toml").write_text(base, encoding="utf-8")
    path = folder / "what_if.toml"
    path.write_text('extends = "base.toml"\n' + child, encoding="utf-8")
    loaded, problems = check_scenario(path)
    return (loaded.scenario if loaded else None), problems


def scenario_of(folder: Path, child: str, base: str = GOOD) -> Any:
    scenario, problems = laid_over(folder, child, base)
    assert problems == []
    return scenario


def problem_of(folder: Path, child: str, base: str = GOOD) -> InputProblem:
    _, problems = laid_over(folder, child, base)
    assert len(problems) == 1, problems
    return problems[0]


def test_a_file_that_changes_nothing(tmp_path: Path) -> None:
    scenario = scenario_of(tmp_path, "")
    assert scenario == load_scenario(tmp_path / "base.toml").scenario


def test_tables_are_merged_key_by_key(tmp_path: Path) -> None:
    desk = scenario_of(tmp_path, "[desk]\ninterval_minutes = 15").desk
    assert (desk.interval_minutes, desk.zone, desk.name) == (15, "Europe/Moscow", "Small desk")


def test_a_named_item_is_merged_and_a_new_one_added(tmp_path: Path) -> None:
    child = '[[contracts]]\nname = "standard"\nweekly_minutes = "30h"\n[[contracts]]\nname = "night"\nhourly_rate = 500\n[[agents]]\nid = "boris"\ncontract = "night"\n'
    scenario = scenario_of(tmp_path, child)
    assert [(c.name, c.weekly_minutes, c.hourly_rate) for c in scenario.contracts] == [
        ("standard", 1800, 400),
        ("night", 2400, 500),
    ]
    assert [(agent.id, agent.contract) for agent in scenario.agents] == [
        ("anna", "standard"),
        ("boris", "night"),
    ]


def test_items_keep_the_order_of_the_base(tmp_path: Path) -> None:
    child = '[[agents]]\nid = "vera"\ncontract = "standard"\n[[agents]]\nid = "boris"\nname = "B"\n'
    assert [agent.id for agent in scenario_of(tmp_path, child).agents] == ["anna", "boris", "vera"]


def test_an_item_is_removed(tmp_path: Path) -> None:
    scenario = scenario_of(tmp_path, '[[agents]]\nid = "anna"\nremove = true\n')
    assert [agent.id for agent in scenario.agents] == ["boris"]


def test_removing_what_is_not_there(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, '[[agents]]\nid = "ana"\nremove = true\n')
    assert problem.place.en == "what_if.toml: agents[1]"
    assert 'the base has no "ana"; did you mean "anna"?' in problem.message.en


def test_removing_and_changing_at_once(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, '[[agents]]\nid = "anna"\nremove = true\nname = "A"\n')
    assert "stands beside other fields: name" in problem.message.en


def test_remove_means_nothing_without_a_base(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text(
        changed(('id = "boris"', 'id = "boris"\nremove = true')), encoding="utf-8"
    )
    _, problems = check_scenario(tmp_path / "desk.toml")
    assert [p.place.en for p in problems] == ["desk.toml: agents[2] (boris).remove"]


def test_other_lists_are_replaced(tmp_path: Path) -> None:
    scenario = scenario_of(tmp_path, '[[agents]]\nid = "anna"\nskills = ["calls", "night"]\n')
    assert scenario.agents[0].skills == ("calls", "night")
    scenario = scenario_of(tmp_path, '[[agents]]\nid = "anna"\nskills = []\n')
    assert scenario.agents[0].skills == ()


def test_alternatives_replace_each_other(tmp_path: Path) -> None:
    child = """
[period]
last_date = 2026-11-08
[[channels]]
name = "phone"
history = { file = "calls.csv" }
[[shift_patterns]]
name = "day"
start_window = { span = "09:00-09:00" }
[[contracts]]
name = "standard"
pay = "salary"
monthly_salary = 60000
"""
    (tmp_path / "calls.csv").write_text(CALLS, encoding="utf-8")
    scenario = scenario_of(tmp_path, child.replace('"09:00-09:00"', '"08:00-10:00"'))
    assert scenario.period.days == 7
    assert scenario.channels[0].volume is None
    assert scenario.shift_patterns[0].starts == ()
    assert scenario.contracts[0].hourly_rate is None


def test_a_channel_of_another_kind_is_a_new_one(tmp_path: Path) -> None:
    child = '[[channels]]\nname = "phone"\nkind = "deferred"\ndeadline_minutes = "4h"\naht_seconds = 60\nvolume = { contacts_per_day = { mon = 3 } }\n'
    channel = scenario_of(tmp_path, child).channels[0]
    assert (channel.kind, channel.skill, list(channel.volume.contacts_per_day)) == ("deferred", None, ["mon"])


def test_hours_as_text_and_as_table(tmp_path: Path) -> None:
    assert scenario_of(tmp_path, 'opening = "24/7"').opening.always
    hours = scenario_of(tmp_path, '[opening]\nhours = { sat = ["09:00-18:00"] }').opening.hours
    assert list(hours) == ["sat"]


def test_rules_replace_rules(tmp_path: Path) -> None:
    scenario = scenario_of(tmp_path, '[[rules]]\nkind = "max_consecutive_days"\ndays = 5\n')
    assert [rule.kind for rule in scenario.rules] == ["max_consecutive_days"]
    assert scenario_of(tmp_path, "rules = []").rules == ()


def test_extra_rules_are_added(tmp_path: Path) -> None:
    scenario = scenario_of(tmp_path, '[[extra_rules]]\nkind = "max_consecutive_days"\ndays = 5\n')
    assert [rule.kind for rule in scenario.rules] == ["min_rest", "max_consecutive_days"]


def test_a_rule_is_changed_by_dropping_its_kind_and_writing_it_anew(tmp_path: Path) -> None:
    child = 'without_rules = ["min_rest"]\n[[extra_rules]]\nkind = "min_rest"\nminutes = "12h"\n'
    assert [rule.minutes for rule in scenario_of(tmp_path, child).rules] == [720]


def test_dropping_a_rule_that_is_not_there(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, 'without_rules = ["min_resd"]')
    assert (problem.place.en, problem.allowed.en) == ("what_if.toml: without_rules", "min_rest")
    assert 'did you mean "min_rest"?' in problem.message.en


def test_replacing_and_dropping_at_once(tmp_path: Path) -> None:
    child = 'without_rules = ["min_rest"]\n[[rules]]\nkind = "min_rest"\nminutes = "12h"\n'
    assert "replace all rules of the base" in problem_of(tmp_path, child).message.en


def test_rule_keys_need_a_base(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text('without_rules = ["min_rest"]\n' + GOOD, encoding="utf-8")
    _, problems = check_scenario(tmp_path / "desk.toml")
    assert [p.place.en for p in problems] == ["desk.toml: without_rules"]


def test_mistakes_name_the_file_they_stand_in(tmp_path: Path) -> None:
    base = changed(
        ("interval_minutes = 30", "interval_minutes = 20"), ('id = "boris"', 'id = "boris"\nnam = "B"')
    )
    child = """
[desk]
currency = "ROUBLE"
[[agents]]
id = "vera"
contract = "standart"
[[agents]]
id = "anna"
contract = 7
[[extra_rules]]
kind = "min_rest"
minutes = "long"
"""
    _, problems = laid_over(tmp_path, child, base)
    assert sorted(problem.place.en for problem in problems) == [
        "base.toml: agents[2] (boris).nam",
        "base.toml: desk.interval_minutes",
        "what_if.toml: agents[1] (vera).contract",
        "what_if.toml: agents[2] (anna).contract",
        "what_if.toml: desk.currency",
        "what_if.toml: extra_rules[1] (min_rest).minutes",
    ]


def test_a_base_in_another_folder_finds_its_history(tmp_path: Path) -> None:
    folder = tmp_path / "bases"
    folder.mkdir()
    (folder / "calls.csv").write_text(CALLS, encoding="utf-8")
    volume = GOOD[GOOD.index("[channels.volume]") : GOOD.index("[[shift_patterns]]")]
    (folder / "base.toml").write_text(
        changed((volume, 'history = { file = "calls.csv" }\n')), encoding="utf-8"
    )
    path = tmp_path / "what_if.toml"
    path.write_text('extends = "bases/base.toml"\n', encoding="utf-8")
    loaded = load_scenario(path)
    history = loaded.scenario.channels[0].history
    assert history is not None
    assert history.file == "bases/calls.csv"
    assert (loaded.path.parent / history.file).is_file()


def test_a_base_that_extends_another(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, "", 'extends = "more.toml"\n' + GOOD)
    assert problem.place.en == "base.toml: extends"
    assert "one level" in problem.allowed.en


def test_a_base_that_is_missing_unreadable_unnamed_or_the_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "what_if.toml"
    (tmp_path / "broken.toml").write_text("[desk\n", encoding="utf-8")
    for base, said in [
        ('"missing.toml"', 'there is no file "missing.toml"'),
        ('"what_if.toml"', "extends itself"),
        ('"broken.toml"', "not valid TOML"),
        ('"."', "a folder or a device"),
        ("7", "not named"),
        ('""', "not named"),
    ]:
        path.write_text(f"extends = {base}\n", encoding="utf-8")
        _, problems = check_scenario(path)
        assert [said in problem.message.en for problem in problems] == [True], base


TABLES = st.recursive(
    st.integers() | st.text(max_size=3),
    lambda inner: st.dictionaries(st.sampled_from("abcd"), inner, max_size=3) | st.lists(inner, max_size=2),
    max_leaves=8,
)
HERE, THERE = Spot("child", ()), Spot("base", ())


@given(TABLES, TABLES)
def test_the_child_always_wins_and_every_value_has_an_origin(base: Any, child: Any) -> None:
    spots: Spots = {}
    merged = lay_over(base, child, (), base_spot=THERE, child_spot=HERE, spots=spots)
    again = lay_over(merged, child, (), base_spot=THERE, child_spot=HERE, spots={})
    assert merged == again
    whole: Spots = {}
    take(merged, (), HERE, whole)
    assert spots.keys() == whole.keys()
    for path, spot in spots.items():
        source = child if spot.file == "child" else base
        for key in spot.path:
            source = source[key]
        assert isinstance(source, dict) or source == _at(merged, path)


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        value = value[key]
    return value
