"""What the numbers of ``smena staff`` mean where a target is kept over a day or the period."""

from collections.abc import Iterator

from models.requirement import Requirement
from models.scenario import Scenario
from models.text import Text
from planner.roster.bought_service import skills_of_everyone, with_bought_service
from planner.staffing.live_channel import LiveChannel
from planner.staffing.target import strictest

_CHOOSES = Text(
    en="{queue}: the target is kept over {scope}, and the plan chooses in which intervals. The numbers above "
    "are one way to keep it; {least} to {most} agents must be there in any case.",
    ru="{queue}: цель держится {scope}, план сам выбирает, в каких интервалах. Числа выше: один из способов; "
    "при любом нужно от {least} до {most} чел.",
)
_SPREAD = Text(
    en="{queue}: the target is kept over {scope} as spread out above: the plan cannot choose, for another "
    "queue of this kind shares its people, or deferred work is left to people live work does not need.",
    ru="{queue}: цель держится {scope} по числам выше: план не выбирает, потому что людей делит с ней "
    'другая такая очередь или есть отложенная работа с fills = "surplus".',
)
_SCOPES = {
    "day": Text(en="each day", ru="за каждый день"),
    "period": Text(en="the period", ru="за период"),
}


def scoped_notes(scenario: Scenario, requirement: Requirement) -> Iterator[str]:
    """Say of each such queue whether the plan chooses, and between which numbers.

    Parameters
    ----------
    scenario
        Its channels, people and language.
    requirement
        What the demand asks.
    """
    language = scenario.desk.language
    bought = with_bought_service(requirement, skills_of_everyone(scenario))
    for need in bought.live:
        own = [one for one in scenario.channels if one.pool_name == need.pool]
        target = strictest(tuple(one.target for one in own if isinstance(one, LiveChannel)))
        if target.scope == "interval":
            continue
        least = [n for n, is_open in zip(need.agents, bought.open_intervals, strict=True) if is_open]
        said = _CHOOSES if need.goals else _SPREAD
        yield said.in_language(language).format(
            queue=need.pool,
            scope=_SCOPES[target.scope].in_language(language),
            least=min(least, default=0),
            most=max(least, default=0),
        )
