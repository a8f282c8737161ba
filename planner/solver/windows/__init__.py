"""Improving whole rosters: some lines freed on some days, and filled again as well as can be."""
