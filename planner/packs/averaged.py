"""Hours averaged over a reference period, as several laws ask for."""

import datetime as dt
from typing import ClassVar

from models.law_line import AskedRule
from models.law_pack import LawPack, Span


class AveragingPack(LawPack):
    """A pack whose law averages hours over a reference period of some weeks.

    Parameters
    ----------
    averaging_first_date
        First day of that period, where it began before the plan; with the plan where left out.
    """

    #: Length of the average week.
    average_minutes: ClassVar[str] = "48h"

    averaging_weeks: int
    averaging_first_date: dt.date | None = None

    def accounting_span(self, first_date: dt.date, last_date: dt.date) -> Span:
        """From the first day of the reference period to the end of the plan."""
        return self.averaging_first_date or first_date, last_date

    def averaged(self) -> tuple[AskedRule, ...]:
        """Ask for a week of at most so long on average."""
        fields = {"minutes": self.average_minutes, "weeks": self.averaging_weeks}
        return (
            AskedRule(
                kind="average_weekly_minutes",
                fields=fields,
                limit="minutes",
                begins="since",
                used_before="used_before_minutes",
            ),
        )
