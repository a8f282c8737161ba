"""Kazakhstan, nights, rest and pay: Labour Code, art. 76, 81, 83 to 85, 108 to 110."""

from models.law_line import AskedRule, AskedTerm
from models.text import Text
from planner.packs.kazakhstan_act import TK_RK
from planner.packs.line import at_least, no_nights

NIGHTS = (
    TK_RK(
        "night_band",
        "76",
        "Night is from 22:00 to 06:00.",
        "Ночное время с 22:00 до 6:00.",
        terms=(AskedTerm(field="night.band", value="22:00-06:00"),),
    ),
    TK_RK(
        "night_young",
        "76",
        "People under 18 do not work at night.",
        "Работники до 18 лет не работают ночью.",
        whom="under_18",
        rules=no_nights("22:00-06:00", "under_18"),
    ),
    TK_RK(
        "night_barred",
        "76",
        "Pregnant women do not work at night.",
        "Беременные женщины не работают ночью.",
        whom="barred_from_nights",
        rules=no_nights("22:00-06:00", "other"),
    ),
    TK_RK(
        "night_consent",
        "76",
        "People with disabilities, and some parents, work at night only if they agree in writing.",
        "Лица с инвалидностью и некоторые родители работают ночью только с письменного согласия.",
        certainty="to_check",
        whom="nights_without_consent",
        rules=no_nights("22:00-06:00", "no_consent"),
    ),
)
REST = (
    TK_RK(
        "two_shifts",
        "73",
        "Two shifts in a row are forbidden.",
        "Работа в течение двух смен подряд запрещена.",
        certainty="to_check",
        read_in="biznescentr.kz/novosti/7274",
        rules=(AskedRule(kind="no_double_shift"),),
    ),
    TK_RK(
        "meal_break",
        "81",
        "A shift has a break of at least half an hour, which is no working time; checked from 4 hours on.",
        "В смене перерыв не менее получаса, в рабочее время он не входит; проверяется от 4 часов.",
        certainty="to_check",
        read_in="pavlodar.com/zakon: ТК РК, ст. 81",
        rules=at_least("min_break", "minutes", "30m", after_minutes="4h", counted="elapsed"),
    ),
    TK_RK(
        "daily_rest",
        "83",
        "Between shifts there are at least 12 hours of rest.",
        "Между сменами не менее 12 часов отдыха.",
        certainty="to_check",
        rules=at_least("min_rest", "minutes", "12h"),
    ),
    TK_RK(
        "days_off",
        "84",
        "A five-day week has two days off, a six-day week one.",
        "При пятидневной неделе два выходных дня, при шестидневной один.",
        certainty="to_check",
        not_checked=Text(
            en="people on shifts have their days off by the roster; write a min_consecutive_days_off rule for yours",
            ru="у сменных работников выходные по графику; задайте для них правило min_consecutive_days_off",
        ),
    ),
    TK_RK(
        "work_on_days_off",
        "85",
        "Work on days off and holidays needs written consent, except for shifts by the roster.",
        "Работа в выходные и праздники с письменного согласия, кроме смен по графику.",
        certainty="to_check",
        read_in="kato.tutkrabov.net: ТК РК, ст. 84–86",
        not_checked=Text(
            en="no paper of consent is known here", ru="о письменных согласиях программе неизвестно"
        ),
    ),
    TK_RK(
        "holidays",
        "84",
        "Public holidays are those of the country; the government may move days off.",
        "Праздники определены законом страны, выходные может переносить Правительство.",
        certainty="to_check",
        read_in="cdb.kz: ТК РК, ст. 84",
        terms=(AskedTerm(field="holidays.country", value="KZ", side="unless_written"),),
    ),
)
PAY = (
    TK_RK(
        "overtime_pay",
        "108",
        "Overtime is paid at least 1.5 times.",
        "Сверхурочные оплачиваются не менее чем в полуторном размере.",
        terms=(
            AskedTerm(field="pay.overtime_premium", value="0.5"),
            AskedTerm(field="pay.overtime_later_premium", value="0.5"),
        ),
    ),
    TK_RK(
        "holiday_pay",
        "109",
        "Work on holidays and days off is paid at least 1.5 times.",
        "Работа в праздники и выходные оплачивается не менее чем в полуторном размере.",
        terms=(AskedTerm(field="pay.holiday_premium", value="0.5"),),
    ),
    TK_RK(
        "night_pay",
        "110",
        "Each hour at night is paid at least 1.5 times.",
        "Каждый ночной час оплачивается не менее чем в полуторном размере.",
        read_in="prg.kz/m/amp/document/39875578",
        terms=(AskedTerm(field="pay.night_premium", value="0.5"),),
    ),
)
