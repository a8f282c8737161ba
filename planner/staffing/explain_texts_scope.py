"""Words of the explanation for a target kept over a day or the period."""

from collections.abc import Mapping

from planner.staffing.explain_words import TERMS, Words, both

_GAIN = both(
    "Koole and van der Sluis 2003; the plan chooses where it is cheapest",
    "Koole, van der Sluis 2003; план выбирает, где это дешевле",
)
SCOPE_WORDS: Mapping[str, Words] = {
    "scope_least": Words(
        both("Of them in any case", "Из них в любом случае"),
        both(
            "whatever the target: occupancy at most {cap}, absence on top",
            "при любой цели: занятость не выше {cap}, с учётом отсутствия",
        ),
        "agents",
        TERMS,
    ),
    "scope_served": Words(
        both("Served in time by {agents}", "Вовремя при {agents} чел."),
        both("service level × {contacts}", "доля вовремя × {contacts}"),
        "contacts",
        _GAIN,
    ),
}
