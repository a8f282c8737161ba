from hypothesis import given

from planner.solver.layers import FORBIDDEN, Layers
from planner.solver.network import build_products, tabulate_all
from planner.solver.problem import State, TourProblem
from tests.solver.paths.random_profiles import cost_by_rules, problems, total, tours


def totals_in(layers: Layers, start: State, columns: tuple[int, ...]) -> list[int] | None:
    """What each counter counts along label columns; ``None`` where they are forbidden."""
    state = layers.starts[start]
    totals = [0] * layers.amounts[0].shape[2]
    for day, column in enumerate(columns):
        if state == FORBIDDEN:
            return None
        totals = [a + b for a, b in zip(totals, layers.amounts[day][state, column].tolist(), strict=True)]
        state = int(layers.successors[day][state, column])
    return None if state == FORBIDDEN else totals


@given(problems(most_counters=3))
def test_a_table_counts_what_the_counter_counts(problem: TourProblem) -> None:
    tables = tabulate_all(problem)
    for profile in problem.profiles:
        for counter in profile.counters:
            for tour in tours(problem):
                expected = [total(counter, tour)]
                assert totals_in(tables.counters[counter.key], counter.start(), tour) == expected


@given(problems(most_counters=3))
def test_products_keep_the_totals_of_every_counter_with_memory(problem: TourProblem) -> None:
    tables = tabulate_all(problem)
    for product in build_products(problem, tables):
        for number, start in product.members.items():
            profile = problem.profiles[number]
            counters = tables.remembering_counters(profile)
            assert product.counters == tuple(counter.key for counter in counters)
            filters = [a.key for a in profile.automata if tables.automata[a.key].is_stateless]
            for tour in tours(problem):
                totals = totals_in(product.layers, start, tour)
                if totals is not None:
                    assert totals == [total(counter, tour) for counter in counters]
                elif not filters:
                    assert cost_by_rules(profile, tour) is None


@given(problems(most_counters=3))
def test_states_of_a_product_differ_in_what_follows_costs_or_counts(problem: TourProblem) -> None:
    for product in build_products(problem, tabulate_all(problem)):
        layers = product.layers
        for day, (table, price) in enumerate(zip(layers.successors, layers.costs, strict=True)):
            dead = table == FORBIDDEN
            rows = {
                (tuple(heads), tuple(costs), str(counted))
                for heads, costs, counted in zip(
                    table.tolist(),
                    (price * ~dead).tolist(),
                    (layers.amounts_of(day) * ~dead[:, :, None]).tolist(),
                    strict=True,
                )
            }
            assert len(rows) == len(table)
