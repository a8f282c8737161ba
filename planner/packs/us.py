"""United States: the Fair Labor Standards Act."""

import datetime as dt
from typing import ClassVar, Literal

from models.clock import WEEKDAYS
from models.law_line import AskedRule, AskedTerm, LawLine
from models.law_pack import LAW_PACKS, LawPack
from models.text import Text
from planner.packs.line import Act, at_most

_USC = Act("29 USC {} (FLSA)", "§ {} разд. 29 Свода законов США (FLSA)")
_CFR = Act("29 CFR {}", "§ {} разд. 29 Свода федеральных правил США")
_SEVEN_TO_SEVEN = {day: ["07:00-19:00"] for day in WEEKDAYS}


@LAW_PACKS.register
class UnitedStates(LawPack):
    """The Fair Labor Standards Act, for people it does not exempt; states ask for more."""

    valid_from: ClassVar[dt.date] = dt.date(2010, 1, 1)
    valid_to: ClassVar[dt.date | None] = None
    title: ClassVar[Text] = Text(en="United States: FLSA", ru="США: Закон о справедливых условиях труда")
    acts: ClassVar[Text] = Text(
        en="Fair Labor Standards Act of 1938 (29 USC 201 and following)",
        ru="Закон США о справедливых условиях труда 1938 года (FLSA)",
    )

    kind: Literal["us"] = "us"

    def lines(self) -> tuple[LawLine, ...]:
        """Every line: overtime pay, what the Act does not ask, the young."""
        return (
            _USC(
                "overtime_pay",
                "207",
                "Hours above 40 in a workweek are paid at least 1.5 times the regular rate: all pay of the week but overtime, over all its hours.",
                "Часы сверх 40 за рабочую неделю оплачиваются не менее чем в полуторном размере от средней ставки недели: вся оплата недели, кроме сверхурочных, делённая на её часы.",
                terms=(
                    AskedTerm(
                        field="pay.overtime",
                        value=({"per": "week", "after_minutes": "40h", "tiers": ({"premium": "0.5"},)},),
                        side="unless_written",
                    ),
                    AskedTerm(field="pay.overtime_base", value="regular_rate", side="unless_written"),
                ),
            ),
            _USC(
                "no_premiums",
                "207",
                "The Act asks for no premium for nights, weekends or holidays.",
                "Закон не требует доплат за ночь, выходные и праздники.",
                terms=(
                    AskedTerm(field="pay.night_premium", value=0),
                    AskedTerm(field="pay.holiday_premium", value=0),
                ),
            ),
            _USC(
                "hours",
                "207",
                "The Act sets no limit to the hours of adults, and no rest between shifts.",
                "Закон не ограничивает часы взрослых и отдых между сменами.",
                kept_by=Text(
                    en="nothing is asked; write rules of your own", ru="требования нет; задайте свои правила"
                ),
            ),
            _CFR(
                "breaks",
                "785.18–19",
                "Meals are not asked for; short breaks of up to 20 minutes count as work.",
                "Обед не требуется; короткие перерывы до 20 минут считаются рабочим временем.",
                certainty="to_check",
                read_in="laws9.com/cfr/text/29/785/18",
                not_checked=Text(
                    en="whether a break is paid stands in your shift patterns",
                    ru="оплачен ли перерыв, сказано в описании смен",
                ),
            ),
            _CFR(
                "young_hours",
                "570.35",
                "People of 14 and 15 work at most 8 hours a day, 3 on a day with school (write that yourself).",
                "Работники 14 и 15 лет не более 8 часов в день, в учебный день 3 (это правило добавьте сами).",
                certainty="to_check",
                read_in="compliancecosmos.org: 29 CFR 570.35",
                whom="under_16",
                rules=at_most("max_shift_minutes", "minutes", "8h", counted="paid"),
            ),
            _CFR(
                "young_week",
                "570.35",
                "People of 14 and 15 work at most 40 hours a week, 18 in a week with school (write that yourself).",
                "Работники 14 и 15 лет не более 40 часов в неделю, в учебную 18 (это правило добавьте сами).",
                certainty="to_check",
                read_in="compliancecosmos.org: 29 CFR 570.35",
                whom="under_16",
                rules=at_most("max_weekly_minutes", "minutes", "40h"),
            ),
            _CFR(
                "young_times",
                "570.35",
                "People of 14 and 15 work between 7:00 and 19:00 (to 21:00 in summer).",
                "Работники 14 и 15 лет работают с 7:00 до 19:00 (летом до 21:00).",
                certainty="to_check",
                read_in="compliancecosmos.org: 29 CFR 570.35",
                whom="under_16",
                rules=(AskedRule(kind="availability", fields={"spans": _SEVEN_TO_SEVEN}),),
            ),
            _USC(
                "holidays",
                "207",
                "Federal holidays are ordinary days under the Act.",
                "Федеральные праздники по этому закону обычные дни.",
                terms=(AskedTerm(field="holidays.country", value="US", side="unless_written"),),
            ),
        )
