"""Scenario files: read, merged with their base, checked all at once, written, converted.

===================  ==================================================================
``toml_file``        one TOML file becomes a table
``book``             a workbook becomes the same table, and the other way round
``written_file``     either of them, by the end of its name
``extends``          a file laid over its base
``origins``          which file and key a value came from
``schema``           the :class:`models.scenario.Scenario` model with every rule and channel
``structure``        mistakes in fields, one by one
``plain_words``      what pydantic says, in a user's words
``draft``            the parts of a scenario that can be used although others are wrong
``cross_checks``     mistakes that show only when parts are seen together
``loading``          the doors: ``check_scenario`` and ``load_scenario``
``template``         ``new_scenario``: a scenario to start from
``as_written``       a scenario as its user would write it; ``toml_text`` lays it out as TOML
``convert``          ``convert``: a workbook into text, and text into a workbook
===================  ==================================================================
"""

from planner.scenario.convert import convert
from planner.scenario.loaded import LoadedScenario
from planner.scenario.loading import check_scenario, load_scenario
from planner.scenario.template import new_scenario

__all__ = ["LoadedScenario", "check_scenario", "convert", "load_scenario", "new_scenario"]
