"""A finding of an audit on one line: who, when and what, each once."""

from collections.abc import Mapping

from models.text import Language
from models.violation import Violation
from planner.rules.wording import date_text


def finding_line(found: Violation, names: Mapping[str, str], language: Language) -> str:
    """Tell a finding; the date stands in front only where its sentence does not say it.

    Parameters
    ----------
    found
        The finding.
    names
        How readers know people, by identifier (see :mod:`models.shown_names`).
    language
        Of the line.
    """
    said, date = found.text.in_language(language), date_text(found.date).in_language(language)
    when = "" if date in said else f"{date} "
    who = f"{names.get(found.agent, found.agent)}: " if found.agent else ""
    return f"{when}{who}{said}"
