"""How many entries a list of a plan file has, and should have."""

from models.plural import Plural
from models.text import Text

_ENTRIES = Plural(("entry", "entries"), ("запись", "записи", "записей"))


def entries_found(number: int) -> Text:
    """Say how many there are."""
    return Text(en=f"found {number} entries", ru=f"здесь {number} {_ENTRIES.of(number).ru}")


def one_per_interval(intervals: int) -> Text:
    """Say how many there should be."""
    return Text(
        en=f"{intervals}, one per interval of the period", ru=f"{intervals}, по одной на интервал периода"
    )
