"""Kazakhstan, hours and overtime: Labour Code, art. 68, 69, 71, 75, 77, 78."""

from models.law_line import AskedRule
from planner.packs.kazakhstan_act import TK_RK
from planner.packs.line import at_most

_NORM = AskedRule(kind="period_minutes", limit="max_minutes", norm="max_minutes")

WEEKLY_HOURS = (
    TK_RK(
        "week_40",
        "68",
        "Normal working time is at most 40 hours a week.",
        "Нормальная продолжительность рабочего времени не более 40 часов в неделю.",
        whom="without_overtime",
        rules=at_most("max_weekly_minutes", "minutes", "40h"),
    ),
    TK_RK(
        "overtime_day",
        "78",
        "Overtime is at most 2 hours a day; a day's norm is taken as 8 hours.",
        "Сверхурочная работа не более 2 часов в сутки; нормой дня считаются 8 часов.",
        whom="with_overtime",
        rules=at_most("daily_overtime", "minutes", "2h", norm_minutes="8h"),
    ),
    TK_RK(
        "overtime_month",
        "78",
        "Overtime is at most 12 hours a month.",
        "Сверхурочная работа не более 12 часов в месяц.",
        whom="with_overtime",
        rules=(
            AskedRule(
                kind="overtime_budget",
                fields={"minutes": "12h", "norm_minutes": "40h", "per": "week"},
                limit="minutes",
                renews="month",
            ),
        ),
    ),
    TK_RK(
        "overtime_year",
        "78",
        "Overtime is at most 120 hours a year.",
        "Сверхурочная работа не более 120 часов в год.",
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
    TK_RK(
        "overtime_barred",
        "77",
        "Pregnant women and people under 18 do no overtime: at most 40 hours a week.",
        "Беременные женщины и работники до 18 лет не работают сверхурочно: не более 40 часов в неделю.",
        whom="barred_from_overtime",
        rules=at_most("max_weekly_minutes", "minutes", "40h"),
    ),
    TK_RK(
        "overtime_consent",
        "77",
        "Overtime needs written consent; without it at most 40 hours a week.",
        "Сверхурочная работа только с письменного согласия; без него не более 40 часов в неделю.",
        whom="overtime_without_consent",
        rules=at_most("max_weekly_minutes", "minutes", "40h"),
    ),
)
SUMMED_HOURS = (
    TK_RK(
        "norm_hours",
        "75",
        "Hours of the accounting period, at most a year long, do not exceed its norm.",
        "Рабочее время за учётный период (не более года) не превышает нормы часов.",
        certainty="to_check",
        whom="without_overtime",
        rules=(_NORM,),
    ),
    TK_RK(
        "overtime_year",
        "78",
        "Under summed accounting overtime is at most 120 hours a year.",
        "При суммированном учёте сверхурочная работа не более 120 часов в год.",
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
    TK_RK(
        "overtime_barred",
        "77",
        "Pregnant women and people under 18 do no overtime: their hours stay within the norm.",
        "К сверхурочной работе не допускаются беременные женщины и работники до 18 лет: их часы в пределах нормы.",
        whom="barred_from_overtime",
        rules=(_NORM,),
    ),
    TK_RK(
        "overtime_consent",
        "77",
        "Overtime needs written consent.",
        "Сверхурочная работа только с письменного согласия.",
        whom="overtime_without_consent",
        rules=(_NORM,),
    ),
)
HOURS = (
    TK_RK(
        "shift",
        "71",
        "A shift is at most 12 hours.",
        "Смена не более 12 часов.",
        read_in="zakon.kz/obshestvo/6498802",
        rules=at_most("max_shift_minutes", "minutes", "12h", counted="paid"),
    ),
    TK_RK(
        "week_under_16",
        "69",
        "People of 14 to 16 work at most 24 hours a week.",
        "Работники от 14 до 16 лет не более 24 часов в неделю.",
        whom="under_16",
        rules=at_most("max_weekly_minutes", "minutes", "24h"),
    ),
    TK_RK(
        "week_16_17",
        "69",
        "People of 16 and 17 work at most 36 hours a week.",
        "Работники 16 и 17 лет не более 36 часов в неделю.",
        whom="aged_16_or_17",
        rules=at_most("max_weekly_minutes", "minutes", "36h"),
    ),
)
