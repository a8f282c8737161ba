"""A thousand legal rosters, each broken in a random way: the audit says just what a second reading says."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import count, islice
from random import Random

import pytest

from models.rule import RULES
from models.scenario import Scenario
from planner.audit import audit
from tests.audit.as_planned import roster_of, scenario_of
from tests.audit.legal_rosters import legal_rosters
from tests.audit.mutations import MUTATIONS, Mutation
from tests.audit.oracle.at_once import hours_of
from tests.audit.oracle.breach import Finding
from tests.audit.oracle.facts import Person
from tests.audit.oracle.judge import said_of
from tests.audit.oracle.kinds import OF_ONE, OF_SEVERAL
from tests.audit.random_desks import RandomDesk, random_desk

#: Rosters of one desk; of a batch, and of one in which a kind of rule has not spoken yet.
_OF_A_DESK, _OF_A_BATCH, _AT_MOST = 8, 500, 2_000
KINDS = frozenset(OF_ONE) | frozenset(OF_SEVERAL)
#: What must have something to say in every batch.
_SPEAKING = KINDS | {"coverage", "shift_overlap", "contract_pattern", "pattern_weekday"}


def audited(
    scenario: Scenario, given: RandomDesk, people: list[Person], required: tuple[int, ...]
) -> list[Finding]:
    """What the audit finds, without its words."""
    period = given.desk.period
    found = audit(scenario, roster_of(given, people), period.is_open, required, holidays=period.holidays)
    return sorted(Finding(one.date, one.rule, one.agent or "", one.hard, one.penalty_minor) for one in found)


def some_requirement(given: RandomDesk, people: list[Person], random: Random) -> tuple[int, ...]:
    """Where coverage is hard, people required that a roster has."""
    if not given.hard_coverage:
        return ()
    hours = [hours_of(one, given.desk.period, breaks=False) for one in people]
    return tuple(
        random.randint(0, sum(minute in own for own in hours)) for minute, _ in given.desk.period.starts()
    )


@dataclass
class Seen:
    """What became of a batch of rosters."""

    legal: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    rules: set[str] = field(default_factory=set)
    differences: list[str] = field(default_factory=list)

    def compare(self, where: str, oracle: list[Finding], read: list[Finding]) -> None:
        """Note what only one of the two says."""
        self.rules |= {one.rule for one in oracle}
        for one, other, who in ((oracle, read, "only the oracle"), (read, oracle, "only the audit")):
            self.differences += [f"{where}, {who}: {more}" for more in (Counter(one) - Counter(other))]

    def missing(self) -> list[str]:
        """What a batch must have seen and has not: mutations that break and that keep rules, kinds that speak."""
        names = sorted(mutation.__name__ for mutation in MUTATIONS)
        lacking = [f"{name} breaks a rule" for name in names if self.broken[name] < 10]
        lacking += [f"{name} breaks none" for name in names if self.kept[name] < 5 and name != "lengthened"]
        return lacking + sorted(_SPEAKING - self.rules)


def broken_in_one_way(
    given: RandomDesk, people: list[Person], random: Random, turn: int
) -> tuple[Mutation, list[Person]]:
    """The mutation whose turn it is, or the next that this roster has a place for."""
    for number in range(len(MUTATIONS)):
        mutation = MUTATIONS[(turn + number) % len(MUTATIONS)]
        mutant = mutation(given.desk, people, random)
        if mutant is not None:
            return mutation, mutant
    raise AssertionError("nothing can be done to this roster")


def look_at(seen: Seen, seed: int) -> None:
    """Make a desk and its legal rosters, and mutate each in turn."""
    random = Random(seed)
    given = random_desk(random)
    scenario = scenario_of(given)
    for number, people in enumerate(islice(legal_rosters(given.desk, given.people, random), _OF_A_DESK)):
        required = some_requirement(given, people, random)
        where = f"desk {seed} ({given.law}), roster {number}"
        read = audited(scenario, given, people, required)
        assert not [one for one in read if one.hard], where
        seen.legal += 1
        seen.compare(where, said_of(given.desk, people, required), read)
        mutation, mutant = broken_in_one_way(given, people, random, number + seed)
        oracle = said_of(given.desk, mutant, required)
        tally = seen.broken if any(one.hard for one in oracle) else seen.kept
        tally[mutation.__name__] += 1
        seen.compare(f"{where}, {mutation.__name__}", oracle, audited(scenario, given, mutant, required))


def test_every_kind_of_rule_has_a_second_reading() -> None:
    assert set(RULES) == KINDS


@pytest.mark.slow
@pytest.mark.parametrize("batch", [0, 1])
def test_the_audit_reports_every_break_that_is_one_and_nothing_else(batch: int) -> None:
    seen = Seen()
    for seed in count(10_000 * batch):
        look_at(seen, seed)
        # what is drawn seldom: on with more desks, until it has had something to say
        if seen.legal >= _OF_A_BATCH and (not seen.missing() or seen.legal >= _AT_MOST):
            break
    assert seen.differences == []
    assert seen.missing() == []
    # a shift longer than its pattern is always one too long
    assert not seen.kept["lengthened"]
