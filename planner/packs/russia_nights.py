"""Russia, nights: Labour Code, art. 96."""

from models.law_line import AskedTerm, LawLine
from models.text import Text
from planner.packs.line import at_most, no_nights
from planner.packs.russia_act import TK_RF
from planner.rules.wording import duration

NIGHTS = (
    TK_RF(
        "night_band",
        "96",
        "Night is from 22:00 to 06:00.",
        "Ночное время с 22:00 до 6:00.",
        terms=(AskedTerm(field="night.band", value="22:00-06:00"),),
    ),
    TK_RF(
        "night_young",
        "96",
        "People under 18 do not work at night.",
        "Работники до 18 лет не работают ночью.",
        whom="under_18",
        rules=no_nights("22:00-06:00", "under_18"),
    ),
    TK_RF(
        "night_barred",
        "96",
        "Pregnant women do not work at night, and nobody whom a doctor has barred.",
        "Беременные женщины не работают ночью, как и те, кому это запретил врач.",
        whom="barred_from_nights",
        rules=no_nights("22:00-06:00", "other"),
    ),
    TK_RF(
        "night_consent",
        "96",
        "Mothers of children under three, people with disabilities, parents of disabled children, carers, single parents, parents of three or more and some others work at night only if they agree in writing (also art. 259).",
        "Женщины с детьми до трёх лет, инвалиды, родители детей-инвалидов, ухаживающие за больными, одинокие и многодетные родители и некоторые другие работают ночью только с письменного согласия (также ст. 259).",
        whom="nights_without_consent",
        rules=no_nights("22:00-06:00", "no_consent"),
    ),
    TK_RF(
        "night_shift",
        "96",
        "A night shift is one with at least half of its time at night: the usual reading, the Code does not say.",
        "Ночная смена та, у которой не менее половины времени ночью: так принято считать, в Кодексе этого нет.",
        certainty="to_check",
        kept_by=Text(en="the setting night.night_shift_share", ru="настройка night.night_shift_share"),
    ),
)
_SHORTER = Text(
    en="A shift at night is one hour shorter without making up; not for people hired for nights or on reduced hours, nor where the conditions of work ask for equal shifts or a six-day week of shifts has one day off, as a list of the employer says",
    ru="Ночная смена короче на час без отработки; кроме принятых для ночной работы и на сокращённое время, а также работ, где это нужно по условиям труда, и смен при шестидневной неделе с одним выходным, по перечню работодателя",
)


def night_shorter(contracts: tuple[str, ...], day_shift_minutes: int) -> LawLine:
    """The hour a night shift is shorter (art. 96), for the contracts to whom it is due.

    Parameters
    ----------
    contracts
        Contracts of people neither hired for nights nor exempt by the employer's list; where
        nobody has said which these are the line is not checked.
    day_shift_minutes
        Length of a shift by day.
    """
    if not contracts:
        return TK_RF(
            "night_shorter",
            "96",
            f"{_SHORTER.en}.",
            f"{_SHORTER.ru}.",
            not_checked=Text(
                en="which list you have, and whom you hired for nights, is not known here: name in shorter_night_contracts the contracts to which the hour is due, and it is checked",
                ru="есть ли у вас такой перечень и кто принят для ночной работы, программе неизвестно: назовите в shorter_night_contracts договоры, которым час положен, и это проверится",
            ),
        )
    night, day = duration(day_shift_minutes - 60), duration(day_shift_minutes)
    hours, minutes = divmod(day_shift_minutes - 60, 60)
    most = f"{hours}h{minutes}m" if minutes else f"{hours}h"
    return TK_RF(
        "night_shorter",
        "96",
        f"{_SHORTER.en}: at most {night.en} where a day's shift has {day.en}.",
        f"{_SHORTER.ru}: не более {night.ru}, если дневная смена {day.ru}.",
        contracts=contracts,
        rules=at_most("max_night_shift", "minutes", most, band="22:00-06:00"),
    )
