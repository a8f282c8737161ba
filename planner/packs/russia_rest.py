"""Russia, rest, breaks and holidays: Labour Code, art. 95, 103, 108, 110 to 113."""

import datetime as dt

from models.law_line import AskedRule, AskedTerm, LawLine
from models.text import Text
from planner.packs.line import at_least, no_holidays
from planner.packs.russia_act import TK_RF
from planner.rules.wording import date_text


def month_notice(published_on: dt.date | None) -> LawLine:
    """The month between making a roster known and its first day (art. 103), kept by the date told."""
    answer = {
        "not_checked": Text(
            en="when you publish is not known here: write published_on, the day people are told, and it is checked; [published] with notice_days = 31 keeps what has been published",
            ru="когда вы объявите график, программе неизвестно: напишите published_on, день, когда его доведут до людей, и срок проверится; [published] с notice_days = 31 сохраняет объявленное",
        )
    }
    if published_on is not None:
        date = date_text(published_on)
        answer = {
            "kept_by": Text(
                en=f"published_on, {date.en}: check, plan and audit say where that is too late",
                ru=f"published_on, {date.ru}: check, plan и audit скажут, если это поздно",
            )
        }
    return TK_RF(
        "month_notice",
        "103",
        "People know the roster at least a month before it takes effect.",
        "График доводят до работников не позднее чем за месяц.",
        **answer,
    )


REST = (
    TK_RF(
        "two_shifts",
        "103",
        "Two shifts in a row are forbidden, even if somebody agrees.",
        "Работа в течение двух смен подряд запрещена, даже с согласия.",
        rules=(AskedRule(kind="no_double_shift"),),
    ),
    TK_RF(
        "weekly_rest",
        "110",
        "Every week has an uninterrupted rest of at least 42 hours.",
        "Еженедельный непрерывный отдых не менее 42 часов.",
        rules=at_least("weekly_rest", "minutes", "42h"),
    ),
    TK_RF(
        "days_off",
        "111",
        "A five-day week has two days off, a six-day week one.",
        "При пятидневной неделе два выходных дня, при шестидневной один.",
        certainty="to_check",
        read_in="happy-nokia.ru: ТК РФ, ст. 111, 112",
        not_checked=Text(
            en="people on shifts have their days off by the roster; art. 110 gives them at least 42 hours a week",
            ru="у сменных работников выходные по графику; не менее 42 часов в неделю им даёт ст. 110",
        ),
    ),
    TK_RF(
        "holidays",
        "112",
        "Public holidays are those of the Code; days off are moved by decree of the government.",
        "Нерабочие праздничные дни названы в Кодексе, выходные переносит Правительство.",
        certainty="to_check",
        read_in="happy-nokia.ru: ТК РФ, ст. 111, 112",
        terms=(AskedTerm(field="holidays.country", value="RU", side="unless_written"),),
    ),
    TK_RF(
        "pre_holiday",
        "95",
        "The working day before a public holiday is one hour shorter.",
        "Рабочий день перед праздником короче на час.",
        kept_by=Text(
            en="the norm of hours (smena packs russia --norm YEAR); shifts stay as long as you write them",
            ru="норма часов (smena packs russia --norm ГОД); длина смен остаётся заданной вами",
        ),
    ),
    TK_RF(
        "work_on_days_off",
        "113",
        "Work on days off and holidays needs written consent; where work never stops, shifts by the roster do not.",
        "Работа в выходные и праздники с письменного согласия; в непрерывно работающих организациях смены по графику его не требуют.",
        not_checked=Text(
            en="a plan calls nobody in on a day off of the roster; whether your desk never stops is for you to say; see the next two lines for holidays",
            ru="план никого не вызывает в выходной по графику; непрерывна ли работа, решаете вы; о праздниках две следующие строки",
        ),
    ),
    TK_RF(
        "holidays_barred",
        "259",
        "Pregnant women do not work on public holidays.",
        "Беременные женщины не работают в нерабочие праздничные дни.",
        certainty="to_check",
        read_in="consultant-mos.ru: ТК РФ, ст. 259",
        whom="barred_from_holidays",
        rules=no_holidays("other"),
    ),
    TK_RF(
        "holidays_consent",
        "113, 259",
        "Who must agree in writing to work on public holidays (mothers of children under three, people with disabilities and the others of art. 259) does not work on them without.",
        "Кто работает в праздники только с письменного согласия (женщины с детьми до трёх лет, инвалиды и другие по ст. 259), без него в праздники не работает.",
        certainty="to_check",
        read_in="consultant-mos.ru: ТК РФ, ст. 259",
        whom="holidays_without_consent",
        rules=no_holidays("no_consent"),
    ),
)
DIVIDED_DAY = (
    TK_RF(
        "divided_day",
        "105",
        "Where the work needs it the day may be divided into parts, as long as its working time stays within the day's; by a local act, after hearing the union.",
        "Где этого требует работа, рабочий день может быть разделён на части, если общее рабочее время не больше дневного; по локальному акту с учётом мнения профсоюза.",
        not_checked=Text(
            en="whether your work allows it, and the act, are up to you; a break of more than two hours is a divided day only with split = true, and hours, nights and overtime are counted over its parts alone",
            ru="подходит ли ваша работа и принят ли акт, решаете вы; перерыв дольше двух часов делит день только с split = true, а часы, ночь и сверхурочные считаются лишь по его частям",
        ),
    ),
)
MEALS = (
    TK_RF(
        "meal_break",
        "108",
        "A shift of more than 4 hours has a break of 30 minutes to two hours, which is no working time.",
        "В смене длиннее 4 часов перерыв от 30 минут до двух часов, в рабочее время он не входит.",
        rules=at_least(
            "min_break", "minutes", "30m", after_minutes="4h", counted="elapsed", max_minutes="2h"
        ),
    ),
)
MEALS_AT_DESK = (
    TK_RF(
        "meal_break",
        "108",
        "Where a break is impossible people eat at work in paid time; the employer's rules list such work.",
        "Где перерыв невозможен, едят на рабочем месте в оплачиваемое время; перечень таких работ в правилах работодателя.",
        kept_by=Text(
            en="your word (meals_at_desk = true); shift patterns without a break are paid in full",
            ru="ваше указание (meals_at_desk = true); смены без перерыва оплачены полностью",
        ),
    ),
)
