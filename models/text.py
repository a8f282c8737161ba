"""A sentence in both languages of the product."""

from collections.abc import Iterable, Mapping
from typing import Literal

from models.base import Noun

Language = Literal["en", "ru"]


class Text(Noun):
    """The same sentence in English and in Russian."""

    en: str
    ru: str

    @classmethod
    def same(cls, text: str) -> "Text":
        """What reads the same in both languages: names, numbers, dates, keys."""
        return cls(en=text, ru=text)

    def in_language(self, language: Language) -> str:
        """Return the sentence in the language asked for."""
        return self.ru if language == "ru" else self.en

    def format(self, **values: object) -> "Text":
        """Fill the named gaps of both sentences; a gap filled with a text takes it in its own language."""
        return Text(en=self.en.format(**_in("en", values)), ru=self.ru.format(**_in("ru", values)))

    def join(self, parts: Iterable["Text | str"]) -> "Text":
        """Put this between parts, in both languages."""
        both = [as_text(part) for part in parts]
        return Text(
            en=self.en.join(part.en for part in both),
            ru=self.ru.join(part.ru for part in both),
        )

    def __add__(self, more: "Text | str") -> "Text":
        """Say more after it, in both languages."""
        more = as_text(more)
        return Text(en=self.en + more.en, ru=self.ru + more.ru)

    def __radd__(self, before: str) -> "Text":
        """Say it after words that read the same in both languages."""
        return Text(en=before + self.en, ru=before + self.ru)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.en or self.ru)


def as_text(said: Text | str) -> Text:
    """Take words that read the same in both languages for a text."""
    return Text.same(said) if isinstance(said, str) else said


def _in(language: Language, values: Mapping[str, object]) -> dict[str, object]:
    return {
        key: value.in_language(language) if isinstance(value, Text) else value
        for key, value in values.items()
    }
