"""Which parts of a ticket a JSON parser is to make into objects: those that are asked for."""

from collections.abc import Sequence

from pydantic_core import core_schema

#: Fields of tickets that are objects; of the others, lists among them, all is read.
_OBJECTS = frozenset({"via", "satisfaction_rating"})


def ticket_schema(paths: Sequence[Sequence[str]]) -> dict[str, core_schema.TypedDictField]:
    """Fields of a ticket by the paths that are needed; what is not needed is passed over.

    Objects are read only as far as paths lead into them, anything else there as it stands.
    """
    schema = {}
    for name in dict.fromkeys(path[0] for path in paths):
        inner = [path[1] for path in paths if path[0] == name and len(path) == 2]
        whole = core_schema.any_schema()
        if name not in _OBJECTS or len(inner) < sum(path[0] == name for path in paths):
            schema[name] = core_schema.typed_dict_field(whole, required=False)
            continue
        field = core_schema.typed_dict_field(whole, required=False)
        part = core_schema.typed_dict_schema(dict.fromkeys(inner, field))
        either = core_schema.union_schema([part, whole], mode="left_to_right")
        schema[name] = core_schema.typed_dict_field(either, required=False)
    return schema
