"""What may stand where a value has the wrong type, for every type of error pydantic has."""

from models.text import Text

FOUND = Text(en="found {value}", ru="здесь {value}")
MISSING = Text(en="this is missing", ru="этого не хватает")

_WHOLE = Text(en="a whole number", ru="целое число")
_NUMBER = Text(en="a number", ru="число")
_TEXT = Text(en="text in quotes", ru="текст в кавычках")
_LIST = Text(en="a list in [ ]", ru="список в [ ]")
_TABLE = Text(en="a table of fields", ru="таблица полей")
_MOMENT = Text(
    en="a date and time such as 2026-11-02T09:00:00+03:00",
    ru="дата и время, например 2026-11-02T09:00:00+03:00",
)

#: What is wanted where pydantic's type is, or begins with, the key; the first that fits counts.
WANTED = {
    "decimal_max_digits": Text(en="at most 15 digits", ru="не больше 15 цифр"),
    "decimal_whole_digits": Text(en="at most 11 digits before the point", ru="не больше 11 цифр до запятой"),
    "finite_number": Text(en="a finite number", ru="конечное число"),
    "int_": _WHOLE,
    "float_": _NUMBER,
    "decimal_": _NUMBER,
    "fraction_": _NUMBER,
    "complex_": _NUMBER,
    "bool_": Text(en="true or false", ru="true или false"),
    "string_not_ascii": Text(
        en="Latin letters, digits and signs only", ru="только латинские буквы, цифры и знаки"
    ),
    "string_": _TEXT,
    "bytes_": _TEXT,
    "datetime_past": Text(en="a moment in the past", ru="момент в прошлом"),
    "datetime_future": Text(en="a moment in the future", ru="момент в будущем"),
    "datetime_": _MOMENT,
    "timezone_naive": Text(en="a time without an offset from UTC", ru="время без смещения от UTC"),
    "timezone_": _MOMENT,
    "time_delta_": Text(en="a length of time such as 7h30m", ru="длительность, например 7h30m"),
    "time_": Text(en="a clock time such as 09:30", ru="время, например 09:30"),
    "date_past": Text(en="a date in the past", ru="дата в прошлом"),
    "date_future": Text(en="a date in the future", ru="дата в будущем"),
    "date": Text(en="a date such as 2026-11-02", ru="дата, например 2026-11-02"),
    "list_": _LIST,
    "tuple_": _LIST,
    "set_": _LIST,
    "frozen_set_": _LIST,
    "deque_": _LIST,
    "iterable_": _LIST,
    "model_": _TABLE,
    "dict_": _TABLE,
    "frozen_dict_": _TABLE,
    "ordered_dict_": _TABLE,
    "counter_": _TABLE,
    "mapping_": _TABLE,
    "dataclass_": _TABLE,
    "named_tuple_": _TABLE,
    "arguments_": _TABLE,
    "invalid_key": Text(en="keys that are text", ru="ключи в виде текста"),
    "none_required": Text(en="nothing", ru="ничего"),
    "url_": Text(en="an address such as https://example.org", ru="адрес, например https://example.org"),
    "uuid_": Text(
        en="an identifier such as 123e4567-e89b-12d3-a456-426614174000",
        ru="идентификатор, например 123e4567-e89b-12d3-a456-426614174000",
    ),
}
