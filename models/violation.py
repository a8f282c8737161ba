"""What an independent check says of a finished roster."""

import datetime as dt

from models.base import Noun
from models.text import Text


class Violation(Noun):
    """A broken rule (hard), or a wish not met (soft, with its price).

    Parameters
    ----------
    rule
        Kind of the rule.
    agent
        Agent concerned; ``None`` for rules about the whole desk.
    date
        Local date at which a reader would look.
    text
        The finding as a sentence.
    hard
        Hard findings make a roster illegal; soft ones cost ``penalty_minor``.
    penalty_minor
        Price in minor units of the desk's currency; 0 for hard findings.
    """

    rule: str
    agent: str | None
    date: dt.date
    text: Text
    hard: bool = True
    penalty_minor: int = 0
