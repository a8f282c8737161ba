"""How a channel's origin of contacts is replaced: ``volume`` and ``forecast.outside`` exclude each other."""

from collections.abc import Mapping
from typing import Any

from planner.scenario.origins import child_of


def without_replaced_origin(base: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out of a base's channel what the child says in another way.

    The two stand at different depths, so that laying table over table would keep both.

    Parameters
    ----------
    base, child
        The channel as each file writes it.

    Returns
    -------
    dict
        The base's channel, without ``volume`` where the child names a forecast made elsewhere, and
        without that forecast where the child gives a volume.
    """
    kept, terms = dict(base), base.get("forecast")
    if child_of(child.get("forecast"), "outside") is not None and "volume" not in child:
        kept.pop("volume", None)
    elif "volume" in child and isinstance(terms, dict):
        kept["forecast"] = {key: value for key, value in terms.items() if key != "outside"}
    return kept
