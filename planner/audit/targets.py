"""Whether targets over a day or the period are kept."""

from collections.abc import Iterator

from models.scenario import Scenario
from models.service_goal import GoalOutcome
from models.text import Text
from models.violation import Violation
from planner.rules.wording import date_text


def target_findings(scenario: Scenario, outcomes: tuple[GoalOutcome, ...]) -> Iterator[Violation]:
    """Name every day, or the period, whose target is missed.

    Where coverage is hard that is a broken rule; else it has its price.

    Parameters
    ----------
    scenario
        Its days, and whether coverage is hard.
    outcomes
        What became of the targets with the people on duty.
    """
    horizon = scenario.horizon
    for one in outcomes:
        if one.is_kept and not one.penalty_minor:
            continue
        begin, end = (horizon.local(horizon.interval_starts[place]).date() for place in one.intervals)
        first, last = date_text(begin), date_text(end)
        when = first
        if begin < end:
            when = Text(en=f"{first.en} to {last.en}", ru=f"с {first.ru} по {last.ru}")
        numbers = f"{100 * one.reached:.1f}", f"{100 * one.promised:.4g}", f"{one.short_hours:.1f}"
        en, ru = numbers, tuple(number.replace(".", ",") for number in numbers)
        hard = scenario.prices.hard_coverage and one.penalty_minor > 0
        yield Violation(
            rule="target",
            agent=None,
            date=begin,
            text=Text(
                en=f"{one.pool}, {when.en}: {en[0]}% served in time, {en[1]}% promised "
                f"({en[2]} agent-hours are missing)",
                ru=f"{one.pool}, {when.ru}: вовремя {ru[0]}%, обещано {ru[1]}% "
                f"(не хватает {ru[2]} человеко-ч)",
            ),
            hard=hard,
            penalty_minor=0 if hard else one.penalty_minor,
        )
