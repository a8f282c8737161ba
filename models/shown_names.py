"""People as readers know them: by name, with the identifier only where two share the name."""

from collections import Counter
from collections.abc import Iterable

from models.agent import Agent


def shown_names(agents: Iterable[Agent]) -> dict[str, str]:
    """Name of each person by identifier: ``Anna``, ``Anna (a2)`` where there are two, or the identifier."""
    people = tuple(agents)
    times = Counter(one.name or one.id for one in people)
    return {
        one.id: f"{one.name} ({one.id})" if one.name and times[one.name] > 1 else one.name or one.id
        for one in people
    }
