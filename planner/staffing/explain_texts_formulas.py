"""Words of explanations for what Erlang's formulas say of so many agents."""

from collections.abc import Mapping

from models.text import Text
from planner.staffing.explain_words import Words, both

_ERLANG_C = both("Erlang C: Erlang 1917", "Erlang C: Erlang 1917")
_ERLANG_A = both(
    "Erlang A: Garnett, Mandelbaum, Reiman 2002; Zeltyn, Mandelbaum 2005",
    "Erlang A: Garnett, Mandelbaum, Reiman 2002; Zeltyn, Mandelbaum 2005",
)
_LEVEL = both("Service level with {agents}", "Уровень сервиса при {agents}")
_WAITS = both("P(wait) with {agents}", "P(ожидание) при {agents}")
_OCCUPANCY = both("Occupancy with {agents}", "Занятость при {agents}")
#: What stands in the formulas of Erlang A, beside load a, agents n, impatience θ and threshold T.
_LETTERS = both(
    "D = E + a·J(0), E = 1/B(n − 1, a) of Erlang B, J(t) = ∫ g from t on, g(t) = e^(a/θ·(1 − e^(−θt)) − n·t)",
    "D = E + a·J(0), E = 1/B(n − 1, a) по Erlang B, J(t) = ∫ g от t, g(t) = e^(a/θ·(1 − e^(−θt)) − n·t)",
)


def _with_letters(formula: str) -> Text:
    return both(f"{formula}; {_LETTERS.en}", f"{formula}; {_LETTERS.ru}")


_SERVED = "(E + g(T) − 1 + n·(J(0) − J(T))) ÷ D"
_LONGER = "e^(−θT)·a·J(T) ÷ D"
FORMULA_WORDS: Mapping[str, Words] = {
    "c_blocked": Words(
        both("Erlang B with {agents}", "Erlang B при {agents}"),
        both(
            "all busy, if nobody could wait: 1 ÷ (1 + n/a + n(n − 1)/a² + … + n!/aⁿ), n agents, load a",
            "заняты все, если бы не ждали: 1 ÷ (1 + n/a + n(n − 1)/a² + … + n!/aⁿ), n человек, нагрузка a",
        ),
        "",
        both("Erlang B: Erlang 1917", "Erlang B: Erlang 1917"),
    ),
    "c_waits": Words(
        _WAITS,
        both(
            "{agents} × {blocked} ÷ ({agents} − {load} × (1 − {blocked}))",
            "{agents} × {blocked} ÷ ({agents} − {load} × (1 − {blocked}))",
        ),
        "",
        _ERLANG_C,
    ),
    "c_waits_all": Words(
        _WAITS,
        both("no more agents than load: everybody waits", "людей не больше нагрузки: ждут все"),
        "",
        _ERLANG_C,
    ),
    "c_level": Words(
        _LEVEL,
        both(
            "1 − {waits} × e^(−({agents} − {load}) × {threshold})",
            "1 − {waits} × e^(−({agents} − {load}) × {threshold})",
        ),
        "",
        _ERLANG_C,
    ),
    "c_level_none": Words(
        _LEVEL,
        both(
            "no more agents than load: the queue grows for ever", "людей не больше нагрузки: очередь растёт"
        ),
        "",
        _ERLANG_C,
    ),
    "c_occupancy": Words(
        _OCCUPANCY,
        both("{load} ÷ {agents}; at most {cap}", "{load} ÷ {agents}; не выше {cap}"),
        "",
        both("Erlang C; occupancy_cap", "Erlang C; occupancy_cap"),
    ),
    "a_waits": Words(_WAITS, _with_letters("a·J(0) ÷ D"), "", _ERLANG_A),
    "a_abandons": Words(
        both("P(abandon) with {agents}", "P(отказ) при {agents}"),
        _with_letters("(1 + (a − n)·J(0)) ÷ D"),
        "",
        _ERLANG_A,
    ),
    "a_level_served_of_offered": Words(_LEVEL, _with_letters(_SERVED), "", _ERLANG_A),
    "a_level_served_excluding_short_abandons": Words(
        _LEVEL, _with_letters(f"S ÷ (S + L), S = {_SERVED}, L = {_LONGER}"), "", _ERLANG_A
    ),
    "a_level_not_waiting_longer": Words(_LEVEL, _with_letters(f"1 − {_LONGER}"), "", _ERLANG_A),
    "a_occupancy": Words(
        _OCCUPANCY,
        both(
            "{load} × (1 − {abandons}) ÷ {agents}; at most {cap}",
            "{load} × (1 − {abandons}) ÷ {agents}; не выше {cap}",
        ),
        "",
        both("Erlang A; occupancy_cap", "Erlang A; occupancy_cap"),
    ),
    "chat_rate": Words(
        both("Completed at most, by {agents}", "Завершают не больше, {agents} чел."),
        both(
            "{agents} × {at_once} ÷ {slowdown} in a handle time: everybody has {at_once} at once",
            "{agents} × {at_once} ÷ {slowdown} за время обработки: у каждого сразу {at_once}",
        ),
        "contacts",
        both("birth–death queue: Luo, Zhang 2013", "процесс гибели и размножения: Luo, Zhang 2013"),
    ),
}
