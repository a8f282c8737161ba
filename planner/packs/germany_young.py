"""Germany, people under 18: the Youth Employment Protection Act (Jugendarbeitsschutzgesetz)."""

from models.clock import WEEKDAYS
from models.law_line import AskedRule
from planner.packs.line import Act, at_least, at_most, no_holidays, no_nights

_JARBSCHG = Act("JArbSchG § {}", "§ {} JArbSchG (Закон об охране труда молодёжи)")
_MONDAY_TO_FRIDAY = {day: ["00:00-24:00"] for day in WEEKDAYS[:5]}

YOUNG = (
    _JARBSCHG(
        "young_day",
        "8",
        "People under 18 work at most 8 hours a day.",
        "Работники до 18 лет не более 8 часов в день.",
        certainty="to_check",
        read_in="stagetwo.eu: JArbSchG",
        whom="under_18",
        rules=at_most("max_shift_minutes", "minutes", "8h", counted="paid"),
    ),
    _JARBSCHG(
        "young_week",
        "8",
        "People under 18 work at most 40 hours a week.",
        "Работники до 18 лет не более 40 часов в неделю.",
        certainty="to_check",
        read_in="stagetwo.eu: JArbSchG",
        whom="under_18",
        rules=at_most("max_weekly_minutes", "minutes", "40h"),
    ),
    _JARBSCHG(
        "young_break",
        "11",
        "People under 18 have breaks of at least an hour when they work over 6 hours, the first within 4½ hours.",
        "Работники до 18 лет при работе дольше 6 часов имеют перерывы не менее часа, первый в течение 4½ часов.",
        read_in="haufe.de: JArbSchG § 11",
        whom="under_18",
        rules=at_least(
            "min_break", "minutes", "60m", after_minutes="6h", counted="work", latest_after_minutes="4h30m"
        ),
    ),
    _JARBSCHG(
        "young_short_break",
        "11",
        "People under 18 have breaks of at least 30 minutes when they work over 4½ hours, the first within 4½ hours.",
        "Работники до 18 лет при работе дольше 4½ часов имеют перерывы не менее 30 минут, первый в течение 4½ часов.",
        read_in="haufe.de: JArbSchG § 11",
        whom="under_18",
        rules=at_least(
            "min_break", "minutes", "30m", after_minutes="4h30m", counted="work", latest_after_minutes="4h30m"
        ),
    ),
    _JARBSCHG(
        "young_shift",
        "12",
        "From beginning to end, breaks included, a shift of people under 18 is at most 10 hours.",
        "Смена работников до 18 лет от начала до конца вместе с перерывами не более 10 часов.",
        certainty="to_check",
        read_in="yumpu.com: JArbSchG",
        whom="under_18",
        rules=at_most("max_shift_minutes", "minutes", "10h", counted="elapsed"),
    ),
    _JARBSCHG(
        "young_rest",
        "13",
        "People under 18 rest at least 12 hours between days of work.",
        "Работники до 18 лет отдыхают между рабочими днями не менее 12 часов.",
        certainty="to_check",
        read_in="yumpu.com: JArbSchG",
        whom="under_18",
        rules=at_least("min_rest", "minutes", "12h"),
    ),
    _JARBSCHG(
        "young_nights",
        "14",
        "People under 18 work between 6:00 and 20:00 only. (Over 16 to 23:00 where the firm works in several shifts, § 14 (2): kept stricter.)",
        "Работники до 18 лет работают только с 6:00 до 20:00. (Старше 16 лет при нескольких сменах до 23:00, § 14 (2): проверяется строже.)",
        certainty="to_check",
        read_in="yumpu.com: JArbSchG",
        whom="under_18",
        rules=no_nights("20:00-06:00", "under_18"),
    ),
    _JARBSCHG(
        "young_five_days",
        "15–17",
        "People under 18 work five days a week, and not on Saturdays and Sundays.",
        "Работники до 18 лет работают пять дней в неделю, кроме субботы и воскресенья.",
        certainty="to_check",
        read_in="stagetwo.eu: JArbSchG",
        whom="under_18",
        rules=(AskedRule(kind="availability", fields={"spans": _MONDAY_TO_FRIDAY}),),
    ),
    _JARBSCHG(
        "young_holidays",
        "18",
        "People under 18 do not work on public holidays.",
        "Работники до 18 лет не работают в праздники.",
        certainty="to_check",
        whom="under_18",
        rules=no_holidays("under_18"),
    ),
)
