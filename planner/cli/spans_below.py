"""Days, or the period, on which a promise kept over them is broken, and why they stay so."""

from collections.abc import Iterator

import numpy as np

from models.money import to_minor
from models.money_text import money_text
from models.scenario import Scenario
from models.text import Text
from planner.cli.below_words import kept_over_text
from planner.cli.numbers import decimal_text, percent_text
from planner.refine import Attempt, Refinement

#: Days told of by date.
_MOST_TOLD = 7
_BELOW = Text(
    en="{channel}: {share} promised {over}, simulated below it: {list}.",
    ru="{channel}: обещано {share} {over}, в имитации ниже: {list}.",
)
_DAY = Text(en="{date} ({share})", ru="{date} ({share})")
_MORE = Text(
    en="{list} and {number} more (--by-day shows all)", ru="{list} и ещё {number} (все покажет --by-day)"
)
_MISSING = Text(
    en="The last round asked for {hours} agent-hours that were not bought: raise the price of an hour short "
    "(prices.understaffed_hour, now {price}), or allow more people (max_hires of a vacancy).",
    ru="В последнем раунде не куплено {hours} человеко-ч из запрошенного: поднимите цену часа нехватки "
    "(prices.understaffed_hour, сейчас {price}) или разрешите больше людей (max_hires вакансии).",
)
_ROUNDS = Text(
    en="Everything asked for was bought: more rounds (--rounds) may close the rest.",
    ru="Всё, что просили, куплено: остальное могут закрыть ещё раунды (--rounds).",
)


def spans_below_lines(scenario: Scenario, one: Attempt) -> Iterator[str]:
    """Name the days below the promise of each channel whose promise is kept over days or the period."""
    language, simulated = scenario.desk.language, one.simulated
    days = np.unique(simulated.given.day)
    for channel, target, spans in zip(scenario.channels, simulated.targets, simulated.spans, strict=True):
        if target.scope == "interval" or not spans.below:
            continue
        shares = [
            percent_text(float(spans.reached[span]), 1, language) for span in np.flatnonzero(spans.is_below)
        ]
        listed = shares[0]
        if target.scope == "day":
            dates = [scenario.horizon.date_of(int(days[span])) for span in np.flatnonzero(spans.is_below)]
            told = [
                _DAY.in_language(language).format(
                    date=date.isoformat() if language == "en" else f"{date:%d.%m.%Y}", share=share
                )
                for date, share in zip(dates, shares, strict=True)
            ]
            listed = ", ".join(told[:_MOST_TOLD])
            if len(told) > _MOST_TOLD:
                rest = len(told) - _MOST_TOLD
                listed = _MORE.in_language(language).format(list=listed, number=rest)
        yield _BELOW.in_language(language).format(
            channel=channel.name,
            share=percent_text(target.share, 0, language),
            over=kept_over_text([target], language),
            list=listed,
        )


def why_still_below(scenario: Scenario, found: Refinement) -> Iterator[str]:
    """Say what would close days, or the period, that planning again has left below the promise."""
    desk, chosen = scenario.desk, found.chosen.simulated
    scoped = zip(chosen.targets, chosen.below, strict=True)
    if len(found.attempts) < 2 or not any(count for target, count in scoped if target.scope != "interval"):
        return
    hours = found.attempts[-1].expected.coverage.understaffed_hours
    price = to_minor(scenario.prices.understaffed_hour, desk.currency)
    said = _MISSING if hours > 0 else _ROUNDS
    yield said.in_language(desk.language).format(
        hours=decimal_text(hours, 1, desk.language), price=money_text(price, desk.currency, desk.language)
    )
