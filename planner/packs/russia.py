"""Russia: the Labour Code (ТК РФ)."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from models.clock import Minutes
from models.errors import BadValueError
from models.law_line import LawLine
from models.law_pack import LAW_PACKS, LawPack, Span
from models.month_before import month_before
from models.text import Text
from planner.packs.russia_contributions import contributions
from planner.packs.russia_hours import RECORD, SUMMED_HOURS, WEEKLY_HOURS, YOUNG
from planner.packs.russia_nights import NIGHTS, night_shorter
from planner.packs.russia_pay import PAY, summed_pay
from planner.packs.russia_rest import DIVIDED_DAY, MEALS, MEALS_AT_DESK, REST, month_notice
from planner.rules.wording import date_text


@LAW_PACKS.register
class Russia(LawPack):
    """The Labour Code of the Russian Federation, for people on shifts.

    Parameters
    ----------
    accounting
        How hours are added up: by the ``week``, or ``summed`` over an accounting period
        (art. 104), where long weeks are made good by short ones.
    accounting_first_date, accounting_last_date
        The accounting period; the planned period where left out.  At most a year.
    meals_at_desk
        The desk is one where people cannot leave for a break and eat in paid time
        (art. 108, part 3); the employer's rules must list such work.
    shorter_night_contracts
        Contracts to which the hour is due that a night shift is shorter (art. 96): not those of
        people hired for nights, nor of work the employer's list exempts.  Nobody's where left out.
    day_shift_minutes
        Length of a shift by day, from which that hour is taken.
    published_on
        The day people are told of the roster; a month before it takes effect is in time (art. 103).
    contributions
        Whether the employer's social contributions are part of the cost; of a firm without
        reduced rates.
    accident_rate
        Its rate of accident insurance: 0.2 % for offices, up to 8.5 %.
    """

    valid_from: ClassVar[dt.date] = dt.date(2024, 9, 1)
    valid_to: ClassVar[dt.date | None] = dt.date(2027, 12, 31)
    title: ClassVar[Text] = Text(en="Russia: Labour Code", ru="Россия: Трудовой кодекс")
    acts: ClassVar[Text] = Text(
        en="Labour Code of the Russian Federation, No. 197-FZ of 30.12.2001, with the wording of art. 152 in force since 01.09.2024",
        ru="Трудовой кодекс РФ от 30.12.2001 № 197-ФЗ, ст. 152 в редакции, действующей с 01.09.2024",
    )

    kind: Literal["russia"] = "russia"
    accounting: Literal["week", "summed"] = "week"
    accounting_first_date: dt.date | None = None
    accounting_last_date: dt.date | None = None
    meals_at_desk: bool = False
    shorter_night_contracts: tuple[str, ...] = ()
    day_shift_minutes: Minutes = Field(default=8 * 60, gt=60, le=24 * 60)
    published_on: dt.date | None = None
    contributions: bool = False
    accident_rate: Decimal = Field(default=Decimal("0.002"), ge=Decimal("0.002"), le=Decimal("0.085"))

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

    def missed_by_options(self, first_date: dt.date) -> Iterator[tuple[str, str, Text]]:
        """A roster made known too late."""
        latest, told = month_before(first_date), self.published_on
        if told is not None and told > latest:
            day, begins, last = (date_text(date) for date in (told, first_date, latest))
            text = Text(
                en=f"people are told on {day.en} of a roster from {begins.en}; in time is {last.en}",
                ru=f"о графике с {begins.ru} узнают {day.ru}; в срок – не позднее {last.ru}",
            )
            yield "published_on", "month_notice", text

    def lines(self) -> tuple[LawLine, ...]:
        """Every line: hours, overtime, nights, rest, pay."""
        summed = self.accounting == "summed"
        return (
            *(SUMMED_HOURS if summed else WEEKLY_HOURS),
            *RECORD,
            *YOUNG,
            *NIGHTS,
            night_shorter(self.shorter_night_contracts, self.day_shift_minutes),
            month_notice(self.published_on),
            *REST,
            *(MEALS_AT_DESK if self.meals_at_desk else MEALS),
            *DIVIDED_DAY,
            *PAY,
            *((summed_pay(self.accounting_first_date, self.accounting_last_date),) if summed else ()),
            *(contributions(self.accident_rate) if self.contributions else ()),
        )
