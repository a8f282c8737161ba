"""A second reading of every rule, from its description alone, to hold the audit against.

Nothing here is taken from ``planner``: dates are dates, times are minutes since 1970, rules are
tables as a scenario file writes them.  What a rule asks is read from ``scenarios/README.md`` and
the rule's description, one function per kind; a list of breaches says on which date a reader
would look, and how much is broken there.

================  ==================================================================
``facts``         who worked what, on the calendar
``breach``        what is broken, and what that costs
``rests``         time between shifts
``lengths``       hours of a shift, a day, a week, a window, the period
``runs``          days and nights in a row or in a window
``weekends``      weekends, and counts over the period
``successions``   what may follow what
``single_days``   rules about one date or one shift
``at_once``       several people at the same time
``shares``        fair shares
``plain``         what every roster keeps, rule or no rule
``kinds``         which function reads which kind
``judge``         everything said of one roster
================  ==================================================================
"""
