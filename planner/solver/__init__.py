"""An engine for covering problems made of tours.

It knows days, duties, rows to cover and networks of legal tours; it knows nothing of the
people, queues or wages these may stand for.  A :class:`planner.solver.problem.TourProblem`
goes in, a :class:`planner.solver.answer.Answer` with a proven bound comes out.
"""
