"""Kazakhstan: the Labour Code of 2015."""

import datetime as dt
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from models.errors import BadValueError
from models.law_line import LawLine
from models.law_pack import LAW_PACKS, LawPack, Span
from models.text import Text
from planner.packs.kazakhstan_hours import HOURS, SUMMED_HOURS, WEEKLY_HOURS
from planner.packs.kazakhstan_rest import NIGHTS, PAY, REST


@LAW_PACKS.register
class Kazakhstan(LawPack):
    """The Labour Code of the Republic of Kazakhstan of 23 November 2015.

    Parameters
    ----------
    accounting
        How hours are added up: by the ``week``, or ``summed`` over an accounting period (art. 75).
    accounting_first_date, accounting_last_date
        The accounting period; the planned period where left out.  At most a year.
    """

    valid_from: ClassVar[dt.date] = dt.date(2024, 1, 1)
    valid_to: ClassVar[dt.date | None] = dt.date(2027, 12, 31)
    title: ClassVar[Text] = Text(en="Kazakhstan: Labour Code", ru="Казахстан: Трудовой кодекс")
    acts: ClassVar[Text] = Text(
        en="Labour Code of the Republic of Kazakhstan, No. 414-V of 23.11.2015",
        ru="Трудовой кодекс Республики Казахстан от 23.11.2015 № 414-V",
    )

    kind: Literal["kazakhstan"] = "kazakhstan"
    accounting: Literal["week", "summed"] = "week"
    accounting_first_date: dt.date | None = None
    accounting_last_date: dt.date | None = None

    @model_validator(mode="after")
    def _accounting_adds_up(self) -> Self:
        first, last = self.accounting_first_date, self.accounting_last_date
        if self.accounting == "week" and (first or last):
            raise BadValueError(
                Text(
                    en='accounting dates go with accounting = "summed"',
                    ru='даты учётного периода бывают только при accounting = "summed"',
                )
            )
        if first and last and not 0 <= (last - first).days < 366:
            raise BadValueError(
                Text(
                    en=f"the accounting period {first} to {last} is not one of at most a year",
                    ru=f"учётный период с {first} по {last} должен быть не длиннее года и кончаться после начала",
                )
            )
        return self

    def accounting_span(self, first_date: dt.date, last_date: dt.date) -> Span:
        """The accounting period as written, filled up with the planned one."""
        return self.accounting_first_date or first_date, self.accounting_last_date or last_date

    def lines(self) -> tuple[LawLine, ...]:
        """Every line: hours, overtime, nights, rest, pay."""
        accounted = SUMMED_HOURS if self.accounting == "summed" else WEEKLY_HOURS
        return (*accounted, *HOURS, *NIGHTS, *REST, *PAY)
