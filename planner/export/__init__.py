"""A plan in the format somebody else's program reads: one file per format, found by itself.

==================  ===================================================================
``whole_plan``      a plan read from its file, made whole again
``shift_table``     one row per shift, for tables of any kind
``export_format``   the shape of a format, and the registry
``formats/``        the formats
==================  ===================================================================
"""

from planner.export import formats
from planner.export.export_format import EXPORT_FORMATS
from planner.export.whole_plan import whole_plan

#: Imported for what importing it does: each format registers itself.
FORMAT_PACKAGE = formats

__all__ = ["EXPORT_FORMATS", "whole_plan"]
