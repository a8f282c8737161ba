"""What each rule, each person and each wish costs a month: the scenario solved again without it.

==================  ==================================================================
``variant``         a scenario that differs in one thing, and how its cost must lie
``rule_variants``   without a rule, or with it one step tighter or looser
``desk_variants``   without the desk's minimum, or a contract's weekly limit
``people_variants`` without a person, with one hire fewer or more
``wish_variants``   without a leave, fixed day or hours of a person; a wish granted and dropped
``granted_wish``    a wish as a rule that must be kept
``selection``       which of all these are asked for
``ranges``          what intervals prove of a difference
``enough``          when a search has said what it can
``searches``        one plan after another within one time limit
``price_list``      everything searched, and what the differences are
``document``        ``price_rules.json``
``table``           the table for the terminal
==================  ==================================================================
"""

from planner.price_rules.document import price_document
from planner.price_rules.price_list import price_rules
from planner.price_rules.searches import Shown
from planner.price_rules.selection import all_variants, chosen_variants
from planner.price_rules.table import price_table

__all__ = ["Shown", "all_variants", "chosen_variants", "price_document", "price_rules", "price_table"]
