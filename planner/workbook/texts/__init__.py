"""The words of the workbook, one table per language; the tables have the same keys."""

from collections.abc import Mapping

from models.text import Language
from planner.workbook.texts.en import ENGLISH
from planner.workbook.texts.ru import RUSSIAN

TEXTS: Mapping[Language, Mapping[str, str]] = {"en": ENGLISH, "ru": RUSSIAN}
