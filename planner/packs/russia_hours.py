"""Russia, hours and overtime: Labour Code, art. 91, 92, 94, 99, 104, 268."""

from models.clock import WEEKDAYS
from models.law_line import AskedRule
from models.text import Text
from planner.packs.line import at_most, no_holidays
from planner.packs.russia_act import TK_RF

#: People under 18 work on no Saturday and no Sunday.
_MONDAY_TO_FRIDAY = {day: ["00:00-24:00"] for day in WEEKDAYS[:5]}
_NORM = AskedRule(kind="period_minutes", limit="max_minutes", norm="max_minutes")

WEEKLY_HOURS = (
    TK_RF(
        "week_40",
        "91",
        "Normal working time is at most 40 hours a week.",
        "Нормальная продолжительность рабочего времени не более 40 часов в неделю.",
        whom="without_overtime",
        rules=at_most("max_weekly_minutes", "minutes", "40h"),
    ),
    TK_RF(
        "overtime_two_days",
        "99",
        "Overtime is at most 4 hours over two days in a row; a day's norm is taken as 8 hours.",
        "Сверхурочная работа не более 4 часов в течение двух дней подряд; нормой дня считаются 8 часов.",
        whom="with_overtime",
        rules=at_most("daily_overtime", "two_days_minutes", "4h", norm_minutes="8h"),
    ),
    TK_RF(
        "overtime_year",
        "99",
        "Overtime is at most 120 hours a year. (A bill for up to 240 hours by collective agreement passed its first reading in February 2026.)",
        "Сверхурочная работа не более 120 часов в год. (Законопроект о 240 часах по коллективному договору принят в первом чтении в феврале 2026 года.)",
        whom="with_overtime",
        rules=(
            AskedRule(
                kind="overtime_budget",
                fields={"minutes": "120h", "norm_minutes": "40h", "per": "week"},
                limit="minutes",
                renews="year",
                used_before="used_before_minutes",
            ),
        ),
    ),
    TK_RF(
        "overtime_barred",
        "99",
        "Pregnant women do no overtime: at most 40 hours a week. (Nor do people under 18: their weeks and shifts are those of art. 92 and 94.)",
        "Беременные женщины не работают сверхурочно: не более 40 часов в неделю. (Работники до 18 лет тоже: их недели и смены ограничены ст. 92 и 94.)",
        whom="barred_from_overtime",
        rules=at_most("max_weekly_minutes", "minutes", "40h"),
    ),
    TK_RF(
        "overtime_consent",
        "99",
        "People with disabilities and mothers of children under three work above 40 hours a week only if they agree in writing.",
        "Инвалиды и женщины с детьми до трёх лет работают более 40 часов в неделю только с письменного согласия.",
        certainty="to_check",
        read_in="consultant-mos.ru: ТК РФ, ст. 259",
        whom="overtime_without_consent",
        rules=at_most("max_weekly_minutes", "minutes", "40h"),
    ),
)
SUMMED_HOURS = (
    TK_RF(
        "norm_hours",
        "104",
        "Hours of the accounting period, at most a year long (three months where work is harmful or dangerous), do not exceed its norm; days away are taken off the norm.",
        "Рабочее время за учётный период (не более года, при вредных или опасных условиях трёх месяцев) не превышает нормы часов; дни отсутствия из нормы исключаются.",
        certainty="to_check",
        whom="without_overtime",
        rules=(_NORM,),
    ),
    TK_RF(
        "overtime_year",
        "99",
        "Overtime, which is what exceeds the norm of the accounting period, is at most 120 hours a year.",
        "Сверхурочная работа, то есть часы сверх нормы учётного периода, не более 120 часов в год.",
        whom="with_overtime",
        rules=(
            AskedRule(
                kind="overtime_budget",
                fields={"minutes": "120h", "per": "period"},
                limit="minutes",
                norm="norm_minutes",
                used_before="used_before_minutes",
            ),
        ),
    ),
    TK_RF(
        "overtime_barred",
        "99",
        "Pregnant women do no overtime: their hours stay within the norm. (Nor do people under 18: their weeks and shifts are those of art. 92 and 94.)",
        "К сверхурочной работе не допускаются беременные женщины: их часы в пределах нормы. (Работники до 18 лет тоже: их недели и смены ограничены ст. 92 и 94.)",
        whom="barred_from_overtime",
        rules=(_NORM,),
    ),
    TK_RF(
        "overtime_consent",
        "99",
        "People with disabilities and mothers of children under three do overtime only if they agree in writing.",
        "Инвалиды и женщины с детьми до трёх лет работают сверхурочно только с письменного согласия.",
        certainty="to_check",
        read_in="consultant-mos.ru: ТК РФ, ст. 259",
        whom="overtime_without_consent",
        rules=(_NORM,),
    ),
    TK_RF(
        "overtime_two_days",
        "99",
        "Overtime is at most 4 hours over two days in a row.",
        "Сверхурочная работа не более 4 часов в течение двух дней подряд.",
        not_checked=Text(
            en="under summed accounting overtime is known only when the period ends; a shift in the roster is none",
            ru="при суммированном учёте сверхурочные видны только в конце периода; смена по графику ими не является",
        ),
    ),
)
RECORD = (
    TK_RF(
        "record",
        "91",
        "The employer keeps a record of the time each person really works.",
        "Работодатель ведёт учёт времени, фактически отработанного каждым работником.",
        not_checked=Text(
            en="a plan knows no hours really worked; the workbook's timesheet T-13 holds the planned ones, to be mended day by day",
            ru="фактических часов план не знает; в книге есть табель Т-13 с плановыми, его правят день за днём",
        ),
    ),
)
YOUNG = (
    TK_RF(
        "week_under_16",
        "92",
        "People under 16 work at most 24 hours a week.",
        "Работники до 16 лет: не более 24 часов в неделю.",
        whom="under_16",
        rules=at_most("max_weekly_minutes", "minutes", "24h"),
    ),
    TK_RF(
        "week_16_17",
        "92",
        "People of 16 and 17 work at most 35 hours a week.",
        "Работники 16 и 17 лет: не более 35 часов в неделю.",
        whom="aged_16_or_17",
        rules=at_most("max_weekly_minutes", "minutes", "35h"),
    ),
    TK_RF(
        "week_students",
        "92, 94",
        "Who goes to school or college beside the work has half these weeks, and shifts of at most 2.5 hours (to 16) or 4 hours (to 18).",
        "Совмещающие работу с учёбой имеют половину этих недель и смены не более 2,5 часа (до 16 лет) или 4 часов (до 18 лет).",
        read_in="audit-it.ru/tk/94.html",
        not_checked=Text(
            en="who studies is not known here; write max_weekly_minutes and max_shift_minutes for these people",
            ru="кто учится, программе неизвестно; задайте этим людям max_weekly_minutes и max_shift_minutes",
        ),
    ),
    TK_RF(
        "week_disabled",
        "92",
        "People with a disability of group I or II work at most 35 hours a week.",
        "Инвалиды I и II группы работают не более 35 часов в неделю.",
        certainty="to_check",
        not_checked=Text(
            en="why somebody works fewer hours is nobody's business: give them a contract of 35 hours a week without overtime",
            ru="причины сокращённого времени здесь не указывают: дайте договор на 35 часов в неделю без сверхурочных",
        ),
    ),
    TK_RF(
        "shift_14",
        "94",
        "A shift of a person of 14 is at most 4 hours.",
        "Смена работника 14 лет не более 4 часов.",
        read_in="audit-it.ru/tk/94.html",
        whom="under_15",
        rules=at_most("max_shift_minutes", "minutes", "4h", counted="paid"),
    ),
    TK_RF(
        "shift_under_16",
        "94",
        "A shift of a person of 15 is at most 5 hours.",
        "Смена работника 15 лет не более 5 часов.",
        whom="under_16",
        rules=at_most("max_shift_minutes", "minutes", "5h", counted="paid"),
    ),
    TK_RF(
        "shift_16_17",
        "94",
        "A shift of a person of 16 or 17 is at most 7 hours.",
        "Смена работника 16 или 17 лет не более 7 часов.",
        whom="aged_16_or_17",
        rules=at_most("max_shift_minutes", "minutes", "7h", counted="paid"),
    ),
    TK_RF(
        "young_days_off",
        "268",
        "People under 18 do not work on Saturdays and Sundays.",
        "Работники до 18 лет не работают по субботам и воскресеньям.",
        whom="under_18",
        rules=(AskedRule(kind="availability", fields={"spans": _MONDAY_TO_FRIDAY}),),
    ),
    TK_RF(
        "young_holidays",
        "268",
        "People under 18 do not work on public holidays.",
        "Работники до 18 лет не работают в нерабочие праздничные дни.",
        certainty="to_check",
        read_in="pravovik24.ru/codes/tk-rf/tk-st-268",
        whom="under_18",
        rules=no_holidays("under_18"),
    ),
)
