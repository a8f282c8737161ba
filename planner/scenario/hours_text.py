"""Weekly opening hours as one line, where one line can say them."""

from collections.abc import Mapping, Sequence

from models.clock import WEEKDAYS
from models.opening import weekly_hours_from_text


def weekly_hours_text(hours: Mapping[str, Sequence[str]]) -> str | None:
    """Write hours by weekday as ``"24/7"`` or ``"mon-fri 09:00-18:00; sat 10:00-14:00"``.

    Parameters
    ----------
    hours
        Spans such as ``"09:00-18:00"`` by weekday.

    Returns
    -------
    str or None
        A line that means the same; ``None`` where there is none.
    """
    if set(hours) == set(WEEKDAYS) and all(list(spans) == ["00:00-24:00"] for spans in hours.values()):
        return "24/7"
    runs: list[tuple[str, str, list[str]]] = []
    for day in WEEKDAYS:
        spans = list(hours.get(day, ()))
        follows = bool(runs) and WEEKDAYS.index(runs[-1][1]) + 1 == WEEKDAYS.index(day)
        if day in hours and follows and runs[-1][2] == spans:
            runs[-1] = (runs[-1][0], day, spans)
        elif day in hours:
            runs.append((day, day, spans))
    parts = [
        f"{first if first == last else f'{first}-{last}'} {span}"
        for first, last, spans in runs
        for span in spans
    ]
    text = "; ".join(parts)
    read = {
        day: [f"{span['start']}-{span['end']}" for span in spans]
        for day, spans in weekly_hours_from_text(text).items()
    }
    return text if read == {day: list(spans) for day, spans in hours.items()} else None
