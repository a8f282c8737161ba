"""The verbs of Smena: each stage takes nouns from :mod:`models` and returns nouns."""

from planner.start_check import refuse_foreign_models

refuse_foreign_models()
