"""A lower bound computed again from a certificate, in exact arithmetic, without the engine.

Every number is an integer; nothing here is shared with the engine but the statement of the
problem.  :func:`planner.verify.bound.recomputed_bound` says what is computed and why it
holds, :func:`planner.verify.objective.recomputed_objective` what a roster costs.

====================  =================================================================
``bound``             the door: rows, side columns and profiles added up
``row_values``        which rows have one level, and what they are worth at given prices
``label_prices``      what a day's work costs a profile at given prices
``table``             states of one automaton or counter, day by day
``tables``            those of all automata of a problem, each built once
``space``             states of several together: the legal tours of like profiles
``legal_tours``       profiles gathered into such spaces
``cheapest``          the shortest paths through a space
``objective``         cost of a roster, tour by tour and row by row
``refusal``           why a certificate proves nothing
====================  =================================================================
"""
