"""How two tables are laid over each other, and what came from where.

See :mod:`planner.scenario.extends` for the rules as a user meets them.
"""

from typing import Any

from planner.scenario.merge_origins import without_replaced_origin
from planner.scenario.origins import KeyPath, Spot

Spots = dict[KeyPath, Spot]

#: Fields that exclude each other, by section: writing one replaces the other in the base.
EXCLUSIVE: dict[str, frozenset[str]] = {
    "period": frozenset({"days", "weeks", "last_date"}),
    "channels": frozenset({"volume", "history"}),
    "shift_patterns": frozenset({"starts", "start_window"}),
    "contracts": frozenset({"hourly_rate", "monthly_salary"}),
    "fairness_ledger": frozenset({"file", "entries"}),
    "published": frozenset({"file", "tours"}),
}
#: Lists whose items are matched by a key instead of being replaced as a whole.
IDENTITY: dict[str, str] = {
    "channels": "name",
    "shift_patterns": "name",
    "contracts": "name",
    "agents": "id",
    "vacancies": "name",
}


def take(value: Any, at: KeyPath, spot: Spot, spots: Spots) -> Any:
    """Take a value as it is, noting where each part of it was written."""
    spots[at] = spot
    if isinstance(value, dict):
        return {k: take(v, (*at, k), _inside(spot, k), spots) for k, v in value.items()}
    if isinstance(value, list):
        return [take(v, (*at, i), _inside(spot, i), spots) for i, v in enumerate(value)]
    return value


def lay_over(base: Any, child: Any, at: KeyPath, *, base_spot: Spot, child_spot: Spot, spots: Spots) -> Any:
    """Lay a child's value over a base's: tables key by key, anything else as a whole."""
    if not (isinstance(base, dict) and isinstance(child, dict)):
        return take(child, at, child_spot, spots)
    spots[at] = child_spot
    alternatives = EXCLUSIVE.get(str(at[0]) if at else "", frozenset())
    replaced = alternatives if alternatives & child.keys() else frozenset()
    merged: dict[str, Any] = {}
    for key in [*base, *(key for key in child if key not in base)]:
        from_base, from_child = _inside(base_spot, key), _inside(child_spot, key)
        if key in base and key in child:
            merged[key] = lay_over(
                base[key], child[key], (*at, key), base_spot=from_base, child_spot=from_child, spots=spots
            )
        elif key in child:
            merged[key] = take(child[key], (*at, key), from_child, spots)
        elif key not in replaced:
            merged[key] = take(base[key], (*at, key), from_base, spots)
    return merged


def lay_items_over(
    section: str, base: list[Any], child: list[Any], *, base_file: str, child_file: str, spots: Spots
) -> list[Any]:
    """Lay a child's list over a base's, matching items by their key; unmatched ones are added.

    An item of the child with ``remove = true`` takes its match out.
    """
    key = IDENTITY[section]
    changes = {item[key]: i for i, item in reversed(list(enumerate(child))) if has_name(item, key)}
    used: set[int] = set()
    merged: list[Any] = []
    for i, item in enumerate(base):
        at, spot = (section, len(merged)), Spot(base_file, (section, i))
        change = changes.get(item[key]) if has_name(item, key) else None
        if change is None or change in used:
            merged.append(take(item, at, spot, spots))
            continue
        used.add(change)
        written, written_at = child[change], Spot(child_file, (section, change))
        if is_removal(written):
            continue
        if "kind" in written and written["kind"] != item.get("kind"):
            merged.append(take(written, at, written_at, spots))
        else:
            old = without_replaced_origin(item, written) if section == "channels" else item
            merged.append(lay_over(old, written, at, base_spot=spot, child_spot=written_at, spots=spots))
    for i, item in enumerate(child):
        if i not in used and not is_removal(item):
            merged.append(take(item, (section, len(merged)), Spot(child_file, (section, i)), spots))
    return merged


def has_name(item: Any, key: str) -> bool:
    """Whether a list item carries its key as text."""
    return isinstance(item, dict) and isinstance(item.get(key), str)


def is_removal(item: Any) -> bool:
    """Whether a list item says ``remove = true``."""
    return isinstance(item, dict) and item.get("remove") is True


def _inside(spot: Spot, key: str | int) -> Spot:
    return Spot(spot.file, (*spot.path, key))
