"""What labour laws ask of a roster, written from their articles as plain rules."""

from collections.abc import Callable

from tests.audit.laws import europe, germany, kazakhstan, russia, united_states
from tests.audit.laws.known import Known
from tests.audit.oracle.facts import Period, Rule

__all__ = ["KINDS", "Known", "law_rules"]

#: Kinds each law asks for: a desk under it writes no rule of these.
KINDS: dict[str, frozenset[str]] = {
    "russia": russia.KINDS,
    "eu": europe.KINDS_EU,
    "germany": germany.KINDS,
    "kazakhstan": kazakhstan.KINDS,
    "uk": europe.KINDS_UK,
    "us": united_states.KINDS,
    "california": united_states.KINDS_CALIFORNIA,
    "russia summed": russia.KINDS_SUMMED,
}
_LAWS: dict[str, Callable[[Known, Period], tuple[Rule, ...]]] = {
    "russia": russia.russia,
    "russia summed": russia.russia_summed,
    "eu": europe.eu,
    "germany": germany.germany,
    "kazakhstan": kazakhstan.kazakhstan,
    "uk": europe.uk,
    "us": united_states.us,
    "california": united_states.california,
}


def law_rules(law: str, known: Known, period: Period) -> tuple[Rule, ...]:
    """Rules of one law."""
    return _LAWS[law](known, period)
