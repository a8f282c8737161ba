"""Words of explanations about queues answered at once."""

from collections.abc import Mapping

from models.text import Text
from planner.staffing.explain_words import ARITHMETIC, FORECAST, TERMS, Words, both

_ERLANG_C = "Erlang 1917"
_ERLANG_A = "Garnett, Mandelbaum, Reiman 2002; Zeltyn, Mandelbaum 2005"
_MOL = both("load_model = mol; Massey, Whitt 1994", "load_model = mol; Massey, Whitt 1994")
_CHAT = "Luo, Zhang 2013"

#: Formulas of a live queue, by model: its name, and the paper.
MODELS: Mapping[str, tuple[Text, str]] = {
    "erlang_c": (both("Erlang C", "Erlang C"), _ERLANG_C),
    "erlang_a": (both("Erlang A", "Erlang A"), _ERLANG_A),
    "general": (both("birth–death queue", "процесс гибели и размножения"), f"{_CHAT}; {_ERLANG_A}"),
}
DEFINITIONS: Mapping[str, Text] = {
    "served_of_offered": both(
        "served within the threshold ÷ offered", "обслужены в пределах порога ÷ поступившие"
    ),
    "served_excluding_short_abandons": both(
        "served within the threshold ÷ offered without those who gave up within it",
        "обслужены в пределах порога ÷ поступившие без отказавшихся раньше порога",
    ),
    "not_waiting_longer": both("1 − P(wait > threshold)", "1 − P(ожидание > порога)"),
}
SCOPES: Mapping[str, Text] = {
    "interval": both("in this interval", "в этом интервале"),
    "day": both("over the day, where agents are worth most", "за день, там, где люди полезнее всего"),
    "period": both("over the period, where agents are worth most", "за период, там, где люди полезнее всего"),
}
LIVE_WORDS: Mapping[str, Words] = {
    "contacts": Words(
        both("Contacts, “{name}”", "Обращения, «{name}»"),
        both("expected in the interval", "ожидаются в интервале"),
        "contacts",
        FORECAST,
    ),
    "aht": Words(
        both("Handle time, “{name}”", "Время обработки, «{name}»"),
        both("average, after-contact work included", "среднее, с постобработкой"),
        "seconds",
        FORECAST,
    ),
    "pool_contacts": Words(
        both("Contacts of the queue", "Обращения в очереди"),
        both("{sum}", "{sum}"),
        "contacts",
        ARITHMETIC,
    ),
    "pool_aht": Words(
        both("Handle time of the queue", "Время обработки в очереди"),
        both("({sum}) s ÷ {contacts}", "({sum}) с ÷ {contacts}"),
        "seconds",
        ARITHMETIC,
    ),
    "offered": Words(
        both("Offered load", "Нагрузка"),
        both("{contacts} × {aht} s ÷ {length} s", "{contacts} × {aht} с ÷ {length} с"),
        "erlangs",
        both(
            "contacts × AHT ÷ interval; interval from the scenario, [desk]",
            "обращения × AHT ÷ интервал; интервал из сценария, [desk]",
        ),
    ),
    "closed": Words(
        both("Open", "Открыто"),
        both(
            "the desk is closed: contacts are lost, nobody is asked for",
            "закрыто: обращения теряются, никто не нужен",
        ),
        "",
        both("scenario, opening", "сценарий, opening"),
    ),
    "pool_aht_quiet": Words(
        both("Handle time of the queue", "Время обработки в очереди"),
        both("({sum}) s ÷ {channels}: no contacts", "({sum}) с ÷ {channels}: обращений нет"),
        "seconds",
        ARITHMETIC,
    ),
    "progress": Words(
        both("Contacts in progress as it begins", "Обращений в работе к началу"),
        both(
            "from interval to interval: m ← a + (m − a)·e^(−Δ)",
            "от интервала к интервалу: m ← a + (m − a)·e^(−Δ)",
        ),
        "contacts",
        _MOL,
    ),
    "length": Words(
        both("Length of the interval Δ", "Длина интервала Δ"),
        both("{length} s ÷ {aht} s", "{length} с ÷ {aht} с"),
        "handle_times",
        ARITHMETIC,
    ),
    "mol": Words(
        both("Load to staff for", "Расчётная нагрузка"),
        both(
            "{load} + ({progress} − {load}) × (1 − e^(−{delta})) ÷ {delta}",
            "{load} + ({progress} − {load}) × (1 − e^(−{delta})) ÷ {delta}",
        ),
        "erlangs",
        _MOL,
    ),
    "mol_opening": Words(
        both("Load to staff for", "Расчётная нагрузка"),
        both(
            "just opened, the most in progress: {load} + ({progress} − {load}) × e^(−{delta})",
            "сразу после открытия, наибольшее в работе: {load} + ({progress} − {load}) × e^(−{delta})",
        ),
        "erlangs",
        _MOL,
    ),
    "mol_opening_busy": Words(
        both("Load to staff for", "Расчётная нагрузка"),
        both(
            "just opened, the most in progress: {progress}",
            "сразу после открытия, наибольшее в работе: {progress}",
        ),
        "erlangs",
        _MOL,
    ),
    "threshold": Words(
        both("Threshold", "Порог ожидания"),
        both("{seconds} s ÷ {aht} s", "{seconds} с ÷ {aht} с"),
        "handle_times",
        both("target.within_seconds of “{name}”", "target.within_seconds у «{name}»"),
    ),
    "impatience": Words(
        both("Impatience θ", "Нетерпение θ"),
        both(
            "handle time ÷ patience: {aht} s ÷ {patience} s",
            "время обработки ÷ терпение: {aht} с ÷ {patience} с",
        ),
        "",
        both("patience_seconds of “{name}”", "patience_seconds у «{name}»"),
    ),
    "at_once": Words(
        both("Contacts at once per agent", "Обращений у одного сразу"),
        both("a contact lasts {slowdown} times as long", "обращение длится дольше в {slowdown} раз"),
        "contacts",
        both("slowdown of “{name}”", "slowdown у «{name}»"),
    ),
    "lines": Words(
        both("Lines", "Линии"),
        both("more contacts at once are turned away", "больше обращений сразу не принимается"),
        "lines",
        both("lines of “{name}”", "lines у «{name}»"),
    ),
    "pool_lines": Words(
        both("Lines of the queue", "Линии очереди"),
        both(
            "{sum}: of all its channels together; each keeps its own, with its share of the contacts of the period",
            "{sum}: всех её каналов вместе; у каждого свои, по его доле обращений за период",
        ),
        "lines",
        ARITHMETIC,
    ),
    "redial": Words(
        both("Redials", "Повторные обращения"),
        both("chance that a lost contact tries again", "вероятность, что потерянное обращение повторят"),
        "",
        both("redial_probability of “{name}”", "redial_probability у «{name}»"),
    ),
    "tries": Words(
        both("Load with redials", "Нагрузка с повторными"),
        both(
            "{load} ÷ (1 − {redial} × {lost}), lost tries being given up or turned away",
            "{load} ÷ (1 − {redial} × {lost}), где последнее – доля попыток без ответа",
        ),
        "erlangs",
        both("Erlang X, fixed point", "Erlang X, неподвижная точка"),
    ),
    "load_cv": Words(
        both("Busy and quiet days", "Разброс по дням"),
        both(
            "load × gamma of mean 1 with this coefficient of variation",
            "нагрузка × гамма со средним 1 и этим коэффициентом вариации",
        ),
        "",
        both(
            "load_cv of “{name}”, or busy_days = forecast; Jongbloed, Koole 2001",
            "load_cv у «{name}» или busy_days = forecast; Jongbloed, Koole 2001",
        ),
    ),
    "target": Words(
        both("Service level asked", "Нужный уровень сервиса"),
        both("{definition}, {scope}", "{definition}, {scope}"),
        "",
        both("target of “{name}”", "target у «{name}»"),
    ),
    "agents": Words(
        both("Agents at work", "Нужно на линии"),
        both(
            "fewest with service level ≥ {share} and occupancy ≤ {cap}, {scope}",
            "наименьшее число: сервис ≥ {share}, занятость ≤ {cap}, {scope}",
        ),
        "agents",
        both("{model}: {paper}", "{model}: {paper}"),
    ),
    "level": Words(
        both("Service level with {agents}", "Уровень сервиса при {agents}"),
        both(
            "{definition}; by the chances of 0, 1, 2 … contacts being there",
            "{definition}; по вероятностям того, что обращений 0, 1, 2 …",
        ),
        "",
        both("{model}: {paper}", "{model}: {paper}"),
    ),
    "occupancy": Words(
        both("Occupancy with {agents}", "Занятость при {agents}"),
        both(
            "contacts completed ÷ the most they could complete; at most {cap}",
            "завершённые обращения ÷ наибольшее возможное; не выше {cap}",
        ),
        "",
        both("{model}; occupancy_cap", "{model}; occupancy_cap"),
    ),
    "waits": Words(
        both("P(wait)", "P(ожидание)"),
        both("on an average day", "в средний день"),
        "",
        both("{model}: {paper}", "{model}: {paper}"),
    ),
    "abandons": Words(
        both("P(abandon)", "P(отказ)"),
        both("on an average day", "в средний день"),
        "",
        both("{model}: {paper}", "{model}: {paper}"),
    ),
    "blocked": Words(
        both("P(blocked)", "P(занято)"),
        both("no line is free, of {lines} in all", "нет свободной линии, всего их {lines}"),
        "",
        both("{model}: {paper}", "{model}: {paper}"),
    ),
    "busy": Words(
        both("Agents busy with chats", "Заняты чатами"),
        both(
            "average number of {agents} who have at least one; mail and tickets cannot have them",
            "в среднем столько из {agents} ведут хотя бы один чат; письмам и заявкам их не отдать",
        ),
        "agents",
        both(_CHAT, _CHAT),
    ),
    "turned_away": Words(
        both("Turned away", "Не приняты"),
        both(
            "share of all tries that find no line free, of {lines} in all, with {agents} on the roster, busy days and absence "
            "averaged over",
            "доля попыток, когда нет свободной линии (всего {lines}) при {agents} в графике; в среднем по дням и отсутствию",
        ),
        "",
        both("birth–death queue with so many places", "процесс гибели и размножения с таким числом мест"),
    ),
    "rostered_none": Words(
        both("Agents on the roster", "Нужно в графике"),
        both("no absence planned", "отсутствие не заложено"),
        "agents",
        TERMS,
    ),
    "rostered_divide": Words(
        both("Agents on the roster", "Нужно в графике"),
        both("{agents} ÷ (1 − {absence}), rounded up", "{agents} ÷ (1 − {absence}), с округлением вверх"),
        "agents",
        both("scenario, [staffing.shrinkage]", "сценарий, [staffing.shrinkage]"),
    ),
    "rostered_binomial": Words(
        both("Agents on the roster", "Нужно в графике"),
        both(
            "fewest n with P(Binomial(n, {present}) ≥ {agents}) ≥ {confidence}",
            "наименьшее n: P(Binomial(n, {present}) ≥ {agents}) ≥ {confidence}",
        ),
        "agents",
        both("scenario, [staffing.shrinkage]", "сценарий, [staffing.shrinkage]"),
    ),
}
