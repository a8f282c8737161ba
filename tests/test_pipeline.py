"""Every stage in its order, from a scenario file to the files of its plan."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from models.errors import EngineError
from models.plan import ObjectiveParts
from models.progress import Progress
from models.roster_answer import RosterAnswer
from models.simulation import ExtraCover
from planner.again import recheck
from planner.pipeline import make_plan, plan_for, simulate_plan, write_everything
from planner.plan_file import read_plan
from planner.roster.solve import SearchLimits, make_roster
from planner.scenario.loading import load_scenario
from planner.simulate.plan_simulation import SimulationLimits
from tests.planned_desk import DESK, NO_DATES, changed, document, planned, small_plan

#: Keys others rely on, as the issue of the first version lists them.
CONTRACT = {
    "": "status objective bound gap wall_seconds seed headcount cost coverage roster violations",
    "cost": "total base night_premium holiday_premium overtime per_head currency",
    "coverage": "required_hours scheduled_hours understaffed_hours overstaffed_hours service_level",
}
ROW = "agent date shift start end paid_minutes break_start break_end"


def test_a_small_desk_is_planned_and_proven() -> None:
    plan = small_plan()
    assert plan.proof.status == "optimal"
    assert plan.proof.objective_minor == plan.proof.bound_minor
    assert plan.proof.objective_minor == plan.cost.total_minor + plan.objective_parts.total_minor
    assert not [found for found in plan.violations if found.hard]
    assert plan.roster.headcount >= 3
    assert {promise.channel for promise in plan.promises} == {"phone", "tickets"}
    findings, cost = recheck(plan.scenario, plan.roster, plan.coverage.required)
    assert (findings, cost) == (plan.violations, plan.cost)


def test_the_hours_of_the_plan_before_are_promised_but_not_asked_for() -> None:
    plan = planned(changed(NO_DATES))
    assert plan.requirement.open_intervals[0]
    assert plan.coverage.required[:8] == plan.coverage.on_duty[:8] == (0,) * 8
    phone = plan.promises[0].service_level_by_interval
    assert phone[3] is not None
    assert phone[3] > 0.8


def test_whoever_is_known_to_work_from_the_eve_counts() -> None:
    plan = small_plan()
    assert plan.coverage.required[:8] == plan.coverage.on_duty[:8] == (1,) * 8


def test_progress_is_told_in_order() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.toml"
        path.write_text(DESK, encoding="utf-8")
        heard: list[Progress] = []
        make_plan(load_scenario(path), SearchLimits(), heard.append)
    stages = [news.stage for news in heard]
    assert stages[:3] == ["demand", "networks", "first tours"]
    bounds = [news.bound for news in heard if news.bound is not None]
    assert bounds == sorted(bounds)
    objectives = [news.objective for news in heard if news.objective is not None]
    assert objectives == sorted(objectives, reverse=True)


def test_the_plan_file_keeps_the_contract(tmp_path: Path) -> None:
    written = document(small_plan(), tmp_path)
    for section, keys in CONTRACT.items():
        assert set(keys.split()) <= (written[section] if section else written).keys()
    assert written["roster"]
    assert all(row.keys() == set(ROW.split()) for row in written["roster"])
    assert written["seed"] == 3
    assert written["cost"]["currency"] == "EUR"
    assert written["violations"] == []
    assert written["roster"][0]["start"].endswith("+02:00")


def test_every_file_is_written(tmp_path: Path) -> None:
    paths = write_everything(small_plan(), tmp_path / "new" / "folder")
    assert all(path.stat().st_size > 0 for path in paths)
    names = {path.name for path in paths}
    assert {
        "plan.json",
        "certificate.json",
        "roster.xlsx",
        "coverage.png",
        "roster.png",
        "cost.csv",
        "on-shift.json",
    } <= names
    assert {"queue-phone.ics", "agent-anna.ics"} <= names


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Planned anew, with another clock reading: all files but for the seconds the search took."""
    for folder, plan in (("a", small_plan()), ("b", planned(DESK))):
        write_everything(replace(plan, proof=replace(plan.proof, wall_seconds=1.0)), tmp_path / folder)
    first = {
        p.relative_to(tmp_path / "a"): p.read_bytes() for p in (tmp_path / "a").rglob("*") if p.is_file()
    }
    second = {
        p.relative_to(tmp_path / "b"): p.read_bytes() for p in (tmp_path / "b").rglob("*") if p.is_file()
    }
    assert first.keys() == second.keys()
    assert [str(name) for name, content in first.items() if second[name] != content] == []


@pytest.mark.parametrize(
    ("first_date", "saturday", "hours", "offsets"),
    [
        ("2026-10-19", "2026-10-24", 13, ("+02:00", "+01:00")),
        ("2026-03-23", "2026-03-28", 11, ("+01:00", "+02:00")),
    ],
    ids=["clocks go back", "clocks go forward"],
)
def test_a_period_in_which_the_clocks_change(
    tmp_path: Path, first_date: str, saturday: str, hours: int, offsets: tuple[str, str]
) -> None:
    plan = planned(changed({"2026-06-01": first_date, **NO_DATES}))
    assert plan.proof.status == "optimal"
    assert not [found for found in plan.violations if found.hard]
    assert len(plan.coverage.required) == 7 * 24 + hours - 12
    written = document(plan, tmp_path)
    nights = [row for row in written["roster"] if row["date"] == saturday and row["shift"] == "night"]
    assert nights
    for night in nights:
        assert night["paid_minutes"] == hours * 60
        assert (night["start"][-6:], night["end"][-6:]) == offsets
        assert (night["start"][11:16], night["end"][11:16]) == ("20:00", "08:00")


TOO_MUCH = {"max_hires = 5": "max_hires = 0", "mon = 60, tue = 60": "mon = 600, tue = 600"}


def test_demand_nobody_can_cover_is_a_priced_shortfall() -> None:
    plan = planned(changed(TOO_MUCH))
    assert plan.proof.status == "optimal"
    assert plan.coverage.understaffed_hours > 100
    assert plan.objective_parts.understaffing_minor > 100 * 120_00
    assert plan.promises[0].service_level < 0.5
    assert not [found for found in plan.violations if found.hard]


def test_hard_coverage_nobody_can_keep_is_infeasible_and_still_says_who_could_work() -> None:
    hard = {"understaffed_hour = 120": "understaffed_hour = 120, hard_coverage = true"}
    plan = planned(changed({**TOO_MUCH, **hard}), seconds=3)
    assert plan.proof.status == "infeasible"
    assert {found.rule for found in plan.violations if found.hard} >= {"coverage"}
    assert plan.roster.worked()
    assert plan.coverage.understaffed_hours > 100


def test_hard_coverage_is_kept_where_a_price_would_not_be_worth_it() -> None:
    cheap = planned(changed({"understaffed_hour = 120": "understaffed_hour = 5"}))
    hard = planned(changed({"understaffed_hour = 120": "understaffed_hour = 5, hard_coverage = true"}))
    assert cheap.proof.status == hard.proof.status == "optimal"
    assert cheap.coverage.understaffed_hours > 100
    assert hard.coverage.understaffed_hours == 0
    assert not [found for found in hard.violations if found.hard]


def test_someone_without_a_legal_tour_is_told_why_and_the_others_are_planned(tmp_path: Path) -> None:
    wishes = 'requests = [{ date = 2026-06-05, wish = "off", price = 50 }]'
    fixed = (
        'fixed_shifts = [{ date = 2026-06-01, pattern = "night" }, { date = 2026-06-02, pattern = "long" }]'
    )
    plan = planned(changed({wishes: fixed}), seconds=3)
    assert plan.proof.status == "infeasible"
    (reason,) = plan.reasons
    assert reason.startswith("Anna Orlova: no legal tour exists.")
    assert "boris" in {tour.agent.agent for tour in plan.roster.tours}
    assert document(plan, tmp_path)["reasons"] == [reason]


def test_a_plan_whose_price_counted_again_differs_is_refused() -> None:
    def lying(*arguments: Any, **more: Any) -> RosterAnswer:
        answer = make_roster(*arguments, **more)
        parts = ObjectiveParts(answer.parts.understaffing_minor + 1, 0, 0, 0)
        return replace(answer, parts=parts)

    plan = small_plan()
    with pytest.raises(EngineError, match="please report this"):
        plan_for(plan.scenario, plan.demands, SearchLimits(seconds=30, seed=3), find=lying)


def test_contacts_that_move_to_another_channel_are_planned_there() -> None:
    lever = 'name = "phone"\nforecast = { shifts = [{ to = "tickets", share = 0.25 }], deflection = 0.2 }'
    before, after = planned(DESK), planned(changed({'name = "phone"': lever}))
    calls, tickets = (sum(own.contacts) for own in before.demands)
    moved = 0.8 * 0.25 * calls
    assert sum(after.demands[0].contacts) == pytest.approx(0.8 * 0.75 * calls, abs=1e-3)
    assert sum(after.demands[1].contacts) == pytest.approx(tickets + moved, abs=1e-3)
    assert sum(after.requirement.live[0].agents) < sum(before.requirement.live[0].agents)


def test_a_plan_read_back_is_simulated_as_the_one_that_was_made(tmp_path: Path) -> None:
    plan = small_plan()
    write_everything(plan, tmp_path)
    limits = SimulationLimits(replications=5, seed=2)
    heard: list[Progress] = []
    made, read = (
        simulate_plan(plan, limits, heard.append),
        simulate_plan(read_plan(tmp_path / "plan.json"), limits),
    )
    assert made.in_time.value.tolist() == read.in_time.value.tolist()
    assert made.lacking == read.lacking
    assert [(news.done, news.wanted) for news in heard] == [(done, 5) for done in range(1, 6)]


def test_what_is_added_to_a_requirement_is_planned_for() -> None:
    plan = small_plan()
    hours = plan.scenario.horizon.intervals
    nobody = next(i for i, need in enumerate(plan.coverage.required) if need == 1 and i > 24)
    agents = tuple(int(i == nobody) for i in range(hours))
    added = (ExtraCover(channel="phone", agents=agents, work_minutes=(0,) * hours),)
    more = plan_for(plan.scenario, plan.demands, SearchLimits(seconds=30, seed=3), added=added)
    assert more.coverage.required[nobody] == plan.coverage.required[nobody] + 1
    assert more.added_cover == added
    assert more.proof.objective_minor >= plan.proof.objective_minor
