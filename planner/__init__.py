"""The verbs of Smena: each stage takes nouns from :mod:`models` and returns nouns."""
