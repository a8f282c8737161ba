"""The parts of a scenario that can be used although others are wrong.

A mistake in one field must not hide a mistake elsewhere, so sections and items are read
one by one, without their broken parts (:mod:`planner.scenario.salvage`).  What was cut has
been reported already; checks that conclude from something's *absence* ask
:meth:`Draft.whole` first.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast, get_args, get_origin

from pydantic import BaseModel

from models.agent import Agent, Vacancy
from models.channel import Channel
from models.contract import Contract
from models.desk import Desk, Period
from models.horizon import Horizon
from models.law_pack import LawPack
from models.opening import Opening
from models.rule import Rule
from models.shift_pattern import ShiftPattern
from models.text import Text
from planner.history.reader import HistoryReader
from planner.scenario.origins import Origins
from planner.scenario.salvage import salvage

#: Years the calendar and the zones can be trusted for.
FIRST_YEAR, LAST_YEAR = 1970, 2100
#: What stands in for a missing or unreadable field, so that the rest of its item can be read.
STAND_INS: dict[str, dict[str, Any]] = {
    "desk": {"name": "-", "zone": "UTC", "currency": "EUR"},
    "channels": {"name": "-", "aht_seconds": 1},
    "shift_patterns": {"name": "-"},
    "agents": {"id": "-", "contract": "-"},
    "vacancies": {"name": "-", "contract": "-", "max_hires": 1},
}


@dataclass(frozen=True)
class Draft:
    """Readable parts, and where everything was written.

    Parameters
    ----------
    data
        The merged scenario as read.
    origins
        Where each value of it was written.
    folder
        Folder history files are looked up in.
    sections
        Readable sections; for lists, pairs of (position in ``data``, readable item).
    damaged
        Names of sections of which something had to be cut.
    """

    data: Mapping[str, Any]
    origins: Origins
    folder: Path
    sections: Mapping[str, Any] = field(default_factory=dict)
    damaged: frozenset[str] = frozenset()

    def whole(self, *sections: str) -> bool:
        """Whether nothing was cut out of these sections."""
        return not self.damaged & set(sections)

    def place(self, *path: str | int) -> Text:
        """Write a path as the user would look it up."""
        return self.origins.place(path)

    def written(self, section: str) -> list[tuple[int, dict[str, Any]]]:
        """Tables of a list as written, unreadable ones included, with their positions."""
        items = self.data.get(section)
        return [
            (i, item)
            for i, item in enumerate(items if isinstance(items, list) else ())
            if isinstance(item, dict)
        ]

    def written_names(self, section: str, key: str = "name") -> set[str]:
        """Names written in a list, those of unreadable items included."""
        return {item[key] for _, item in self.written(section) if isinstance(item.get(key), str)}

    @property
    def desk(self) -> Desk | None:
        """The desk, if readable."""
        return cast("Desk | None", self.sections.get("desk"))

    @cached_property
    def histories(self) -> HistoryReader | None:
        """Reads contact histories, each once; ``None`` where the desk is unreadable or damaged."""
        return HistoryReader(self.folder, self.desk) if self.desk and self.whole("desk") else None

    @property
    def period(self) -> Period | None:
        """The period, if readable."""
        return cast("Period | None", self.sections.get("period"))

    @property
    def opening(self) -> Opening | None:
        """The opening hours, if readable."""
        return cast("Opening | None", self.sections.get("opening"))

    @property
    def dates(self) -> list[dt.date]:
        """Dates of the period; none where it is unreadable or in years nothing is known of."""
        period = self.period
        if period is None or not FIRST_YEAR <= period.first_date.year <= LAST_YEAR:
            return []
        return [period.first_date + dt.timedelta(days=day) for day in range(period.days)]

    @property
    def horizon(self) -> Horizon | None:
        """The period on the axis of minutes; ``None`` where the desk or the period has a mistake."""
        desk, period = self.desk, self.period
        if desk is None or period is None or not self.dates or not self.whole("desk", "period"):
            return None
        return Horizon(
            zone=desk.zone,
            first_date=period.first_date,
            days=period.days,
            interval_minutes=desk.interval_minutes,
        )

    @property
    def channels(self) -> list[tuple[int, Channel]]:
        """Readable channels with their positions."""
        return self._items("channels")

    @property
    def patterns(self) -> list[tuple[int, ShiftPattern]]:
        """Readable shift patterns with their positions."""
        return self._items("shift_patterns")

    @property
    def contracts(self) -> list[tuple[int, Contract]]:
        """Readable contracts with their positions."""
        return self._items("contracts")

    @property
    def agents(self) -> list[tuple[int, Agent]]:
        """Readable agents with their positions."""
        return self._items("agents")

    @property
    def vacancies(self) -> list[tuple[int, Vacancy]]:
        """Readable vacancies with their positions."""
        return self._items("vacancies")

    @property
    def law_packs(self) -> list[tuple[int, LawPack]]:
        """Readable law packs with their positions."""
        return self._items("law_packs")

    @property
    def rules(self) -> list[tuple[int, Rule]]:
        """Readable rules with their positions."""
        return self._items("rules")

    def _items(self, section: str) -> list[tuple[int, Any]]:
        return cast("list[tuple[int, Any]]", self.sections.get(section, []))


def draft_of(model: type[BaseModel], data: Mapping[str, Any], origins: Origins, folder: Path) -> Draft:
    """Read section by section, and lists item by item, cutting out what is broken."""
    sections: dict[str, Any] = {}
    damaged: set[str] = set()
    for name, info in model.model_fields.items():
        stand_ins = STAND_INS.get(name, {})
        if name not in data:
            if info.is_required():
                damaged.add(name)
            elif get_origin(info.annotation) is not tuple:
                sections[name] = info.get_default(call_default_factory=True)
        elif get_origin(info.annotation) is tuple:
            item_type = get_args(info.annotation)[0]
            sections[name], cut = _readable_items(item_type, data[name], stand_ins)
            damaged |= {name} if cut else set()
        else:
            value, cut = salvage(info.annotation, data[name], stand_ins)
            sections |= {} if value is None else {name: value}
            damaged |= {name} if cut else set()
    return Draft(data, origins, folder, sections, frozenset(damaged))


def _readable_items(
    item_type: Any, written: Any, stand_ins: Mapping[str, Any]
) -> tuple[list[tuple[int, Any]], bool]:
    if not isinstance(written, list):
        return [], True
    items, damaged = [], False
    for position, item in enumerate(written):
        value, cut = salvage(item_type, item, stand_ins)
        damaged = damaged or cut
        if value is not None:
            items.append((position, value))
    return items, damaged
