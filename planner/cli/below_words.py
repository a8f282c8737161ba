"""What is below the promise, counted in what the promise is kept over: intervals, days, the period."""

from collections.abc import Mapping, Sequence

from models.plural import Plural
from models.simulation import PromiseTarget
from models.text import Language, Text

_SPANS: Mapping[str, Plural] = {
    "interval": Plural(("interval", "intervals"), ("интервал", "интервала", "интервалов")),
    "day": Plural(("day", "days"), ("день", "дня", "дней")),
    "period": Plural(("period", "periods"), ("период", "периода", "периодов")),
}
_KEPT_OVER: Mapping[str, Text] = {
    "interval": Text(en="in every interval", ru="в каждом интервале"),
    "day": Text(en="on every day", ru="за каждый день"),
    "period": Text(en="over the period", ru="за период"),
}


def below_text(targets: Sequence[PromiseTarget], below: Sequence[int], language: Language) -> str:
    """Count what breaks the promises: ``3 intervals, 2 days``, ``0`` where nothing does.

    Parameters
    ----------
    targets
        One per channel.
    below
        Spans below, by channel, each in what its target is kept over.
    language
        Of the words.
    """
    counts = dict.fromkeys(_SPANS, 0)
    for target, count in zip(targets, below, strict=True):
        counts[target.scope] += count
    said = [
        f"{count} {_SPANS[scope].of(count).in_language(language)}" for scope, count in counts.items() if count
    ]
    return ", ".join(said) or "0"


def kept_over_text(targets: Sequence[PromiseTarget], language: Language) -> str:
    """Say over what the promises are kept: ``in every interval, over the period``."""
    scopes = [scope for scope in _KEPT_OVER if any(target.scope == scope for target in targets)]
    return ", ".join(_KEPT_OVER[scope].in_language(language) for scope in scopes)
