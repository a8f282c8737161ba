"""Cheapest legal tours: networks shared by profiles, counters beside them, compiled sweeps."""
