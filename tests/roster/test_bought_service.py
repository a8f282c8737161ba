from collections import Counter

from models.requirement import LiveNeed, Requirement
from models.service_goal import ServiceGain, ServiceGoal
from planner.roster.bought_service import with_bought_service
from planner.roster.share_out import share_out

ONE = ServiceGain(agents=1, served=500, gains=(300, 100), exact=(1, 2, 3))
GOAL = ServiceGoal(0.8, (0, 1), (1.0, 1.0), (ONE, ONE))
EVERYONE = frozenset({"calls", "chats"})


def need(pool: str, skill: str, load: float, agents: int = 3) -> LiveNeed:
    return LiveNeed(pool, skill, (agents, agents), (load, load), goals=(GOAL,))


def asked(*needs: LiveNeed) -> Requirement:
    return Requirement((True, True), needs, ())


def test_the_roster_starts_from_the_least_of_each_interval() -> None:
    (phone,) = with_bought_service(asked(need("phone", "calls", 2.0)), (EVERYONE,)).live
    assert phone.agents == (1, 1)
    assert phone.useful_agents == (3, 3)
    assert phone.goals == (GOAL,)


def test_of_queues_that_share_people_the_busiest_is_left_to_the_roster() -> None:
    both = asked(need("phone", "calls", 2.0), need("chat", "chats", 5.0))
    phone, chat = with_bought_service(both, (EVERYONE,)).live
    assert (phone.agents, phone.goals) == ((3, 3), ())
    assert (chat.agents, chat.goals) == ((1, 1), (GOAL,))
    apart = with_bought_service(both, (frozenset({"calls"}), frozenset({"chats"}))).live
    assert [own.agents for own in apart] == [(1, 1), (1, 1)]


def test_people_others_do_not_need_go_where_they_help_to_keep_a_target() -> None:
    phone, chat = with_bought_service(
        asked(need("phone", "calls", 5.0), need("chat", "chats", 2.0)), (EVERYONE,)
    ).live
    here = Counter({EVERYONE: 6})
    assert share_out(here, (phone, chat), 0) == {"phone": 3, "chat": 3}
    assert share_out(Counter({EVERYONE: 5}), (phone, chat), 0) == {"phone": 2, "chat": 3}
    only_calls = Counter({frozenset({"calls"}): 2, EVERYONE: 3})
    assert share_out(only_calls, (phone, chat), 0) == {"phone": 2, "chat": 3}
    beyond = share_out(Counter({EVERYONE: 8}), (phone, chat), 0)
    assert beyond["phone"] >= 3
    assert beyond.total() == 8
