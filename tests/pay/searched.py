"""What a tour costs as the search adds it up."""

from models.rule import Frame
from models.scenario import Scenario
from models.tariff import Tariff
from models.tour import Tour


def searched_minor(scenario: Scenario, tariff: Tariff, tour: Tour) -> int:
    """Cost of a tour as the search adds it up: head, shifts, and every automaton step by step."""
    frame, person = Frame(scenario.horizon), tour.agent
    total = tariff.head_cost_minor(person)
    total += sum(tariff.shift_cost_minor(person, shift) for shift in tour.worked)
    for cost in tariff.tour_costs(person):
        state = cost.start(frame, person.history)
        for day, shift in enumerate(tour.shifts):
            seen = shift if shift is None or cost.sees_of_break(shift) else shift.without_break_place()
            step = cost.step(frame, state, day, seen)
            assert step is not None
            state, added = step
            total += added
        last = cost.finish(frame, state)
        assert last is not None
        total += last
    return total
