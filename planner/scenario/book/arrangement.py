"""Where everything stands in the workbook.

Only the order is said here.  A field nobody mentions still has its place: in the last table of its
list, in ``other_settings``, or on the sheet ``other``.
"""

from planner.scenario.origins import KeyPath


def _paths(text: str) -> tuple[KeyPath, ...]:
    return tuple(tuple(path.split(".")) for path in text.split())


#: Tables of settings, and the sections they hold.
SETTINGS: dict[str, tuple[KeyPath, ...]] = {
    "desk": _paths("name description desk period holidays staffing"),
    "opening": _paths("opening"),
    "pay": _paths("pay night prices"),
    "earlier_plan": _paths("published fairness_ledger"),
    "other_settings": (),
}

#: Tables that share the fields of a list; the last takes those nobody mentions.
FACETS: dict[str, dict[str, tuple[KeyPath, ...]]] = {
    "channels": {
        "channels": _paths(
            "name kind aht_seconds skill patience_seconds target.share target.within_seconds "
            "deadline_minutes clock slowdown"
        ),
        "volumes": _paths("volume.contacts_per_day"),
        "hours_of_day": _paths("volume.hourly_share"),
        "weekend_hours": _paths("volume.weekend_hourly_share"),
        "histories": _paths("history"),
        "forecasts": _paths("growth forecast"),
        "channel_details": (),
    },
    "shift_patterns": {
        "shift_patterns": _paths(
            "name code starts length_minutes break.minutes break.earliest_after_minutes "
            "break.latest_after_minutes break.step_minutes break.paid break.split weekdays start_window paid_minutes"
        ),
    },
    "agents": {
        "agents": _paths("id name contract skills grade first_day last_day"),
        "availability": _paths("availability"),
        "agent_details": (),
    },
    "vacancies": {
        "vacancies": _paths(
            "name contract skills grade max_hires min_hires cost_per_head hiring_cost training_cost first_day"
        ),
    },
}

#: Lists of which only some fields have columns of their own; the others share one.
MORE: dict[str, frozenset[KeyPath]] = {
    "rules": frozenset(
        _paths(
            "kind minutes days nights minimum hours weekdays patterns agents contracts price "
            "valid_from valid_to source"
        )
    ),
}
FACETS["rules"] = {
    "rules": _paths(
        "kind minutes days nights minimum hours weekdays patterns agents contracts price valid_from valid_to source"
    )
}

#: Sheets and their tables.
SHEETS: dict[str, tuple[str, ...]] = {
    "desk": ("desk", "holidays.overrides"),
    "opening": ("opening", "opening.exceptions"),
    "channels": ("channels", "channel_details"),
    "volumes": ("volumes", "hours_of_day", "weekend_hours"),
    "history": ("histories", "forecasts", "channels.forecast.events", "channels.forecast.shifts"),
    "shift_patterns": ("shift_patterns",),
    "contracts": ("contracts",),
    "team": ("agents", "vacancies", "agent_details"),
    "leave": (
        "agents.leave",
        "agents.requests",
        "agents.fixed_shifts",
        "agents.worked_before",
        "availability",
    ),
    "rules": ("rules", "rules.published"),
    "laws": ("law_packs",),
    "pay": (
        "pay",
        "pay.bands",
        "pay.split_shifts",
        "pay.overtime",
        "pay.overtime.tiers",
        "pay.on_costs",
        "pay.overhead",
    ),
    "earlier": (
        "earlier_plan",
        "published.tours",
        "published.tours.shifts",
        "fairness_ledger.entries",
    ),
    "other": ("other_settings", "anything"),
}
