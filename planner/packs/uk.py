"""United Kingdom: the Working Time Regulations 1998."""

import datetime as dt
from typing import ClassVar, Literal

from pydantic import Field

from models.law_line import AskedTerm, LawLine
from models.law_pack import LAW_PACKS
from models.text import Text
from planner.packs.averaged import AveragingPack
from planner.packs.line import Act, at_least, at_most, no_nights

_WTR = Act("WTR 1998 reg. {}", "п. {} Правил о рабочем времени 1998 г.")


@LAW_PACKS.register
class UnitedKingdom(AveragingPack):
    """The Working Time Regulations 1998 of Great Britain.

    Parameters
    ----------
    averaging_weeks
        Weeks over which 48 hours a week are averaged: 17, up to 52 by a workforce agreement.
    averaging_first_date
        First day of that period, where it began before the plan.
    """

    valid_from: ClassVar[dt.date] = dt.date(2003, 8, 1)
    valid_to: ClassVar[dt.date | None] = dt.date(2027, 12, 31)
    title: ClassVar[Text] = Text(en="United Kingdom: working time", ru="Великобритания: рабочее время")
    acts: ClassVar[Text] = Text(
        en="The Working Time Regulations 1998 (SI 1998/1833), as amended",
        ru="Правила о рабочем времени 1998 года (SI 1998/1833) с изменениями",
    )

    kind: Literal["uk"] = "uk"
    averaging_weeks: int = Field(default=17, ge=1, le=52)

    def lines(self) -> tuple[LawLine, ...]:
        """Every line: hours, nights, rest, pay."""
        weeks = self.averaging_weeks
        return (
            _WTR(
                "average_week",
                "4, 5",
                f"Hours average at most 48 a week over {weeks} weeks, for who has not opted out in writing.",
                f"В среднем не более 48 часов в неделю за период в {weeks} нед., кроме давших письменное согласие на большее.",
                whom="not_opted_out",
                rules=self.averaged(),
            ),
            *_YOUNG,
            *_NIGHTS,
            *_REST,
            *_PAY,
        )


_YOUNG = (
    _WTR(
        "young_week",
        "5A",
        "Young workers, under 18, work at most 40 hours a week.",
        "Работники до 18 лет не более 40 часов в неделю.",
        whom="under_18",
        rules=at_most("max_weekly_minutes", "minutes", "40h"),
    ),
    _WTR(
        "young_day",
        "5A",
        "Young workers work at most 8 hours a day.",
        "Работники до 18 лет не более 8 часов в день.",
        whom="under_18",
        rules=at_most("max_shift_minutes", "minutes", "8h", counted="paid"),
    ),
    _WTR(
        "young_rest",
        "10, 11",
        "Young workers rest at least 12 hours between shifts.",
        "Работники до 18 лет отдыхают между сменами не менее 12 часов.",
        whom="under_18",
        rules=at_least("min_rest", "minutes", "12h"),
    ),
    _WTR(
        "young_weekly_rest",
        "11",
        "Young workers rest at least 48 hours in every week.",
        "Работники до 18 лет отдыхают не менее 48 часов в неделю.",
        whom="under_18",
        read_in="legislation.gov.uk/nisr/2016/49/regulation/13 (the same words for Northern Ireland)",
        rules=at_least("weekly_rest", "minutes", "48h"),
    ),
    _WTR(
        "young_break",
        "12",
        "Young workers have a break of at least 30 minutes when they work longer than four and a half hours.",
        "Работники до 18 лет при работе дольше четырёх с половиной часов имеют перерыв не менее 30 минут.",
        whom="under_18",
        rules=at_least("min_break", "minutes", "30m", after_minutes="4h30m", counted="work"),
    ),
    _WTR(
        "young_nights",
        "6A",
        "Young workers do not work from 22:00 to 6:00.",
        "Работники до 18 лет не работают с 22:00 до 6:00.",
        whom="under_18",
        certainty="to_check",
        read_in="wordscope.be: WTR 1998, restricted period",
        rules=no_nights("22:00-06:00", "under_18"),
    ),
)
_NIGHTS = (
    _WTR(
        "night_band",
        "2",
        "Night is from 23:00 to 6:00 unless an agreement says otherwise.",
        "Ночное время с 23:00 до 6:00, если соглашение не говорит иного.",
        read_in="lrdpublications.org.uk: WTR reg. 2",
        terms=(AskedTerm(field="night.band", value="23:00-06:00"),),
    ),
    _WTR(
        "night_average",
        "6",
        "Night workers work at most 8 hours in 24 on average.",
        "Ночные работники в среднем не более 8 часов за 24 часа.",
        not_checked=Text(
            en="who is a night worker is a matter of habit over months; 48 hours a week over six days come to the same average",
            ru="кто ночной работник, видно за месяцы; 48 часов за шесть дней недели дают то же среднее",
        ),
    ),
    _WTR(
        "nights_barred",
        "7",
        "Who is told by a doctor not to work at night is moved to other hours; new and expectant mothers likewise.",
        "Кому врач запретил ночную работу, того переводят на другие часы; так же беременных и недавно родивших.",
        certainty="to_check",
        whom="barred_from_nights",
        rules=no_nights("23:00-06:00", "other"),
    ),
    _WTR(
        "night_health",
        "7",
        "Night workers are offered a free health assessment.",
        "Ночным работникам предлагают бесплатный медосмотр.",
        not_checked=Text(
            en="a planner of shifts knows no medical papers", ru="о медосмотрах программе неизвестно"
        ),
    ),
)
_REST = (
    _WTR(
        "daily_rest",
        "10",
        "In every 24 hours there are at least 11 hours of rest in a row.",
        "За каждые 24 часа не менее 11 часов непрерывного отдыха.",
        rules=at_least("min_rest", "minutes", "11h"),
    ),
    _WTR(
        "weekly_rest",
        "11",
        "Every seven days have 24 hours of rest in a row, which the daily rest is no part of: 35 hours in all.",
        "За каждые семь дней 24 часа непрерывного отдыха сверх ежедневного: всего 35 часов.",
        read_in="legislation.gov.uk/nisr/2016/49/regulation/13 (the same words for Northern Ireland)",
        rules=at_least("weekly_rest", "minutes", "35h"),
    ),
    _WTR(
        "break",
        "12",
        "Who works longer than six hours has a break of at least 20 minutes.",
        "При работе дольше шести часов перерыв не менее 20 минут.",
        rules=at_least("min_break", "minutes", "20m", after_minutes="6h", counted="work"),
    ),
    _WTR(
        "leave",
        "13, 13A",
        "Everybody has at least 5.6 weeks of paid leave a year.",
        "Каждому не менее 5,6 недели оплачиваемого отпуска в год.",
        certainty="to_check",
        not_checked=Text(
            en="leave is written with the people; a roster of some weeks does not show a year",
            ru="отпуска указаны у сотрудников; по графику на несколько недель год не виден",
        ),
    ),
)
_PAY = (
    _WTR(
        "no_premiums",
        "1–43",
        "The Regulations ask for no premium for nights, holidays or overtime; a contract may.",
        "Правила не требуют доплат за ночь, праздники и сверхурочные; их может дать договор.",
        certainty="to_check",
        terms=(
            AskedTerm(field="pay.night_premium", value=0),
            AskedTerm(field="pay.holiday_premium", value=0),
            AskedTerm(field="pay.overtime_premium", value=0),
            AskedTerm(field="pay.overtime_later_premium", value=0),
        ),
    ),
    _WTR(
        "holidays",
        "13",
        "Bank holidays are those of the country; working on them is a matter of the contract.",
        "Нерабочие дни определены страной; работа в них зависит от договора.",
        certainty="to_check",
        terms=(AskedTerm(field="holidays.country", value="GB", side="unless_written"),),
    ),
)
