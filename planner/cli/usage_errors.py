"""What is wrong with a command line itself, in plain words of both languages."""

import re

from models.text import Text

#: What the parser says, by its beginning; the groups are names and values as the user wrote them.
_SAID = (
    (r"No such command '(.*?)'\.?(?: Did you mean (.*)\?)?$", "there is no command {0}", "команды {0} нет"),
    (r"No such option:? '?([^' ]*)'?\.?(?: .*?(-[^)]*)\)?)?$", "there is no option {0}", "параметра {0} нет"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", "this is too much: {0}", "это лишнее: {0}"),
    (r"Option '(.*)' requires an argument", "the option {0} needs a value", "параметру {0} нужно значение"),
    (r"Option '(.*)' does not take a value", "the option {0} takes no value", "параметру {0} значение не нужно"),
    (r"Missing argument '(.*)'", "{0} is missing", "не хватает {0}"),
    (r"Missing option '(.*)'", "the option {0} is missing", "не хватает параметра {0}"),
    (r"Missing command", "the command is missing", "не хватает команды"),
)  # fmt: skip
_VALUE = re.compile(r"Invalid value(?: for (?P<where>[^:]*))?: (?:Value error, )?(?P<why>.*)", re.DOTALL)
_BECAUSE = (
    (r".*greater than or equal to (\S+)", "at least {0}", "не меньше {0}"),
    (r".*less than or equal to (\S+)", "at most {0}", "не больше {0}"),
    (r".*greater than (\S+)", "more than {0}", "больше {0}"),
    (r".*less than (\S+)", "less than {0}", "меньше {0}"),
    (r".*is not one of (.*?)\.?$", "one of {0}", "одно из {0}"),
    (r".*does not match the formats? .*%Y-%m-%d", "a date such as 2026-11-02", "дата, например 2026-11-02"),
    (r".*valid integer", "a whole number", "целое число"),
    (r".*valid (?:number|float)", "a number", "число"),
    (r".*finite", "an ordinary number", "обычное число"),
)  # fmt: skip
_MEANT = Text(en="; did you mean {names}?", ru="; может быть, {names}?")
_NOT_UNDERSTOOD = Text(en="{said}", ru="команда записана неверно: {said}")
_NOT_ALLOWED = Text(en="this value cannot stand here", ru="такого значения здесь быть не может")
_ALLOWED = Text(en="{where}: allowed is {what}", ru="{where}: допустимо {what}")
_HELP = Text(en=" ({command} --help says more)", ru=" (подробно: {command} --help)")


def usage_text(said: str, command: str) -> Text:
    """Say what is wrong with a command line.

    Parameters
    ----------
    said
        What the parser of the command line says.
    command
        The command it was given to: ``smena plan``.
    """
    return _sentence(said.strip()) + _HELP.format(command=command)


def _sentence(said: str) -> Text:
    for pattern, en, ru in _SAID:
        found = re.match(pattern, said)
        if found is not None:
            name, *meant = [group or "" for group in found.groups()] or [""]
            text = Text(en=en.format(name), ru=ru.format(name))
            return text + _MEANT.format(names=meant[0]) if meant and meant[0] else text
    wrong = _VALUE.match(said)
    if wrong is not None:
        where = (wrong["where"] or "").replace("'", "") or "smena"
        return _ALLOWED.format(where=where, what=_allowed(wrong["why"]))
    return _NOT_UNDERSTOOD.format(said=said)


def _allowed(why: str) -> Text:
    for pattern, en, ru in _BECAUSE:
        found = re.match(pattern, why, re.DOTALL)
        if found is not None:
            bounds = [group.replace("'", "") for group in found.groups()]
            return Text(en=en.format(*bounds), ru=ru.format(*bounds))
    return _NOT_ALLOWED
