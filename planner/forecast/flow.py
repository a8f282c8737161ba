"""Contacts of one channel on their way from a forecast to a plan, as arrays."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from models.spread import Spread
from planner.forecast.clock_places import ClockPlaces

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True)
class Flow:
    """What is expected per interval, lead-in first.

    Parameters
    ----------
    places
        Where the intervals stand on the clock.
    lead_in
        How many of them lie before the period.
    contacts, aht_seconds
        Expected contacts and handle times; shape (intervals,).
    counted
        Whether the contacts are not expected but were counted; shape (intervals,).
    spread
        How sure it is; ``None`` where nothing tells.
    stated
        Quantiles a forecast from outside came with, by probability, over its contacts.
    notes
        Sentences for the user.
    """

    places: ClockPlaces
    lead_in: int
    contacts: FloatArray
    aht_seconds: FloatArray
    counted: BoolArray
    spread: Spread | None = None
    stated: Mapping[float, FloatArray] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def period_contacts(self) -> float:
        """Contacts of the period, lead-in aside."""
        return float(self.contacts[self.lead_in :].sum())

    def changed(
        self,
        *said: str,
        contacts: FloatArray | None = None,
        aht_seconds: FloatArray | None = None,
    ) -> "Flow":
        """The same with other contacts or handle times, and sentences that say so."""
        return replace(
            self,
            contacts=self.contacts if contacts is None else contacts,
            aht_seconds=self.aht_seconds if aht_seconds is None else aht_seconds,
            notes=(*self.notes, *said),
        )
