"""Russia, rest, breaks and holidays: Labour Code, art. 95, 103, 108, 110 to 113."""

from models.law_line import AskedRule, AskedTerm
from models.text import Text
from planner.packs.line import at_least
from planner.packs.russia_act import TK_RF

REST = (
    TK_RF(
        "two_shifts",
        "103",
        "Two shifts in a row are forbidden, even if somebody agrees.",
        "Работа в течение двух смен подряд запрещена, даже с согласия.",
        rules=(AskedRule(kind="no_double_shift"),),
    ),
    TK_RF(
        "month_notice",
        "103",
        "People know the roster at least a month before it takes effect.",
        "График доводят до работников не позднее чем за месяц.",
        not_checked=Text(
            en="when you publish is up to you; [published] keeps what has been published",
            ru="срок публикации зависит от вас; раздел [published] сохраняет опубликованное",
        ),
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
            en="whether your desk is one that never stops is for you to say; no paper of consent is known here",
            ru="непрерывна ли работа, решаете вы; о письменных согласиях программе неизвестно",
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
