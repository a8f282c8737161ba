"""Exports of other systems, contact by contact: read in portions, checked, and counted at once.

Nothing of a single contact outlives the reading but when it began, how long it took and a hash.
"""
