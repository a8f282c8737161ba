"""Russia, pay: Labour Code, art. 152 to 154, Decree 554, and sick pay."""

import datetime as dt

from models.law_line import AskedTerm, LawLine
from planner.packs.line import Act
from planner.packs.russia_act import TK_RF

_FZ_255 = Act("255-FZ of 29.12.2006, art. {}", "ст. {} закона № 255-ФЗ от 29.12.2006")

PAY = (
    TK_RF(
        "overtime_pay",
        "152",
        "Overtime is paid at least 1.5 times for the first two hours and double after, on pay with allowances; hours on holidays are no overtime.",
        "Сверхурочные оплачиваются не менее чем в полуторном размере за первые два часа и в двойном за следующие, считая с надбавками; часы в праздники не сверхурочные.",
        valid_from=dt.date(2024, 9, 1),
        terms=(
            AskedTerm(field="pay.overtime_premium", value="0.5"),
            AskedTerm(field="pay.overtime_first_minutes", value=120, side="at_most"),
            AskedTerm(field="pay.overtime_later_premium", value="1.0"),
            AskedTerm(field="pay.overtime_base", value="with_allowances", side="unless_written"),
            AskedTerm(field="pay.overtime_on_holidays", value=False, side="unless_written"),
        ),
    ),
    TK_RF(
        "holiday_pay",
        "153",
        "Work on a public holiday is paid at least double; of a salary, once more within the norm and twice above.",
        "Работа в праздник оплачивается не менее чем в двойном размере; при окладе ещё одна ставка в пределах нормы и две сверх неё.",
        terms=(AskedTerm(field="pay.holiday_premium", value="1.0"),),
    ),
    TK_RF(
        "night_pay",
        "154",
        "Each hour at night is paid at least 20 % more (Decree 554 of 22.07.2008).",
        "Каждый ночной час оплачивается не менее чем на 20 % выше (Постановление № 554 от 22.07.2008).",
        terms=(AskedTerm(field="pay.night_premium", value="0.20"),),
    ),
    _FZ_255(
        "sick_pay",
        "3",
        "The employer pays the first 3 days of a sick leave, the Social Fund the rest; here counted at the salary.",
        "Первые 3 дня больничного оплачивает работодатель, остальные — Социальный фонд; здесь считаются по окладу.",
        certainty="to_check",
        terms=(AskedTerm(field="pay.sick_paid_days", value=3, side="unless_written"),),
    ),
)


def summed_pay(first_date: dt.date | None, last_date: dt.date | None) -> LawLine:
    """Overtime of an accounting period; the planned period where dates are left out."""
    written = {"first_date": first_date, "last_date": last_date}
    dates = {field: date for field, date in written.items() if date is not None}
    tiers = ({"minutes": "2h", "premium": "0.5"}, {"premium": "1.0"})
    return TK_RF(
        "summed_overtime_pay",
        "99, 152",
        "Under summed accounting the hours above the norm of the period are overtime, told when it ends.",
        "При суммированном учёте сверхурочными считаются часы сверх нормы периода, по его окончании.",
        certainty="to_check",
        read_in="domvpavlino.ru: ТК РФ, ст. 99",
        terms=(
            AskedTerm(
                field="pay.overtime",
                value=({"per": "period", "tiers": tiers, **dates},),
                side="unless_written",
            ),
        ),
    )
