"""What was measured, as a table: a line per run, and medians where a solver ran more than once."""

from collections.abc import Sequence
from statistics import median

from rich.table import Table

from tests.benchmarks.support.measure import Job, Measured

HEADS = (
    *("recipe", "agents", "profiles", "rows", "make s", "solver", "seed", "network s", "first s"),
    *("objective", "bound", "gap", "wall s", "peak GiB", "note"),
)


def table_of(runs: Sequence[tuple[Job, Measured]]) -> Table:
    """Return the table of one recipe's runs; money in whole minor units."""
    table = Table(*HEADS)
    for solver in dict.fromkeys(job.solver for job, _ in runs):
        own = [(job, measured) for job, measured in runs if job.solver == solver]
        for job, measured in own:
            table.add_row(*line(job, str(job.seed), measured))
        if len(own) > 1:
            table.add_row(*line(own[0][0], "median", medians([measured for _, measured in own])))
    return table


def medians(runs: Sequence[Measured]) -> Measured:
    """Take medians of the figures; of those some run has not, and of the memory, the worst.

    An objective or a bound that one run lacks is lacking; the peak is the largest.
    """
    return Measured(
        agents=runs[0].agents,
        profiles=runs[0].profiles,
        rows=runs[0].rows,
        make_seconds=_median([run.make_seconds for run in runs]),
        network_seconds=_median([run.network_seconds for run in runs]),
        first_seconds=_median([run.first_seconds for run in runs]),
        objective=_whole(_median([run.objective for run in runs])),
        bound=_whole(_median([run.bound for run in runs])),
        wall_seconds=_median([run.wall_seconds for run in runs]),
        peak_gib=max((run.peak_gib for run in runs if run.peak_gib is not None), default=None),
    )


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if len(known) == len(values) else None


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def line(job: Job, seed: str, run: Measured) -> tuple[str, ...]:
    """Return the cells of one line; a dash for what there is not."""
    return (
        job.recipe,
        _text(run.agents, ","),
        _text(run.profiles, ","),
        _text(run.rows, ","),
        _text(run.make_seconds, ".1f"),
        job.solver,
        seed,
        _text(run.network_seconds, ".2f"),
        _text(run.first_seconds, ".1f"),
        _text(run.objective, ","),
        _text(run.bound, ","),
        _text(run.gap, ".3%"),
        _text(run.wall_seconds, ".1f"),
        _text(run.peak_gib, ".2f"),
        run.note,
    )


def _text(value: float | None, form: str) -> str:
    return "–" if value is None else format(value, form)
