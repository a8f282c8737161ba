"""What Python's reader of JSON complains of, in plain words."""

from models.text import Text

_COMPLAINTS = {
    "Expecting value": Text(en="a value is missing here", ru="здесь не хватает значения"),
    "Expecting property name enclosed in double quotes": Text(
        en="a key in double quotes is missing here", ru="здесь нужен ключ в двойных кавычках"
    ),
    "a name in quotes is expected": Text(
        en="a name in quotes is missing here", ru="здесь нужно имя в кавычках"
    ),
    "a colon is expected": Text(en='":" is missing here', ru='здесь не хватает ":"'),
    "the list of tickets does not end": Text(
        en="the list of tickets does not end", ru="у списка заявок нет конца"
    ),
    "Expecting ':' delimiter": Text(en='":" is missing here', ru='здесь не хватает ":"'),
    "Expecting ',' delimiter": Text(en='"," is missing here', ru='здесь не хватает ","'),
    "Illegal trailing comma": Text(en='there is a "," too many', ru='лишняя ","'),
    "Extra data": Text(en="something follows the end", ru="после конца есть что-то ещё"),
    "Unterminated string": Text(en="the closing quotes are missing", ru="нет закрывающей кавычки"),
    "Invalid control character": Text(
        en="a character may not stand here", ru="такого символа здесь быть не может"
    ),
    "it is nested too deep": Text(en="brackets are nested too deeply", ru="слишком много вложенных скобок"),
    "the text is not UTF-8": Text(en="the text is not UTF-8", ru="текст не в кодировке UTF-8"),
    "Invalid \\": Text(en="what follows \\ is not known", ru="после \\ стоит неизвестное"),
}


def json_complaint(said: str) -> Text:
    """Say a complaint of ``json`` in plain words.

    Parameters
    ----------
    said
        The complaint without the place.
    """
    known = (text for start, text in _COMPLAINTS.items() if said.startswith(start))
    return next(known, Text(en=said, ru="запись не по правилам JSON"))
