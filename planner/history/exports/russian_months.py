"""Months as Russian systems abbreviate them, for formats that know English ones."""

import re

_ENGLISH = dict(
    zip(
        ("янв", "фев", "мар", "апр", "мая", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
        ("Jan", "Feb", "Mar", "Apr", "May", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        strict=True,
    )
)
_MONTH = re.compile(r"[а-я]{3,8}\.?", re.IGNORECASE)


def english_months(cell: str) -> str:
    """Put English abbreviations for Russian ones: 12/мар./24 becomes 12/Mar/24."""
    return _MONTH.sub(lambda found: _ENGLISH.get(found[0][:3].lower(), found[0]), cell)
