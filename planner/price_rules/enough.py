"""End a search once it cannot say more about the difference."""

from models.progress import Listener, Progress
from planner.price_rules.ranges import Interval
from planner.price_rules.variant import Relation
from planner.roster.linked_stop import LinkedStop


def stopping(listen: Listener, stop: LinkedStop, relation: Relation, base: Interval | None) -> Listener:
    """Pass progress on, and set ``stop`` once the difference to the scenario as it is is proven to be none.

    A looser scenario whose bound reaches the cost of the plan as it is costs the same; so
    does a tighter one whose plan costs no more than the bound of the scenario as it is.
    """

    def pass_on(news: Progress) -> None:
        listen(news)
        if base is None or news.bound is None:
            return
        same_below = relation == "looser" and news.bound >= base.objective_minor
        found = news.objective
        same_above = relation == "tighter" and found is not None and found <= base.bound_minor
        if same_below or same_above:
            stop.set()

    return pass_on
