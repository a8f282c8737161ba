"""Nouns that agree with the number before them, in both languages."""

from typing import NamedTuple

from models.text import Text


def russian_form(number: float) -> int:
    """Which of three forms a Russian noun takes after a number: that of 1, of 2 to 4, or of 5.

    Fractions take the genitive singular, which is the form after 2: 1,5 часа, 0,3 линии.
    """
    if number != int(number):
        return 1
    whole = abs(int(number))
    if 11 <= whole % 100 <= 14 or whole % 10 == 0 or whole % 10 >= 5:
        return 2
    return int(whole % 10 > 1)


class Plural(NamedTuple):
    """Forms of a noun.

    ``en`` are those after 1 and after anything else, ``ru`` those after 1, 2 and 5.
    """

    en: tuple[str, str]
    ru: tuple[str, str, str]

    def of(self, number: float) -> Text:
        """The noun as it stands after a number, without the number."""
        return Text(en=self.en[number != 1], ru=self.ru[russian_form(number)])


def unchanging(en: str, ru: str) -> Plural:
    """A noun or an abbreviation that looks the same after every number."""
    return Plural((en, en), (ru, ru, ru))
