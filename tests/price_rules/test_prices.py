"""Prices of a tiny desk against planning it by hand without each thing."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from models.errors import BadInputError
from models.progress import Listener, silent
from models.rule_price import PriceList, RulePrice
from models.text import Text
from planner.price_rules import price_document, price_rules
from planner.price_rules.rule_variants import rule_variants
from planner.roster.solve import SearchLimits
from planner.rules.always_together import AlwaysTogether
from planner.scenario.loaded import LoadedScenario
from planner.scenario.loading import load_scenario

#: One post from 09:00 to 21:00 every day; Anna may not work all of it, Boris costs more.
DESK = """
name = "post"
[desk]
name = "Post"
zone = "Europe/Moscow"
currency = "RUB"
interval_minutes = 60
[period]
first_date = 2026-11-09
days = 7
[opening]
hours = "mon-sun 09:00-21:00"
[[channels]]
name = "phone"
kind = "phone"
aht_seconds = 60
volume = { contacts_per_day = { mon = 1, tue = 1, wed = 1, thu = 1, fri = 1, sat = 1, sun = 1 } }
[staffing]
min_agents = 1
[[shift_patterns]]
name = "long"
starts = ["09:00"]
length_minutes = "12h"
[[contracts]]
name = "cheap"
hourly_rate = 100
weekly_minutes = "84h"
[[contracts]]
name = "dear"
hourly_rate = 150
weekly_minutes = "84h"
[[agents]]
id = "anna"
contract = "cheap"
requests = [{ date = 2026-11-10, wish = "off", price = 200 }]
[[agents]]
id = "boris"
contract = "dear"
[[rules]]
kind = "max_consecutive_days"
days = 4
[[rules]]
kind = "min_rest"
minutes = "8h"
[prices]
understaffed_hour = 3000
"""
SHIFT = 12  # paid hours


def shown(number: int, wanted: int, what: Text) -> AbstractContextManager[Listener]:
    assert 1 <= number <= wanted
    return nullcontext(silent)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> LoadedScenario:
    path: Path = tmp_path_factory.mktemp("post") / "post.toml"
    path.write_text(DESK, encoding="utf-8")
    return load_scenario(path)


@pytest.fixture(scope="module")
def prices(loaded: LoadedScenario) -> PriceList:
    return price_rules(loaded, (), SearchLimits(seconds=300, workers=1), shown)[0]


def of(prices: PriceList, key: str) -> RulePrice:
    return next(one for one in prices.prices if one.key == key)


def a_month(units: float) -> float:
    return units * 100 * 30.4375 / 7


def assert_costs(one: RulePrice, units: float) -> None:
    assert one.finding == "priced"
    assert one.is_exact
    assert one.found_minor == pytest.approx(a_month(units), abs=1)
    assert one.at_least_minor is not None
    assert one.at_most_minor is not None
    assert one.at_least_minor - 1 <= a_month(units) <= one.at_most_minor + 1


def test_a_rule_costs_what_the_dearer_colleague_gets_more(prices: PriceList) -> None:
    # Anna must rest one day of the seven, and Boris works it
    assert_costs(of(prices, "max_consecutive_days"), SHIFT * 50)
    assert_costs(of(prices, "min_rest"), 0)


def test_a_person_who_is_cheaper_than_the_rest_saves_money(prices: PriceList) -> None:
    # alone, Boris may work six days of seven: one stays uncovered
    alone = 6 * SHIFT * 150 + SHIFT * 3000
    assert_costs(of(prices, "agent:anna"), 6 * SHIFT * 100 + SHIFT * 150 + _wish(prices) - alone)


def _wish(prices: PriceList) -> float:
    """What the wish adds to the plan as it is, in units of the period."""
    return prices.objective_minor / 100 * 7 / 30.4375 - (6 * SHIFT * 100 + SHIFT * 150)


def test_granting_a_wish_never_saves_and_costs_no_more_than_a_shift_swapped(prices: PriceList) -> None:
    wish = of(prices, "request:anna:2026-11-10")
    assert wish.is_exact
    assert wish.at_least_minor is not None
    assert wish.at_least_minor >= 0


def test_without_the_minimum_nobody_need_be_there(prices: PriceList) -> None:
    minimum = of(prices, "min_agents")
    assert minimum.finding == "priced"
    assert minimum.at_least_minor is not None


def test_a_tighter_step_costs_and_a_looser_one_saves(prices: PriceList) -> None:
    tighter, looser = of(prices, "max_consecutive_days:tighter"), of(prices, "max_consecutive_days:looser")
    assert "3 days" in tighter.change.en
    assert "5 days" in looser.change.en
    assert tighter.at_least_minor is not None
    assert tighter.at_least_minor >= 0
    assert looser.at_least_minor is not None
    assert looser.at_least_minor >= 0


def test_the_dearest_comes_first_and_the_document_says_the_same(prices: PriceList) -> None:
    found = [one.found_minor for one in prices.prices if one.found_minor is not None]
    assert found == sorted(found, reverse=True)
    document = price_document(prices)
    assert [row["key"] for row in document["prices"]] == [one.key for one in prices.prices]
    assert document["currency"] == "RUB"


def test_only_what_is_named_is_priced_and_a_wrong_name_is_refused(loaded: LoadedScenario) -> None:
    limits = SearchLimits(seconds=60, workers=1)
    some = price_rules(loaded, ("min_rest", "requests"), limits, shown)[0]
    assert {one.key for one in some.prices} >= {"min_rest", "request:anna:2026-11-10"}
    assert {one.group for one in some.prices} == {"rule", "request", "step"}
    with pytest.raises(BadInputError, match="min_rset"):
        price_rules(loaded, ("min_rset",), limits, shown)


def test_people_are_called_by_their_names(loaded: LoadedScenario) -> None:
    anna, boris = loaded.scenario.agents
    people = (anna.model_copy(update={"name": "Анна Орлова"}), boris.model_copy(update={"name": "Boris B."}))
    rule = AlwaysTogether(agents=("anna", "boris"))
    scenario = loaded.scenario.model_copy(update={"agents": people, "rules": (rule,)})
    (variant,) = rule_variants(scenario)
    assert "Анна Орлова" in variant.what.ru
    assert "Boris B." in variant.what.en
    assert "anna" not in variant.what.ru + variant.what.en
    # part of a word is no identifier
    only = AlwaysTogether(agents=("boris", "anna-2"))
    other = scenario.model_copy(update={"rules": (only,)})
    assert "anna-2" in next(rule_variants(other)).what.en
