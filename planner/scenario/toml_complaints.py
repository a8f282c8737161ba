"""What Python's reader of TOML complains of, in plain words."""

import re

from models.text import Text

#: Beginnings of the complaints; a group is a key, or what was expected or found.
_COMPLAINTS = (
    (r"Invalid statement", "this line is no key, table or comment", "в строке нет ни ключа, ни таблицы, ни комментария"),
    (r"Expected newline or end of document", "something follows where the line should end", "в строке лишнее после значения"),
    (r"Expected ('.+')", "{0} is missing here", "здесь не хватает {0}"),
    (r"Expected '='", "the sign = is missing after the key", "после ключа нет знака ="),
    (r"Found invalid character (.+)", "the character {0} may not stand here", "символа {0} здесь быть не может"),
    (r"Illegal character (.+)", "the character {0} may not stand here", "символа {0} здесь быть не может"),
    (r"Cannot declare (.+) twice", "the table {0} is there twice", "таблица {0} записана дважды"),
    (r"Cannot overwrite a value", "the key has a value already", "у этого ключа уже есть значение"),
    (r"Cannot (?:mutate immutable|redefine) namespace (.+)", "{0} is complete already, nothing can be added to it",
     "{0} уже записано целиком, добавить сюда нельзя"),
    (r"Invalid initial character for a key part", "a key cannot begin with this character; letters other than Latin ones need quotes",
     "ключ не может начинаться с этого символа; русские буквы в ключе берут в кавычки"),
    (r"Unclosed array", "a list is not closed with ]", "список не закрыт скобкой ]"),
    (r"Duplicate inline table key (.+)", "the key {0} is there twice", "ключ {0} записан дважды"),
    (r"Unclosed inline table", "a table is not closed with }}", "таблица не закрыта скобкой }}"),
    (r"Unescaped '\\'", r"in quotes \ is written twice: \\", r"знак \ в кавычках пишется дважды: \\"),
    (r"Invalid hex value", r"after \u stand hexadecimal digits", r"после \u идут шестнадцатеричные цифры"),
    (r"Escaped character is not", "there is no such character", "такого символа нет"),
    (r"Unterminated string", "the closing quotes are missing", "нет закрывающей кавычки"),
    (r"Invalid date or datetime", "there is no such date or time", "такой даты или такого времени нет"),
    (r"Invalid value", "the value cannot be read; text stands in quotes", "значение не прочитать; текст пишут в кавычках"),
)  # fmt: skip
#: Keys as Python writes them: ``('desk', 'zone')``.
_KEY = re.compile(r"\('.*\)")


def toml_complaint(said: str) -> Text:
    """Say a complaint of ``tomllib`` in plain words.

    Parameters
    ----------
    said
        The complaint without the place.
    """
    for pattern, en, ru in _COMPLAINTS:
        found = re.match(pattern, said)
        if found is not None:
            parts = [_readable(part) for part in found.groups()]
            return Text(en=en.format(*parts), ru=ru.format(*parts))
    return Text(en=said, ru="запись не по правилам TOML")


def _readable(part: str) -> str:
    if _KEY.fullmatch(part):
        return ".".join(re.findall(r"'([^']*)'", part))
    return part
