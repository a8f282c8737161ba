"""Words of explanations about deferred work and the desk as a whole, and their titles."""

from collections.abc import Mapping

from models.text import Text
from planner.staffing.explain_words import ARITHMETIC, TERMS, Words, both

_CHANNEL = both("scenario, channel “{name}”", "сценарий, канал «{name}»")
_REQUIREMENT = both("requirement of the plan", "потребность в плане")

TITLES: Mapping[str, Text] = {
    "live": both("Queue “{name}”", "Очередь «{name}»"),
    "deferred": both("Deferred work “{name}”", "Отложенная работа «{name}»"),
    "desk": both("The desk", "Все вместе"),
}
CLOCKS: Mapping[str, Text] = {
    "calendar": both("always runs", "идут всегда"),
    "open": both("stands still while closed", "стоят, пока закрыто"),
}
WHEN: Mapping[bool, Text] = {
    True: both("whatever the load, while open", "при любой нагрузке, пока открыто"),
    False: both("the desk is closed", "закрыто"),
}
DESK_WORDS: Mapping[str, Words] = {
    "deadline": Words(
        both("Deadline", "Срок"),
        both("from arrival; the clock: {clock}", "от поступления; часы: {clock}"),
        "minutes",
        _CHANNEL,
    ),
    "work": Words(
        both("Work arriving", "Поступает работы"),
        both("{contacts} × {aht} s ÷ 60", "{contacts} × {aht} с ÷ 60"),
        "agent_minutes",
        ARITHMETIC,
    ),
    "busy_day": Words(
        both("Work on the day planned for", "Работа в день, на который рассчитан план"),
        both(
            "{work} × {factor}: {quantile} of days bring less, where days differ by {cv}",
            "{work} × {factor}: в доле дней {quantile} работы меньше, если дни различаются на {cv}",
        ),
        "agent_minutes",
        both(
            "load_quantile of “{name}”, and load_cv or busy_days = forecast; gamma distribution",
            "load_quantile у «{name}» и load_cv или busy_days = forecast; гамма-распределение",
        ),
    ),
    "available": Words(
        both("Arrived so far", "Поступило всего"),
        both(
            "{before} + {here}: before this interval, and in it, in whole minutes of the total",
            "{before} + {here}: до этого интервала и в нём, в целых минутах итога",
        ),
        "agent_minutes",
        _REQUIREMENT,
    ),
    "due": Words(
        both("Due so far", "Наступил срок всего"),
        both(
            "{before} + {here}: due before, and by the end of this interval",
            "{before} + {here}: раньше и к концу этого интервала",
        ),
        "agent_minutes",
        _REQUIREMENT,
    ),
    "smooth": Words(
        both("Done in this interval when spread evenly", "Делается в интервале при ровной нагрузке"),
        both(
            "shortest path between arrived and due (taut string)",
            "кратчайший путь между поступившим и срочным",
        ),
        "agent_minutes",
        both("Yao, Demers, Shenker 1995", "Yao, Demers, Shenker 1995"),
    ),
    "per_agent": Words(
        both("One agent does", "Один человек делает"),
        both(
            "{length} min × {cap} × (1 − {absence}), rounded down",
            "{length} мин × {cap} × (1 − {absence}), с округлением вниз",
        ),
        "agent_minutes",
        TERMS,
    ),
    "per_agent_closed": Words(
        both("One agent does", "Один человек делает"),
        both("the desk is closed: nobody works", "закрыто: никто не работает"),
        "agent_minutes",
        both("scenario, opening", "сценарий, opening"),
    ),
    "sum_live": Words(both("All queues", "Все очереди"), both("{sum}", "{sum}"), "agents", _REQUIREMENT),
    "min_agents": Words(
        both("Minimum on duty", "Минимум на смене"),
        both("{when}", "{when}"),
        "agents",
        TERMS,
    ),
    "break_cover": Words(
        both("Of them at work during breaks", "Из них на месте во время перерывов"),
        both("a person on a break does not count", "человек на перерыве не в счёт"),
        "agents",
        TERMS,
    ),
    "required": Words(
        both("Asked of the roster", "Требуется в графике"),
        both("the larger of {live} and {least}", "большее из {live} и {least}"),
        "agents",
        ARITHMETIC,
    ),
}
