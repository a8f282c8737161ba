"""Hard rules about several people that cannot be kept: told in their own words, with the way out."""

from decimal import Decimal

import pytest

from models.agent import FixedShift
from models.pay_terms import Prices
from models.roster_answer import RosterAnswer
from models.rule import Rule
from planner.rules.always_together import AlwaysTogether
from planner.rules.grade_mix import GradeMix
from planner.rules.max_seats import MaxSeats
from planner.rules.mentor_on_duty import MentorOnDuty
from planner.rules.never_together import NeverTogether
from tests.roster.desks import ANA, BOB, DAY, MONDAY, asks, desk, rostered

SETTLED = (FixedShift(date=MONDAY, pattern="Day"),)
BOTH = tuple(one.model_copy(update={"fixed_shifts": SETTLED}) for one in (ANA, BOB))
OFF = BOB.model_copy(update={"fixed_shifts": (FixedShift(date=MONDAY, off=True),)})
PAIR = ("ana", "bob")


def planned(rule: Rule, *, alone: bool = False) -> RosterAnswer:
    """Ana works on Monday by day; Bob does too, unless she is alone."""
    agents = (BOTH[0], OFF) if alone else BOTH
    prices = Prices(understaffed_hour=Decimal(500))
    scenario = desk(days=1, agents=agents, shift_patterns=(DAY,), rules=(rule,), prices=prices)
    return rostered(scenario, asks(scenario), seconds=20)


@pytest.mark.parametrize(
    ("rule", "alone", "said"),
    [
        (NeverTogether(agents=PAIR), False, "ana and bob are never on shift together"),
        (MaxSeats(seats=1), False, "At most 1 person on duty at once"),
        (AlwaysTogether(agents=PAIR), True, "ana and bob are always on shift together"),
        (MentorOnDuty(agents=("ana",), mentors=("bob",)), True, "Newcomers (ana) work only while"),
        (GradeMix(grades=("lead",), hours="08:00-16:00"), False, "At least 1 on duty of grade lead"),
    ],
    ids=lambda part: part.kind if isinstance(part, Rule) else "",
)
def test_what_cannot_be_kept_is_told(rule: Rule, alone: bool, said: str) -> None:
    answer = planned(rule, alone=alone)
    assert answer.proof.status == "infeasible"
    conflict, why = answer.conflicts
    assert not conflict.is_minimal
    assert rule.kind in [one.kind for one in why.members]
    (member,) = conflict.members
    assert (conflict.agent, member.kind, member.dates) == (None, rule.kind, (MONDAY,))
    assert member.text.en.startswith(f"Not kept: “{said}")
    assert member.text.en.endswith("by how many in brackets: 2026-06-01 08:00–16:00 (1).")
    assert "в скобках на сколько: 01.06.2026 08:00–16:00 (1)." in member.text.ru
    (way,) = [one for one in answer.relaxations if one.text.en.startswith(f"without “{said}")]
    assert said in way.text.en
    assert way.status == "optimal"


def test_what_can_be_kept_is_no_conflict() -> None:
    answer = planned(AlwaysTogether(agents=PAIR))
    assert (answer.proof.status, answer.conflicts) == ("optimal", ())
