"""The comparison in words, in both languages."""

from models.comparison import Difference, PlanFigures
from models.money_text import money_text, whole_money_text
from models.text import Language, Text

#: The field's rule of thumb: do not open nights below this share of contacts.
NIGHT_RULE_OF_THUMB = 0.05

_FINDINGS = {
    "separated": Text(
        en="Proven: the plan of {cheaper} is cheaper than any plan of {dearer} by at least {at_least} a month "
        "(pay and priced shortfalls); the cheapest possible plans differ by at most {at_most}.",
        ru="Доказано: план {cheaper} дешевле любого плана {dearer} не меньше чем на {at_least} в месяц "
        "(оплата и цена нехватки); самые дешёвые возможные планы различаются не больше чем на {at_most}.",
    ),
    "equal": Text(
        en="Proven: the cheapest possible plans of {dearer} and {cheaper} cost the same (pay and priced shortfalls).",
        ru="Доказано: самые дешёвые возможные планы {dearer} и {cheaper} стоят одинаково (оплата и цена нехватки).",
    ),
    "overlap": Text(
        en="Not proven which of {dearer} and {cheaper} is cheaper: the intervals overlap by {overlap} a month. "
        "The plan found for {cheaper} is lower by {found}; to prove that, the gap of {dearer} must fall "
        "from {gap} to below {needed}.",
        ru="Не доказано, что дешевле, {dearer} или {cheaper}: интервалы перекрываются на {overlap} в месяц. "
        "Найденный план {cheaper} ниже на {found}; чтобы это доказать, разрыв {dearer} должен снизиться "
        "с {gap} до значения меньше {needed}.",
    ),
    "no_legal_plan": Text(
        en="Nothing is proven of {dearer} and {cheaper}: at least one of them has no legal plan.",
        ru="О разнице {dearer} и {cheaper} ничего не доказано: хотя бы у одного из них нет допустимого плана.",
    ),
}
#: An overlap between plans that were found equally dear: no gap of one alone would decide.
_TIED = Text(
    en="Not proven which of {dearer} and {cheaper} is cheaper: the plans found are equally dear, "
    "and the intervals overlap by {overlap} a month.",
    ru="Не доказано, что дешевле, {dearer} или {cheaper}: найденные планы стоят одинаково, "
    "интервалы перекрываются на {overlap} в месяц.",
)
_FOUND = Text(
    en=" In pay alone the plans found differ by {pay} a month ({lower} is lower); this is found, not proven.",
    ru=" Только по оплате найденные планы различаются на {pay} в месяц (ниже {lower}); это найдено, но не доказано.",
)
_NIGHT = {
    (True, True): Text(
        en="{share} of contacts arrive between 00:00 and 07:00, below the 5% rule of thumb, and the desk is open "
        "then: nights look too early and too dear (don't open nights while fewer than about 5% of customers "
        "call at night).",
        ru="{share} обращений приходится на 00:00–07:00, это ниже ориентира 5%, а поддержка в это время открыта: "
        "ночи открывать рано и дорого (не открывайте ночь, пока ночью обращается меньше примерно 5% клиентов).",
    ),
    (True, False): Text(
        en="{share} of contacts arrive between 00:00 and 07:00, below the 5% rule of thumb; the desk is closed then, "
        "as the rule advises (don't open nights while fewer than about 5% of customers call at night).",
        ru="{share} обращений приходится на 00:00–07:00, это ниже ориентира 5%; поддержка в это время закрыта, "
        "как и советует правило (не открывайте ночь, пока ночью обращается меньше примерно 5% клиентов).",
    ),
    (False, True): Text(
        en="{share} of contacts arrive between 00:00 and 07:00, at or above the 5% rule of thumb for opening nights; "
        "the desk is open then.",
        ru="{share} обращений приходится на 00:00–07:00: не ниже ориентира 5% для работы ночью; "
        "поддержка в это время открыта.",
    ),
    (False, False): Text(
        en="{share} of contacts arrive between 00:00 and 07:00, at or above the 5% rule of thumb for opening nights; "
        "the desk is closed then.",
        ru="{share} обращений приходится на 00:00–07:00: не ниже ориентира 5% для работы ночью; "
        "поддержка в это время закрыта.",
    ),
}


def percent(share: float, language: Language, digits: int = 1) -> str:
    """Write a share as a percentage with a decimal point or comma."""
    text = f"{100 * share:.{digits}f}%"
    return text.replace(".", ",") if language == "ru" else text


def difference_sentence(difference: Difference, currency: str) -> Text:
    """Say what is proven, what is only found, and what a proof would need."""
    tied = difference.finding == "overlap" and difference.found_objective_minor == 0
    template = _TIED if tied else _FINDINGS[difference.finding]
    pay = difference.found_cost_minor

    def fill(language: Language) -> str:
        return (template.in_language(language) + (_FOUND.in_language(language) if pay else "")).format(
            dearer=difference.dearer,
            cheaper=difference.cheaper,
            at_least=money_text(difference.proven_at_least_minor or 0, currency, language),
            at_most=money_text(difference.proven_at_most_minor or 0, currency, language),
            overlap=whole_money_text(difference.overlap_minor, currency, language),
            found=whole_money_text(difference.found_objective_minor, currency, language),
            gap=percent(difference.gap, language, 2),
            needed=percent(difference.gap_needed, language, 2),
            pay=whole_money_text(abs(pay), currency, language),
            lower=difference.cheaper if pay > 0 else difference.dearer,
        )

    return Text(en=fill("en"), ru=fill("ru"))


def night_advice(figures: PlanFigures) -> Text:
    """Set the share of contacts at night beside the field's rule of thumb."""
    template = _NIGHT[figures.night_share < NIGHT_RULE_OF_THUMB, figures.open_at_night]
    return Text(
        en=template.en.format(share=percent(figures.night_share, "en")),
        ru=template.ru.format(share=percent(figures.night_share, "ru")),
    )
