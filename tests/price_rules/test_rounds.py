"""How the time is shared out: a second search where it tells more, none after Ctrl-C or the time limit."""

import threading
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from models.plan import Plan
from models.progress import Listener, silent
from models.rule_price import PriceList
from models.scenario import Scenario
from models.text import Text
from planner.pipeline import plan_for
from planner.price_rules import price_rules, price_table
from planner.roster.solve import SearchLimits
from planner.scenario.loaded import LoadedScenario
from planner.scenario.loading import load_scenario
from tests.price_rules.test_prices import DESK, of, shown

ONLY = ("max_consecutive_days",)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> LoadedScenario:
    path: Path = tmp_path_factory.mktemp("post") / "post.toml"
    path.write_text(DESK, encoding="utf-8")
    return load_scenario(path)


def said(prices: PriceList) -> str:
    out = StringIO()
    Console(width=200, file=out).print(price_table(prices, "en"))
    return " ".join(out.getvalue().split())


def test_what_is_wide_is_searched_again_and_the_better_of_both_is_told(
    loaded: LoadedScenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first search without the rule proves too little, the second finds too dear a plan."""
    tries = Counter[int]()

    def poorer(scenario: Scenario, *rest: Any) -> Plan:
        made = plan_for(scenario, *rest)
        free = len(scenario.rules)
        tries[free] += 1
        if free == len(loaded.scenario.rules):
            return made
        proof = made.proof
        if tries[free] == 1:
            return replace(
                made, proof=replace(proof, bound_minor=proof.bound_minor - 70_000, status="feasible")
            )
        return replace(made, proof=replace(proof, objective_minor=proof.objective_minor + 50_000))

    limits = SearchLimits(seconds=120, workers=1)
    proven = of(price_rules(loaded, ONLY, limits, shown)[0], ONLY[0])
    monkeypatch.setattr("planner.price_rules.searches.plan_for", poorer)
    told = of(price_rules(loaded, ONLY, limits, shown)[0], ONLY[0])
    assert tries[len(loaded.scenario.rules) - 1] == 2
    assert told.is_exact
    assert (told.found_minor, told.at_most_minor) == (proven.found_minor, proven.at_most_minor)


def test_ctrl_c_keeps_what_is_done_and_begins_nothing_more(loaded: LoadedScenario) -> None:
    stop, begun = threading.Event(), list[str]()

    def until_the_second(number: int, wanted: int, what: Text) -> AbstractContextManager[Listener]:
        begun.append(what.en)
        if number == 3:
            stop.set()
        assert number <= wanted
        return nullcontext(silent)

    limits = SearchLimits(seconds=300, workers=1, stop=stop)
    prices = price_rules(loaded, ("rules", "people"), limits, until_the_second)[0]
    assert prices.is_interrupted
    assert len(begun) == 3
    found = Counter(one.finding for one in prices.prices)
    assert found["priced"] >= 1
    assert found["not_done"] >= 1
    assert "Interrupted: some lines were not done." in said(prices)


def test_the_time_limit_leaves_lines_undone_and_says_what_gives_more(loaded: LoadedScenario) -> None:
    prices = price_rules(loaded, ("people",), SearchLimits(seconds=1, workers=1), shown)[0]
    assert not prices.is_interrupted
    assert prices.objective_minor >= prices.bound_minor > 0
    assert {one.finding for one in prices.prices} == {"not_done"}
    assert "Time ran out: --time-limit gives more" in said(prices)
