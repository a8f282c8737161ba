"""How fast a large workbook is written: 500 people over a quarter in 20 s and 1 GiB.

Run with ``pytest -o addopts="" tests/benchmarks/test_workbook_speed.py``.  The plan is made up,
not planned.  It is written in a process of its own, for its peak memory; the seconds are those of
the processor, which others that want it at the same time do not change much.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.workbook.test_libreoffice import convert

PEOPLE, DAYS = 500, 92
WRITE = """
import json, sys, time
from dataclasses import replace
from pathlib import Path
from models.tour import Roster
from planner.pay.price import price
from planner.workbook import write_workbook
from tests.hand_roster import hand_calendar
from tests.plans import sample_plan
people, days = int(sys.argv[2]), int(sys.argv[3])
plan = sample_plan(days=days)
agents = tuple(
    plan.scenario.agents[number % 8].model_copy(update={"id": f"p{number:03d}", "name": f"Person {number:03d}"})
    for number in range(people)
)
scenario = plan.scenario.model_copy(update={"agents": agents, "vacancies": ()})
tours = [plan.roster.tours[number % 8] for number in range(people)]
roster = Roster(tuple(
    replace(tour, agent=replace(tour.agent, agent=agent.id, name=agent.name))
    for tour, agent in zip(tours, agents, strict=True)
))
calendar = hand_calendar(scenario)
made = replace(
    plan, scenario=scenario, calendar=calendar, roster=roster, cost=price(scenario, calendar, roster)
)
start, begun = time.process_time(), time.perf_counter()
write_workbook(made, Path(sys.argv[1]))
seconds, waited = time.process_time() - start, time.perf_counter() - begun
status = Path("/proc/self/status")
if status.exists():  # that of this program alone, not of the one that started it
    memory = int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024
else:
    import resource
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps([seconds, waited, memory]))
"""


def written(path: Path) -> tuple[float, float, int]:
    """Write the workbook; seconds of the processor and by the clock, and bytes at the most."""
    command = [sys.executable, "-c", WRITE, str(path), str(PEOPLE), str(DAYS)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout
    seconds, waited, memory = json.loads(said)
    return seconds, waited, memory


def test_a_quarter_of_500_people_is_written_in_20_seconds_and_a_gibibyte(
    benchmark: Any, tmp_path: Path
) -> None:
    path = tmp_path / "roster.xlsx"
    seconds, waited, memory = benchmark.pedantic(written, args=(path,), rounds=1)
    size = path.stat().st_size
    benchmark.extra_info.update(
        {"seconds": seconds, "by the clock": waited, "MiB": memory / 2**20, "file MiB": size / 2**20}
    )
    assert size < 10 * 2**20
    assert (seconds <= 20, memory <= 2**30) == (True, True), f"{seconds:.1f} s, {memory / 2**20:.0f} MiB"
    if shutil.which("soffice"):  # and it can be opened
        (tmp_path / "out").mkdir()
        saved = convert(path, "xlsx", tmp_path / "out", seconds=900)
        assert saved.stat().st_size > 2**20
