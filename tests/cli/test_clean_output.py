import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PROGRAM = """
import os
from planner.cli.clean_output import keep_output_to_ourselves
keep_output_to_ourselves()
os.write(1, b"noise of a library\\n")
print("ours, \u0441\u043c\u0435\u043d\u0430", flush=True)
"""


def test_what_a_library_writes_to_the_descriptor_does_not_reach_the_output() -> None:
    """HiGHS printed a line of its own into the JSON of ``smena plan --json``."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "ours, смена\n"
