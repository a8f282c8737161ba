"""A plan judged by its simulation, and planned again until it does what it promised.

==================  ==================================================================
``attempt``         one roster: what the formulas expect of it, and what customers see
``rounds``          plan again with more cover where the promise fails
``one_more_agent``  what one agent more would cost where it still fails
``added_shifts``    the shifts that may be added to a roster, and what they cost
==================  ==================================================================
"""

from planner.refine.attempt import Attempt, try_out
from planner.refine.one_more_agent import OneMore, one_more_agents
from planner.refine.rounds import Refinement, refine

__all__ = ["Attempt", "OneMore", "Refinement", "one_more_agents", "refine", "try_out"]
