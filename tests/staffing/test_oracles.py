"""Published and recomputed queueing figures kept outside the repository."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import SupportsFloat

import pytest

from planner.staffing import erlang_a, erlang_b, erlang_c, live_system

ORACLES = Path(__file__).parents[3] / "shared" / "data" / "erlang_oracles.csv"
PLAIN = live_system.Handling()

#: (model, quantity, parameters) of the table, as calls of ours.
OURS: dict[tuple[str, str, str], Callable[[], SupportsFloat]] = {
    ("erlang_c", "Pw", "A=10 Erl,n=14"): lambda: erlang_c.wait_probability(10, 14),
    ("erlang_c", "SL20", "A=10,n=14,AHT180,t20"): lambda: erlang_c.service_level(10, 14, 20 / 180),
    ("erlang_c", "ASA_s", "A=10,n=14,AHT180"): lambda: 180 * erlang_c.mean_wait(10, 14),
    ("erlang_c", "agents", "100/30min,AHT180,80/20,max occ .85"): lambda: erlang_c.smallest_agents(
        10, 20 / 180, 0.8, 0.85
    ),
    ("erlang_c", "agents", "250/h,AHT330,80/30"): lambda: erlang_c.smallest_agents(
        250 * 330 / 3600, 30 / 330, 0.8
    ),
    ("erlang_c", "Pw", "A=123,n=132"): lambda: erlang_c.wait_probability(123, 132),
    ("erlang_c", "Pw", "A=12345,n=12421"): lambda: erlang_c.wait_probability(12345, 12421),
    ("erlang_c", "Pw", "A=123,n=130"): lambda: erlang_c.wait_probability(123, 130),
    ("erlang_c", "SL20", "A=123,n=130,AHT300"): lambda: erlang_c.service_level(123, 130, 20 / 300),
    ("erlang_b", "Pb", "A=123,n=132"): lambda: erlang_b.blocking(123, 132),
    ("erlang_c", "SL20", "lam .1/s,mu .0033,n35"): lambda: erlang_c.service_level(
        0.1 / 0.0033, 35, 20 * 0.0033
    ),
    ("erlang_c", "SL20", "lam .1,mu .0033,n40"): lambda: erlang_c.service_level(
        0.1 / 0.0033, 40, 20 * 0.0033
    ),
    ("erlang_c", "Pw", "lam 1/36,mu 1/180,n10"): lambda: erlang_c.wait_probability(5, 10),
    ("erlang_c", "Lq", "lam 7,mu 1,n9"): lambda: 7 * erlang_c.mean_wait(7, 9),
    ("erlang_c", "Wq_s", "lam .1,mu 1/300,n35"): lambda: 300 * erlang_c.mean_wait(30, 35),
    ("erlang_c", "occupancy", "A=10,n=14"): lambda: live_system.service_level(10, 14, 0, 0, PLAIN)[1],
    ("erlang_c", "ASA_s", "A=123,n=130,AHT300"): lambda: 300 * erlang_c.mean_wait(123, 130),
    ("erlang_a", "Wq_s", "same"): lambda: 240 * erlang_a.measures(24, 28, 240 / 300).mean_wait_aht,
    ("erlang_a", "L", "same"): lambda: (
        28 * erlang_a.measures(24, 28, 0.8).occupancy + 24 * erlang_a.measures(24, 28, 0.8).mean_wait_aht
    ),
    ("erlang_a", "Lq", "lam .1,mu 1/240,theta 1/300,n28"): lambda: (
        24 * erlang_a.measures(24, 28, 240 / 300).mean_wait_aht
    ),
    ("erlang_a", "Pab", "lam .1,mu 1/240,theta 1/30,n25"): lambda: (
        erlang_a.measures(24, 25, 240 / 30).abandon_share
    ),
}

#: Rows a formula of ours cannot answer, with the reason.
NOT_FORMULAS = {
    (
        "sim M/M/c",
        "SL20",
        "lam 4.2/min,mu .5/min,n12",
    ): "a day from an empty start: tests/simulate/test_exact.py",
    ("sim M/M/c", "ASA_min", "same"): "a day from an empty start: tests/simulate/test_exact.py",
    ("pipeline", "servers per hour"): "needs call records that are not in the table",
    ("shift cover LP", "min shifts"): "a roster, not a queue; the demand is not in the table",
    ("erlang_a vs c", "Pab/EW_s/occ; EW_C_s"): "four figures in one row, below",
}
#: Rounded further than the rest of the table.
ROUNDED = {("erlang_c", "ASA_s", "A=123,n=130,AHT300"): 0.01}


@pytest.mark.skipif(
    not ORACLES.exists(), reason="shared/data/erlang_oracles.csv is not beside the repository"
)
def test_every_figure_of_the_table_is_met() -> None:
    with ORACLES.open(encoding="utf-8", newline="") as file:
        rows = {
            (row["model"], row["quantity"], row["parameters"]): row["value"] for row in csv.DictReader(file)
        }
    assert not OURS.keys() - rows.keys()
    left_out = rows.keys() - OURS.keys()
    assert not {row for row in left_out if row not in NOT_FORMULAS and row[:2] not in NOT_FORMULAS}
    wrong = {
        key: (float(ours()), rows[key])
        for key, ours in OURS.items()
        # Figures are given to four digits or more; finite waiting rooms shift the last of some.
        if float(ours()) != pytest.approx(float(rows[key]), rel=2e-6, abs=ROUNDED.get(key, 6e-5))
    }
    assert not wrong


def test_abandonment_beside_endless_patience() -> None:
    # 48 calls a minute of one minute, 50 agents: "3.09% / 3.71 / 93.0%; 20.83"
    found = erlang_a.measures(48, 50, 0.5)
    shown = (
        f"{100 * found.abandon_share:.2f}% / {60 * found.mean_wait_aht:.2f} / {100 * found.occupancy:.1f}%"
    )
    assert f"{shown}; {60 * erlang_c.mean_wait(48, 50):.2f}" == "3.09% / 3.71 / 93.0%; 20.83"


def test_stationary_values_beside_the_simulated_ones() -> None:
    # The table notes them in words: 4.2 calls a minute of two minutes, 12 agents.
    assert float(erlang_c.service_level(8.4, 12, 1 / 6)) == pytest.approx(0.8991, abs=5e-5)
    assert 2 * float(erlang_c.mean_wait(8.4, 12)) == pytest.approx(0.1022, abs=5e-5)
