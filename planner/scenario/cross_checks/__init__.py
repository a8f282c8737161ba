"""Mistakes that show only when parts of a scenario are seen together: one function per check.

A check takes the readable parts (:class:`planner.scenario.draft.Draft`) and yields
mistakes; it is silent about parts that could not be read, because those have been
reported.  Checks run in the order of a scenario file.  ``NOTICES`` are worth saying and
no mistakes.
"""

from collections.abc import Callable, Iterator

from models.errors import InputProblem
from planner.scenario.cross_checks.contact_shifts import contact_shifts
from planner.scenario.cross_checks.dates import (
    fixed_shift_dates,
    leave_dates,
    old_worked_shifts,
    period_years,
    request_dates,
    rule_dates,
    rule_dates_outside,
    rule_days,
    rules_out_of_force,
    twice_listed_dates,
    worked_before_dates,
)
from planner.scenario.cross_checks.event_dates import events_without_effect
from planner.scenario.cross_checks.fixed_shifts import (
    fixed_shifts_on_leave,
    fixed_shifts_that_cannot_be,
    fixed_shifts_twice_a_day,
)
from planner.scenario.cross_checks.forecast_files import forecast_files
from planner.scenario.cross_checks.grid import clock_change_off_grid, opening_off_grid, patterns_off_grid
from planner.scenario.cross_checks.history_files import history_files, short_histories
from planner.scenario.cross_checks.holiday_file import unreadable_overrides
from planner.scenario.cross_checks.impossible_rules import rules_nobody_can_keep
from planner.scenario.cross_checks.law_packs import law_packs_that_cannot_answer
from planner.scenario.cross_checks.names import (
    duplicate_names,
    names_of_hires,
    unknown_contracts,
    unknown_patterns,
    unknown_rule_agents,
)
from planner.scenario.cross_checks.opening_fit import (
    days_nobody_can_serve,
    days_without_a_fitting_pattern,
    never_open,
)
from planner.scenario.cross_checks.other_types import values_of_another_type
from planner.scenario.cross_checks.pay import accounting_periods, employment_days, unknown_pay_contracts
from planner.scenario.cross_checks.people import nobody_to_work, skills_nobody_has, too_few_for_the_minimum
from planner.scenario.cross_checks.team import (
    burdens_shared_twice,
    grades_nobody_has,
    productivity_of_nobody,
    unknown_mentors,
    unknown_published_agents,
)
from planner.scenario.cross_checks.unlikely_levers import unlikely_levers
from planner.scenario.cross_checks.unpaid_vacations import vacations_without_pay
from planner.scenario.cross_checks.worked_before import worked_before_overlaps, worked_before_paid
from planner.scenario.draft import Draft

Check = Callable[[Draft], Iterator[InputProblem]]

CHECKS: tuple[Check, ...] = (
    duplicate_names,
    names_of_hires,
    period_years,
    clock_change_off_grid,
    opening_off_grid,
    never_open,
    twice_listed_dates,
    unreadable_overrides,
    history_files,
    short_histories,
    forecast_files,
    contact_shifts,
    patterns_off_grid,
    days_nobody_can_serve,
    nobody_to_work,
    skills_nobody_has,
    unknown_contracts,
    unknown_pay_contracts,
    employment_days,
    accounting_periods,
    unknown_patterns,
    fixed_shift_dates,
    fixed_shifts_on_leave,
    fixed_shifts_twice_a_day,
    fixed_shifts_that_cannot_be,
    request_dates,
    worked_before_dates,
    worked_before_overlaps,
    worked_before_paid,
    law_packs_that_cannot_answer,
    unknown_rule_agents,
    unknown_mentors,
    unknown_published_agents,
    grades_nobody_has,
    productivity_of_nobody,
    burdens_shared_twice,
    values_of_another_type,
    rule_dates,
    rule_days,
    rules_nobody_can_keep,
)
NOTICES: tuple[Check, ...] = (
    unlikely_levers,
    events_without_effect,
    days_without_a_fitting_pattern,
    leave_dates,
    old_worked_shifts,
    too_few_for_the_minimum,
    rules_out_of_force,
    rule_dates_outside,
    vacations_without_pay,
)


def cross_check(draft: Draft) -> list[InputProblem]:
    """Every mistake the checks find."""
    return [problem for check in CHECKS for problem in check(draft)]


def notices(draft: Draft) -> list[InputProblem]:
    """What is worth saying about a scenario without mistakes."""
    return [notice for check in NOTICES for notice in check(draft)]
