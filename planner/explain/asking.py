"""What asks for people, in words: rows of the problem are named after it."""

from models.scenario import Scenario
from models.shown_names import shown_names
from models.text import Text
from planner.rules.bound import listed_coverage_rules

_ASKING = {
    "live": Text(en="live work", ru="живые обращения"),
    "minimum": Text(en="the least number on duty", ru="минимум на смене"),
    "missing": Text(en="live work", ru="живые обращения"),
}


def asking_text(scenario: Scenario, name: str) -> Text:
    """Say what asks: live work, the desk's minimum, or a rule by its sentence."""
    for place, rule in enumerate(listed_coverage_rules(scenario)):
        # rows of rules bear their kind and their place among the rules about several people
        if name == f"{rule.kind}[{place}]":
            said = rule.with_names(shown_names(scenario.agents)).explain()
            return Text(en=said.en.rstrip("."), ru=said.ru.rstrip("."))
    return _ASKING.get(name, Text(en=name, ru=name))
