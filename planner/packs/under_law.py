"""A scenario with the law of its packs laid over it."""

from models.scenario import Scenario
from planner.packs.asked import law_rules
from planner.packs.compare import keeps
from planner.packs.norm_bound import NormOf


def with_law_rules(scenario: Scenario, norm_of: NormOf) -> Scenario:
    """Add the rules of the packs to those written.

    Rules hold side by side, so the stricter of two counts.  A rule of the law that a written
    one keeps already, for everyone the law binds, is not added: the engine would only carry
    it twice.  A written rule never replaces the law's; where it asks for less, the law's
    counts and :mod:`planner.packs.looser` says so.

    Parameters
    ----------
    scenario
        With its terms as :func:`planner.packs.terms.with_law_terms` leaves them.
    norm_of
        Norm of the calendar, for lines about accounting periods.
    """
    rules = list(scenario.rules)
    for law in law_rules(scenario, norm_of):
        if not any(keeps(rule, law) for rule in rules):
            rules.append(law.rule)
    return scenario.model_copy(update={"rules": tuple(rules)})
