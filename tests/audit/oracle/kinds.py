"""Which function reads which kind of rule."""

from collections.abc import Callable, Iterator

from tests.audit.oracle import at_once, lengths, rests, runs, shares, single_days, successions, weekends
from tests.audit.oracle.breach import Breach, Finding
from tests.audit.oracle.facts import Period, Person, Rule

TourReading = Callable[[Rule, Period, Person], Iterator[Breach]]
DeskReading = Callable[[Rule, Period, list[Person]], list[Finding]]

#: Rules about one person.
OF_ONE: dict[str, TourReading] = {
    "availability": single_days.availability,
    "average_weekly_minutes": lengths.average_weekly_minutes,
    "daily_overtime": lengths.daily_overtime,
    "days_between": successions.days_between,
    "days_off": single_days.days_off,
    "fixed_shift": single_days.fixed_shift,
    "forbidden_sequence": successions.forbidden_sequence,
    "forbidden_succession": successions.forbidden_succession,
    "max_consecutive_days": runs.max_consecutive_days,
    "max_consecutive_weekends": weekends.max_consecutive_weekends,
    "max_night_shift": lengths.max_night_shift,
    "max_nights": runs.max_nights,
    "max_shift_minutes": lengths.max_shift_minutes,
    "max_split_shifts": runs.max_split_shifts,
    "max_weekly_minutes": lengths.max_weekly_minutes,
    "max_window_days": runs.max_window_days,
    "max_window_minutes": lengths.max_window_minutes,
    "min_break": single_days.min_break,
    "min_consecutive_days_off": runs.min_consecutive_days_off,
    "min_rest": rests.min_rest,
    "no_back_to_back_nights": runs.no_back_to_back_nights,
    "no_double_shift": rests.no_double_shift,
    "no_holiday_work": single_days.no_holiday_work,
    "no_night_work": single_days.no_night_work,
    "notice": single_days.changed_days,
    "overtime_budget": lengths.overtime_budget,
    "period_minutes": lengths.period_minutes,
    "period_shifts": runs.period_shifts,
    "rest_after_nights": rests.rest_after_nights,
    "rest_by_length": rests.rest_by_length,
    "rolling_rest": rests.rolling_rest,
    "same_start": successions.same_start,
    "shift_request": single_days.shift_request,
    "shift_runs": runs.shift_runs,
    "split_shape": single_days.split_shape,
    "weekends_off": weekends.weekends_off,
    "weekly_rest": rests.weekly_rest,
    "whole_weekends": weekends.whole_weekends,
}
#: Rules about several.
OF_SEVERAL: dict[str, DeskReading] = {
    "always_together": at_once.always_together,
    "fairness": shares.fairness,
    "fairness_spread": shares.fairness_spread,
    "grade_mix": at_once.mix,
    "max_seats": at_once.max_seats,
    "mentor_on_duty": at_once.mentor_on_duty,
    "min_staff": at_once.min_staff,
    "never_together": at_once.never_together,
    "skill_mix": at_once.mix,
}
