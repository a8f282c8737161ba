import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.solver.layers import FORBIDDEN, Layers, multiply, tabulate
from planner.solver.problem import Label
from tests.solver.rota import Automaton, Work, longest_run, no_late_twice, rest, weekends, weekly_slots

WORKS = (Work(14, 16), Work(20, 16), Work(44, 16))
RULES = (rest(48, 24), no_late_twice(), longest_run(3), weekly_slots(50), weekends(1))


def accepts(layers: Layers, start: object, columns: tuple[int, ...]) -> bool:
    state = layers.starts[start]
    for day, column in enumerate(columns):
        if state == FORBIDDEN:
            return False
        state = int(layers.successors[day][state, column])
    return state != FORBIDDEN


def steps_through(automaton: Automaton, labels: tuple[Label | None, ...]) -> bool:
    state = automaton.start()
    for day, label in enumerate(labels):
        step = automaton.step(state, day, label)
        if step is None:
            return False
        state = step[0]
    return True


@given(st.lists(st.sampled_from(RULES), min_size=2, max_size=3, unique_by=lambda a: str(a.key)))
@settings(max_examples=15, deadline=None)
def test_the_product_accepts_what_every_factor_accepts(rules: list[Automaton]) -> None:
    days = 5
    labels = (WORKS,) * days
    network = tabulate(rules[0], [rules[0].start()], labels)
    start: object = rules[0].start()
    for rule in rules[1:]:
        pair = (start, rule.start())
        network = multiply(network, tabulate(rule, [rule.start()], labels), [pair])
        start = pair
    choices: tuple[Label | None, ...] = (None, *WORKS)
    for columns in itertools.product(range(4), repeat=days):
        tour = tuple(choices[column] for column in columns)
        assert accepts(network, start, columns) == all(steps_through(rule, tour) for rule in rules)


def test_minimised_automata_have_no_equivalent_states() -> None:
    labels = (WORKS,) * 14
    network = tabulate(rest(48, 24), [0], labels)
    for rule in RULES[1:]:
        network = multiply(
            network, tabulate(rule, [rule.start()], labels), [(next(iter(network.starts)), rule.start())]
        )
    for table, cost in zip(network.successors, network.costs, strict=True):
        rows = {
            (*successors, *costs) for successors, costs in zip(table.tolist(), cost.tolist(), strict=True)
        }
        assert len(rows) == len(table)


def test_costs_of_soft_automata_survive_the_product() -> None:
    fee = Automaton("fee", (), lambda state, day, label: (state, 7 if label else 0), lambda state: 3)
    labels = (WORKS,) * 2
    both = multiply(tabulate(fee, [()], labels), tabulate(longest_run(2), [0], labels), [((), 0)])
    start = both.starts[(), 0]
    middle = int(both.successors[0][start, 1])
    end = int(both.successors[1][middle, 2])
    assert both.costs[0][start, 1] + both.costs[1][middle, 2] + both.end_costs[end] == 17


def test_a_dead_end_leaves_no_state() -> None:
    never = Automaton("never", 0, lambda state, day, label: (state, 0), lambda state: None)
    network = tabulate(never, [0], (WORKS,) * 3)
    assert network.starts[0] == FORBIDDEN
    assert network.states == 0
