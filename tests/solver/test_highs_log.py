from planner.solver.highs_log import read_log_line


def test_reads_bound_and_best_of_a_progress_line() -> None:
    line = " R       0       0         0   0.00%   4854.807858     4419               9.86%        0      0      0        75     0.0s"
    assert read_log_line(line) == (4419.0, 4854.807858)


def test_an_unknown_best_is_none() -> None:
    line = "         0       0         0   0.00%   120.5           inf                  inf        0      0      0         0     0.0s"
    assert read_log_line(line) == (None, 120.5)


def test_other_lines_say_nothing() -> None:
    assert read_log_line("Presolving model") is None
