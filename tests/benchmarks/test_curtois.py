"""Instances of the benchmark are read right, and mean in the engine's terms what they say."""

import itertools
import random
from pathlib import Path
from types import ModuleType

import pytest

from models.errors import BadInputError
from planner.solver.problem import Profile
from tests.benchmarks.curtois.counters import ShiftsOfType, Weekends, WorkingTime
from tests.benchmarks.curtois.instance import load_instance
from tests.benchmarks.curtois.nouns import Instance, Request, Shift
from tests.benchmarks.curtois.reference import SHARED, load_checker
from tests.benchmarks.curtois.roster_file import roster_of, roster_text
from tests.benchmarks.curtois.translate import translate
from tests.benchmarks.curtois_example import (
    EXAMPLE,
    legal_cost,
    objective_of,
    random_row,
    solution_of,
    tours_of,
)


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    module = load_checker(SHARED)
    if module is None:
        pytest.skip("shared/bench/curtois/check.py is not beside the repository")
    return module


def written(folder: Path, text: str, name: str = "Instance99.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str) -> Instance:
    return load_instance(written(folder, text))


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(BadInputError) as caught:
        read(folder, text)
    return [str(problem).split(": ", 1)[1] for problem in caught.value.problems]


def test_sections_stand_in_any_order(tmp_path: Path) -> None:
    instance = read(tmp_path, "\ufeff" + EXAMPLE.replace("\n", "\r\n"))
    assert (instance.name, instance.days, instance.weekends) == ("Instance99", 14, 2)
    assert instance.shifts == (Shift("E", 480, ()), Shift("L", 600, ("E",)))
    ana, bo, cy, _ = instance.employees
    assert (ana.name, ana.max_minutes, ana.min_minutes, ana.max_weekends) == ("Ana", 4800, 2880, 1)
    assert ana.max_shifts == (("E", 14), ("L", 3))
    assert ana.days_off == (0, 13)
    assert ana.shift_off_requests == (Request(1, "L", 1), Request(1, "L", 2))
    assert (bo.max_consecutive_shifts, bo.min_consecutive_shifts, bo.min_consecutive_days_off) == (3, 1, 1)
    assert (bo.max_shifts, bo.days_off) == ((), ())
    assert bo.shift_on_requests == (Request(3, "E", 4), Request(3, "L", 1))
    assert cy.max_shifts == (("E", 14), ("L", 0))
    assert [(c.day, c.shift, c.requirement, c.weight_under, c.weight_over) for c in instance.covers][2:] == [
        (5, "E", 1, 70, 3),
        (12, "L", 0, 100, 2),
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("14\n\nSECTION_SHIFTS", "15\n\nSECTION_SHIFTS", "15 days"),
        ("14\n\nSECTION_SHIFTS", "long\n\nSECTION_SHIFTS", "'long'"),
        ("L,600,E", "L,600,E|N", "'N'"),
        ("L,600,E", "E,600,E", "shift E was given in line 17 already"),
        ("E,480", "E,0", "'0'"),
        ("L=3,", "L=3|N=1,", "'N'"),
        ("L=3,", "L:3,", "'L:3'"),
        ("Bo,,5000,0,3,1,1,2", "Bo,,5000,0,3,1,1", "7 cells"),
        ("Cy,E", "Ana,E", "employee Ana was given in line 22 already"),
        ("Ana,13,0", "Ana,14,0", "day 14"),
        ("Ana,13,0", "Eve,13,0", "'Eve'"),
        ("Bo,3,E,4", "Bo,3,E,-4", "'-4'"),
        ("Bo,3,E,4", "Bo,3,N,4", "'N'"),
        ("5,E,1,70,3", "0,E,1,70,3", "day 0, shift E"),
        ("5,E,1,70,3", "5,E,1.5,70,3", "'1.5'"),
        ("SECTION_DAYS_OFF", "SECTION_OFF", "SECTION_OFF"),
        ("# made up", "made up", "before the first section"),
    ],
)
def test_a_mistake_is_named_by_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert EXAMPLE.count(old) == 1
    line = EXAMPLE[: EXAMPLE.index(old)].count("\n") + 1
    found = mistakes(tmp_path, EXAMPLE.replace(old, new))
    assert any(said.startswith(f"line {line}: ") and words in said for said in found), found


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    text = (
        EXAMPLE.replace("E,480", "E,long").replace("Ana,13,0", "Ana,99").replace("5,E,1,70,3", "5,X,1,70,3")
    )
    assert {said.split(":")[0] for said in mistakes(tmp_path, text)} == {"line 6", "line 17", "line 28"}


def test_what_is_no_instance_is_said_so(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "SECTION_HORIZON\n7\n") == [
        "SECTION_SHIFTS is missing or empty",
        "SECTION_STAFF is missing or empty",
    ]
    with pytest.raises(BadInputError, match="cannot be read"):
        load_instance(tmp_path / "absent.txt")


def test_employees_alike_are_one_profile_and_rules_are_shared(tmp_path: Path) -> None:
    ana, bo, cy = translate(read(tmp_path, EXAMPLE)).profiles
    assert (bo.name, bo.lower, bo.upper) == ("Bo, Di", 2, 2)
    assert {a.key for a in ana.automata} & {a.key for a in cy.automata} == {
        ("runs", 5, 2, 2),
        ("successions", ("E", ()), ("L", ("E",))),
    }


def test_only_totals_that_can_break_their_bounds_are_counted(tmp_path: Path) -> None:
    ana, bo, cy = (
        {type(c): (c.lower, c.upper) for c in profile.counters}
        for profile in translate(read(tmp_path, EXAMPLE)).profiles
    )
    assert ana == {WorkingTime: (24, 40), ShiftsOfType: (0, 3), Weekends: (0, 1)}
    assert bo == {WorkingTime: (0, 41)}
    assert cy == {WorkingTime: (9, 36)}


def one_employee(days: int, shifts: str, limits: str, rest: str = "") -> str:
    return f"SECTION_HORIZON\n{days}\nSECTION_SHIFTS\n{shifts}\nSECTION_STAFF\nA,{limits}\n{rest}\n"


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("D......", True),  # a run that began before day 0 may be short
        (".D.....", False),
        ("......D", True),  # and one that goes on after the last day
        (".....D.", False),
        ("..DD..", True),
        (".DDDD..", False),  # too long
        ("DDDD...", False),  # at the edge too
        ("DD.DDD.", False),  # one day off
        (".DD..DD", True),
        (".DDD...", True),
    ],
)
def test_runs_that_touch_an_edge_may_be_short(tmp_path: Path, row: str, kept: bool) -> None:
    (profile,) = translate(read(tmp_path, one_employee(7, "D,480,", ",9999,0,3,2,2,1"))).profiles
    assert (legal_cost(profile, tuple(None if c == "." else c for c in row)) is not None) == kept


TWO = "E,480,\nL,600,E|L"
REQUESTS = """SECTION_SHIFT_ON_REQUESTS
A,1,E,4
A,1,L,1
A,2,E,2
A,2,E,3
SECTION_SHIFT_OFF_REQUESTS
A,1,E,7
A,5,L,2
A,5,L,1"""


@pytest.mark.parametrize(
    "text",
    [
        one_employee(7, TWO, ",9999,0,7,1,1,1"),
        one_employee(7, TWO, "E=2|L=1,9999,0,7,1,1,1"),
        one_employee(7, TWO, "E=0|L=7,9999,0,7,1,1,0"),
        one_employee(7, TWO, ",2401,1559,7,1,1,1"),
        one_employee(7, TWO, ",2000,1000,2,2,2,1", "SECTION_DAYS_OFF\nA,0,4"),
        one_employee(7, TWO, ",9999,0,3,2,3,1", REQUESTS),
        one_employee(7, TWO, "L=2,9999,0,4,3,1,1", REQUESTS),
        one_employee(7, "E,480,L\nL,480,E", ",9999,0,0,0,0,1"),
        one_employee(14, "D,480,", "D=8,9999,960,4,3,2,1", "SECTION_DAYS_OFF\nA,3,12"),
        one_employee(14, "D,480,", ",9999,0,5,1,1,1"),
        one_employee(14, "D,720,D", ",4400,1000,14,1,3,0"),
    ],
)
def test_every_rule_says_what_the_checker_says(tmp_path: Path, checker: ModuleType, text: str) -> None:
    """Over every roster of the horizon."""
    path = written(tmp_path, text)
    instance, theirs = load_instance(path), checker.load_instance(path)
    (profile,) = translate(instance).profiles
    verdicts = set()
    for row in itertools.product((None, *(shift.name for shift in instance.shifts)), repeat=instance.days):
        broken, parts = checker.check(theirs, {"A": row})
        cost = legal_cost(profile, row)
        assert (cost is None) == bool(broken), (row, broken)
        assert cost is None or cost == parts["requests"], row
        verdicts.add(bool(broken))
    assert verdicts == {True, False}


def test_random_limits_say_what_the_checker_says(tmp_path: Path, checker: ModuleType) -> None:
    dice = random.Random(7)
    legal = 0
    for _ in range(150):
        most = "|".join(f"{s}={dice.choice([0, 2, 5, 14])}" for s in "EL" if dice.random() < 0.6)
        limits = [dice.choice([2400, 4000, 9999]), dice.choice([0, 900, 1900]), dice.randint(1, 6)]
        limits += [dice.randint(0, 3), dice.randint(0, 4), dice.randint(0, 2)]
        off = "".join(f",{day}" for day in range(14) if dice.random() < 0.05)
        text = one_employee(
            14, TWO, ",".join([most, *map(str, limits)]), f"{REQUESTS}\nSECTION_DAYS_OFF\nA{off}"
        )
        path = written(tmp_path, text)
        theirs, (profile,) = checker.load_instance(path), translate(load_instance(path)).profiles
        for row in _mostly_legal(dice, profile):
            broken, parts = checker.check(theirs, {"A": row})
            assert legal_cost(profile, row) == (None if broken else parts["requests"]), (text, row, broken)
            legal += not broken
    assert legal > 500


def _mostly_legal(dice: random.Random, profile: Profile) -> list[tuple[str | None, ...]]:
    """Random walks that obey the automata, some with one day changed."""
    rows = []
    for _ in range(30):
        row: list[str | None] = []
        states = [automaton.start() for automaton in profile.automata]
        for day in range(14):
            shift = dice.choice([None, "E", "L"])
            options = [shift, None, "E", "L"]
            for option in options:
                steps = [a.step(s, day, option) for a, s in zip(profile.automata, states, strict=True)]
                if all(step is not None for step in steps):
                    states = [step[0] for step in steps if step is not None]
                    row.append(option)
                    break
        if len(row) == 14:
            if dice.random() < 0.3:
                row[dice.randrange(14)] = dice.choice([None, "E", "L"])
            rows.append(tuple(row))
    return rows


def test_the_objective_is_that_of_the_checker(tmp_path: Path, checker: ModuleType) -> None:
    """Any roster is legal when the limits are loose; only wishes and covers are left."""
    loose = EXAMPLE.replace("L,600,E", "L,600,").replace("Ana,13,0", "Ana")
    for limits in ("E=14|L=3,4800,2880,5,2,2,1", ",5000,0,3,1,1,2", "E=14|L=0,4321,961,5,2,2,0"):
        loose = loose.replace(limits, ",99999,0,14,1,1,2")
    path = written(tmp_path, loose)
    instance, theirs = load_instance(path), checker.load_instance(path)
    problem = translate(instance)
    dice = random.Random(3)
    totals = set()
    for _ in range(200):
        roster = tuple(random_row(dice, 14, ("E", "L")) for _ in instance.employees)
        solution = solution_of(instance, problem, roster)
        read_back = checker.read_table(theirs, roster_text(roster_of(instance, problem, solution)))
        broken, parts = checker.check(theirs, read_back)
        assert not broken
        assert solution.objective == parts["total"]
        assert tuple(tuple(read_back[e.name]) for e in instance.employees) == roster_of(
            instance, problem, solution
        )
        totals.add(parts["total"])
    assert len(totals) > 50


def test_an_illegal_roster_has_no_objective(tmp_path: Path) -> None:
    instance = read(tmp_path, EXAMPLE)
    problem = translate(instance)
    roster = (("E",) * 14, *[(None,) * 14] * 3)
    assert objective_of(problem, tours_of(instance, problem, roster)) is None


@pytest.mark.skipif(not SHARED.exists(), reason="shared/bench/curtois is not beside the repository")
def test_the_instances_are_read_as_the_checker_reads_them(checker: ModuleType) -> None:
    for path in sorted(SHARED.glob("Instance*.txt")):
        ours, theirs = load_instance(path), checker.load_instance(path)
        assert [e.name for e in ours.employees] == list(theirs.staff)
        assert {s.name: s.minutes for s in ours.shifts} == theirs.shift_len
        assert sum(len(e.shift_on_requests) for e in ours.employees) == len(theirs.on)
        assert sum(len(e.shift_off_requests) for e in ours.employees) == len(theirs.off)
        assert {
            (c.day, c.shift): (c.requirement, c.weight_under, c.weight_over) for c in ours.covers
        } == theirs.cover
