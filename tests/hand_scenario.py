"""A small desk written by hand: phone and tickets, around the clock or from 9 to 18."""

import datetime as dt
from decimal import Decimal

from models.agent import Agent, ShiftRequest, Vacancy
from models.calendar import HolidayCalendar
from models.channel import Volume
from models.clock import WEEKDAYS, Weekday
from models.contract import Contract
from models.desk import Desk, Period
from models.opening import Opening
from models.pay_terms import PayTerms
from models.scenario import Scenario
from models.shift_pattern import Break, ShiftPattern
from models.staffing_terms import StaffingTerms
from models.text import Language
from planner.rules.min_rest import MinRest
from planner.rules.no_back_to_back_nights import NoBackToBackNights
from planner.scenario.schema import scenario_model
from planner.staffing.deferred import Deferred
from planner.staffing.phone import Phone

NAMES = ("Anna Orlova", "Boris Levin", "Vera Sokolova", "Gleb Titov", "Dina Belova", "Egor Zimin")
NAMES_8 = (*NAMES, "Zoya Ivanova-Konstantinopolskaya", "Ilya Krylov")
IDS_8 = ("anna", "boris", "vera", "gleb", "dina", "egor", "zoya", "ilya")


def _patterns() -> tuple[ShiftPattern, ...]:
    hour = 60
    return (
        ShiftPattern(
            name="Day", code="D", starts=(8 * hour,), length_minutes=12 * hour, **{"break": _pause(4 * hour)}
        ),
        ShiftPattern(
            name="Night",
            code="N",
            starts=(20 * hour,),
            length_minutes=12 * hour,
            **{"break": _pause(4 * hour)},
        ),
        ShiftPattern(
            name="Office",
            starts=(9 * hour, 10 * hour),
            length_minutes=9 * hour,
            weekdays=WEEKDAYS[:5],
            **{"break": _pause(3 * hour)},
        ),
    )


def _pause(after_minutes: int) -> Break:
    return Break(minutes=60, earliest_after_minutes=after_minutes, latest_after_minutes=after_minutes + 60)


def sample_scenario(
    *,
    name: str = "24x7",
    language: Language = "en",
    opening: str = "24/7",
    zone: str = "Europe/Moscow",
    first_date: dt.date = dt.date(2026, 2, 2),
    days: int = 28,
    currency: str = "RUB",
) -> Scenario:
    """Phone and tickets; eight named people and a vacancy around the clock, two from 9 to 18."""
    always = opening == "24/7"
    english = language == "en"
    people = (
        tuple(zip(IDS_8, NAMES_8, strict=True)) if always else (("anna", NAMES_8[0]), ("boris", NAMES_8[1]))
    )
    weekdays: dict[Weekday, float] = {day: (130.0 if day not in ("sat", "sun") else 70.0) for day in WEEKDAYS}
    return scenario_model()(
        name=name,
        description="Round-the-clock desk" if english else "Круглосуточная поддержка",
        desk=Desk(
            name="Help desk, North" if english else "Служба поддержки, Север",
            zone=zone,
            currency=currency,
            language=language,
        ),
        period=Period(first_date=first_date, days=days),
        opening=Opening.model_validate({"hours": opening, "on_holidays": "as_usual" if always else "closed"}),
        channels=(
            Phone(
                name="phone", volume=Volume(contacts_per_day=weekdays), aht_seconds=240, patience_seconds=180
            ),
            Deferred(
                name="tickets",
                skill="tickets",
                volume=Volume(contacts_per_day={"mon": 40.0}),
                aht_seconds=480,
                deadline_minutes=8 * 60,
            ),
        ),
        staffing=StaffingTerms(min_agents=1),
        shift_patterns=_patterns(),
        contracts=(Contract(name="standard", hourly_rate=Decimal(400), cost_per_head=Decimal("1500.50")),),
        agents=tuple(
            Agent(
                id=ident,
                name=full,
                contract="standard",
                skills=("tickets",) if number % 2 == 0 else (),
                external_ids={"zendesk": str(10011 + number)},
                requests=(ShiftRequest(date=first_date, wish="off", price=Decimal(2000)),)
                if number == 0
                else (),
            )
            for number, (ident, full) in enumerate(people)
        ),
        vacancies=(
            Vacancy(
                name="evening",
                contract="standard",
                skills=("tickets",),
                max_hires=2,
                cost_per_head=Decimal(9000),
            ),
        )
        if always
        else (),
        rules=(
            MinRest(minutes=12 * 60),
            NoBackToBackNights(),
        ),
        holidays=HolidayCalendar(country="RU"),
        pay=PayTerms(),
    )
