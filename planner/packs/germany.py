"""Germany: the Working Hours Act (Arbeitszeitgesetz)."""

import datetime as dt
from typing import ClassVar, Literal

from pydantic import Field

from models.law_line import AskedTerm, LawLine
from models.law_pack import LAW_PACKS
from models.text import Text
from planner.packs.averaged import AveragingPack
from planner.packs.germany_young import YOUNG
from planner.packs.line import Act, at_least, at_most, no_nights

_ARBZG = Act("ArbZG § {}", "§ {} ArbZG (Закон о рабочем времени)")
_MUSCHG = Act("MuSchG § {}", "§ {} MuSchG (Закон об охране материнства)")


@LAW_PACKS.register
class Germany(AveragingPack):
    """The Working Hours Act, without collective agreements.

    Parameters
    ----------
    averaging_weeks
        Weeks over which 8 hours a working day, so 48 a week, are averaged; 24, or six months.
    averaging_first_date
        First day of that period, where it began before the plan.
    """

    valid_from: ClassVar[dt.date] = dt.date(2018, 1, 1)
    valid_to: ClassVar[dt.date | None] = dt.date(2027, 12, 31)
    title: ClassVar[Text] = Text(en="Germany: working hours", ru="Германия: рабочее время")
    acts: ClassVar[Text] = Text(
        en="Arbeitszeitgesetz of 6 June 1994; for the young Jugendarbeitsschutzgesetz, for mothers Mutterschutzgesetz",
        ru="Закон о рабочем времени от 6 июня 1994 года; для молодёжи JArbSchG, для матерей MuSchG",
    )

    kind: Literal["germany"] = "germany"
    averaging_weeks: int = Field(default=24, ge=1, le=26)

    def lines(self) -> tuple[LawLine, ...]:
        """Every line: hours, breaks and rest, nights, Sundays, pay."""
        weeks = self.averaging_weeks
        return (
            _ARBZG(
                "day",
                "3",
                "A day's work is at most 8 hours, up to 10 if they average 8 (see the next line).",
                "Рабочий день не более 8 часов, до 10, если в среднем выходит 8 (см. следующую строку).",
                rules=at_most("max_shift_minutes", "minutes", "10h", counted="paid"),
            ),
            _ARBZG(
                "average_week",
                "3",
                f"Hours average at most 8 a working day, Saturdays included, so 48 a week, over {weeks} weeks.",
                f"В среднем не более 8 часов за рабочий день, считая субботы, то есть 48 в неделю, за {weeks} нед.",
                rules=self.averaged(),
            ),
            *_REST,
            *_NIGHTS,
            *_SUNDAYS,
            *YOUNG,
            *_PAY,
        )


_REST = (
    _ARBZG(
        "break_30",
        "4",
        "Work of more than 6 hours has breaks of at least 30 minutes; nobody works over 6 hours without one.",
        "При работе дольше 6 часов перерывы не менее 30 минут; дольше 6 часов подряд без перерыва не работают.",
        rules=at_least(
            "min_break", "minutes", "30m", after_minutes="6h", counted="work", latest_after_minutes="6h"
        ),
    ),
    _ARBZG(
        "break_45",
        "4",
        "Work of more than 9 hours has breaks of at least 45 minutes.",
        "При работе дольше 9 часов перерывы не менее 45 минут.",
        rules=at_least("min_break", "minutes", "45m", after_minutes="9h", counted="work"),
    ),
    _ARBZG(
        "daily_rest",
        "5",
        "After a day's work there are at least 11 hours of rest in a row.",
        "После рабочего дня не менее 11 часов непрерывного отдыха.",
        rules=at_least("min_rest", "minutes", "11h"),
    ),
)
_NIGHTS = (
    _ARBZG(
        "night_band",
        "2",
        "Night is from 23:00 to 6:00.",
        "Ночное время с 23:00 до 6:00.",
        terms=(AskedTerm(field="night.band", value="23:00-06:00"),),
    ),
    _ARBZG(
        "night_average",
        "6",
        "Night workers average 8 hours a working day within a month or four weeks.",
        "Ночные работники в среднем 8 часов за рабочий день в пределах месяца или четырёх недель.",
        not_checked=Text(
            en="who is a night worker is told by 48 nights a year or by turns of shifts, which a plan does not show",
            ru="ночной работник определяется по 48 ночам в году или сменному режиму, в плане этого не видно",
        ),
    ),
    _MUSCHG(
        "night_barred",
        "5",
        "Pregnant and nursing women do not work from 20:00 to 6:00.",
        "Беременные и кормящие не работают с 20:00 до 6:00.",
        read_in="aok.de: MuSchG § 5",
        whom="barred_from_nights",
        rules=no_nights("20:00-06:00", "other"),
    ),
    _ARBZG(
        "night_pay",
        "6",
        "Night work is made good by days off or a fair premium; courts take 25 % as a rule, 30 % for nights only.",
        "Ночная работа возмещается отгулами или доплатой; суды считают нормой 25 %, при постоянных ночах 30 %.",
        terms=(AskedTerm(field="pay.night_premium", value="0.25"),),
    ),
)
_SUNDAYS = (
    _ARBZG(
        "sundays_closed",
        "9, 10",
        "Nobody works on Sundays and public holidays unless the work is of a kind that § 10 allows.",
        "По воскресеньям и праздникам не работают, кроме видов работ, названных в § 10.",
        not_checked=Text(
            en="whether § 10 or a permit covers your desk is for you to say; close it by the opening hours",
            ru="подпадает ли служба под § 10 или разрешение, решаете вы; закрыть её можно часами работы",
        ),
    ),
    _ARBZG(
        "free_sundays",
        "11",
        "At least 15 Sundays a year are free.",
        "Не менее 15 свободных воскресений в год.",
        not_checked=Text(
            en='a year is longer than a plan; write a weekends_off rule with days = ["sun"] for your share of it',
            ru='год длиннее плана; для своей части года задайте правило weekends_off с days = ["sun"]',
        ),
    ),
    _ARBZG(
        "replacement_day",
        "11",
        "A Sunday worked is replaced by a day off within two weeks; kept by two days off in any 14, a little stricter.",
        "За рабочее воскресенье дают выходной в течение двух недель; проверяется чуть строже: два выходных из любых 14 дней.",
        rules=at_most("max_window_days", "days", 12, window_days=14),
    ),
    _ARBZG(
        "holidays",
        "9",
        "Public holidays are those of the Land.",
        "Праздники определяет федеральная земля.",
        terms=(AskedTerm(field="holidays.country", value="DE", side="unless_written"),),
    ),
)
_PAY = (
    _ARBZG(
        "no_premiums",
        "6, 11",
        "The Act asks for no premium for holidays or overtime; agreements may.",
        "Закон не требует доплат за праздники и сверхурочные; их могут дать соглашения.",
        certainty="to_check",
        terms=(
            AskedTerm(field="pay.holiday_premium", value=0),
            AskedTerm(field="pay.overtime_premium", value=0),
            AskedTerm(field="pay.overtime_later_premium", value=0),
        ),
    ),
)
