"""California: the Labor Code, on top of federal law."""

import datetime as dt
from typing import ClassVar, Literal

from models.law_line import AskedTerm, LawLine
from models.law_pack import LAW_PACKS, LawPack
from models.text import Text
from planner.packs.line import Act, at_least, at_most

_LAB = Act("Cal. Labor Code § {}", "§ {} Трудового кодекса Калифорнии")
_WAGE_ORDER = Act("IWC Wage Order 4-2001 § {}", "§ {} приказа IWC 4-2001 (Калифорния)")
_OVERTIME = (
    {
        "per": "day",
        "after_minutes": "8h",
        "tiers": ({"minutes": "4h", "premium": "0.5"}, {"premium": "1.0"}),
    },
    {"per": "seventh_day", "tiers": ({"minutes": "8h", "premium": "0.5"}, {"premium": "1.0"})},
    {"per": "week", "after_minutes": "40h", "tiers": ({"premium": "0.5"},)},
)


@LAW_PACKS.register
class California(LawPack):
    """The California Labor Code, for people it does not exempt.

    Parameters
    ----------
    meal_waivers
        People have agreed to do without the meal in shifts of up to 6 hours, and without
        the second one in shifts of up to 12.
    """

    valid_from: ClassVar[dt.date] = dt.date(2018, 1, 1)
    valid_to: ClassVar[dt.date | None] = None
    title: ClassVar[Text] = Text(en="California: Labor Code", ru="Калифорния: Трудовой кодекс")
    acts: ClassVar[Text] = Text(
        en="California Labor Code §§ 510, 512, 551–556; Mendoza v. Nordstrom, 2 Cal.5th 1074 (2017)",
        ru="Трудовой кодекс Калифорнии, §§ 510, 512, 551–556; решение Mendoza v. Nordstrom (2017)",
    )

    kind: Literal["california"] = "california"
    meal_waivers: bool = False

    def lines(self) -> tuple[LawLine, ...]:
        """Every line: overtime, meals, days of rest."""
        return (_DAILY_OVERTIME, *self._meals(), *_REST, _SPLIT_SHIFT, *_NOT_ASKED)

    def _meals(self) -> tuple[LawLine, ...]:
        first_after = "6h" if self.meal_waivers else "5h"
        longest = "12h" if self.meal_waivers else "10h"
        hours = (first_after.rstrip("h"), longest.rstrip("h"))
        return (
            _LAB(
                "meal",
                "512",
                f"A shift of more than {hours[0]} hours has a meal of at least 30 minutes that begins within its first 5 hours"
                + (" (waived up to 6 hours)." if self.meal_waivers else "."),
                f"В смене длиннее {hours[0]} часов обед не менее 30 минут, он начинается в первые 5 часов"
                + (" (до 6 часов есть отказ)." if self.meal_waivers else "."),
                rules=at_least(
                    "min_break",
                    "minutes",
                    "30m",
                    after_minutes=first_after,
                    counted="elapsed",
                    latest_after_minutes="5h",
                ),
            ),
            _LAB(
                "second_meal",
                "512",
                f"A shift of more than {hours[1]} hours needs a second meal; a shift here has one, so none is longer.",
                f"В смене длиннее {hours[1]} часов нужен второй обед; здесь у смены один перерыв, поэтому длиннее смен нет.",
                rules=at_most("max_shift_minutes", "minutes", longest, counted="paid"),
            ),
        )


_DAILY_OVERTIME = _LAB(
    "overtime_pay",
    "510",
    "Hours above 8 a day or 40 a week, and the first 8 of a seventh day in a workweek, are paid 1.5 times; above 12 a day, or 8 on that day, double.",
    "Часы сверх 8 в день или 40 в неделю и первые 8 часов седьмого дня недели оплачиваются в полуторном размере; сверх 12 в день или 8 в такой день — в двойном.",
    terms=(
        AskedTerm(field="pay.overtime", value=_OVERTIME, side="unless_written"),
        AskedTerm(field="pay.overtime_base", value="regular_rate", side="unless_written"),
    ),
)
_REST = (
    _LAB(
        "day_of_rest",
        "551, 552",
        "Every workweek has a day of rest; kept by at most six days of work in a row, a little stricter.",
        "В каждой рабочей неделе день отдыха; проверяется чуть строже: не более шести рабочих дней подряд.",
        rules=at_most("max_consecutive_days", "days", 6),
    ),
    _WAGE_ORDER(
        "rest_periods",
        "12",
        "Every four hours, or most of them, have ten minutes of paid rest; a day under three and a half hours needs none.",
        "На каждые четыре часа или большую их часть десять минут оплачиваемого отдыха; при работе менее трёх с половиной часов он не нужен.",
        certainty="to_check",
        read_in="californiawagelaw.com: wage orders § 12",
        not_checked=Text(
            en="ten minutes are shorter than an interval; plan for them by staffing.shrinkage",
            ru="десять минут короче интервала; учтите их в staffing.shrinkage",
        ),
    ),
)
_SPLIT_SHIFT = _WAGE_ORDER(
    "split_shift",
    "2(Q), 4(C)",
    "A day split by the employer for longer than a meal is paid one hour more at the minimum wage; pay above the minimum wage counts towards it.",
    "День, который работодатель разделил дольше, чем на обед, оплачивается на час больше по минимальной ставке; оплата сверх минимальной идёт в зачёт.",
    read_in="californiaemploymentlawreport.com/2012/05/what-is-a-split-shift",
    not_checked=Text(
        en='the minimum wage is another in each city and year: write [[pay.split_shifts]] with your minimum_wage and after_minutes = "1h", and the plan pays it',
        ru='минимальная оплата своя у каждого города и года: напишите [[pay.split_shifts]] с вашей minimum_wage и after_minutes = "1h", и план её заплатит',
    ),
)
_NOT_ASKED = (
    _LAB(
        "no_premiums",
        "510",
        "The Code asks for no premium for nights or holidays as such.",
        "Кодекс не требует доплат за ночь и праздники самих по себе.",
        read_in="dir.ca.gov/dlse/FAQ_Holidays.htm",
        terms=(
            AskedTerm(field="pay.night_premium", value=0),
            AskedTerm(field="pay.holiday_premium", value=0),
        ),
    ),
    _LAB(
        "holidays",
        "510",
        "Public holidays are ordinary days under the Code.",
        "Праздники по этому кодексу обычные дни.",
        read_in="dir.ca.gov/dlse/FAQ_Holidays.htm",
        terms=(
            AskedTerm(field="holidays.country", value="US", side="unless_written"),
            AskedTerm(field="holidays.subdivision", value="CA", side="unless_written"),
        ),
    ),
)
