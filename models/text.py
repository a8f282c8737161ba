"""A sentence in both languages of the product."""

from typing import Literal

from models.base import Noun

Language = Literal["en", "ru"]


class Text(Noun):
    """The same sentence in English and in Russian."""

    en: str
    ru: str

    def in_language(self, language: Language) -> str:
        """Return the sentence in the language asked for."""
        return self.ru if language == "ru" else self.en
