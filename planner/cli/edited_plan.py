"""Whether a plan file still says what was planned: nothing is proven of an edited one."""

from collections.abc import Iterator
from decimal import Decimal

from models.comparison import PlanFigures
from models.cost import COMPONENTS
from models.errors import InputProblem
from models.money import from_minor, to_minor
from models.text import Text
from planner.again import recheck
from planner.plan_file import ReadPlan

_EDITED = Text(
    en=": the roster or the file was edited since it was planned",
    ru=": график или файл изменили после составления плана",
)
_WAY_OUT = Text(
    en="a plan as it was written; audit this one, or plan again",
    ru="план, каким он был записан; этот проверьте smena audit или составьте заново",
)


def edited_since_planned(read: ReadPlan, figures: PlanFigures, file: str) -> list[InputProblem]:
    """Find where the figures of a plan file disagree with the rest of the file, or with its roster.

    Parameters
    ----------
    read
        The file as read.
    figures
        The figures in it, which a comparison would show and prove with.
    file
        Name of the file, for places.

    Returns
    -------
    list of InputProblem
        Empty for a plan as it was written.
    """
    currencies = list(_other_currencies(read, figures, file))
    if currencies:
        return currencies
    return [*_other_figures(read, figures, file), *_other_roster(read, figures, file)]


def _other_currencies(read: ReadPlan, figures: PlanFigures, file: str) -> Iterator[InputProblem]:
    currency = read.scenario.desk.currency
    for key, found in (("figures.cost", figures.cost.currency), ("cost", read.document["cost"]["currency"])):
        if found != currency:
            message = Text(
                en=f"it is {found}, but the desk of the plan pays in {currency}",
                ru=f"здесь {found}, а служба этого плана платит в {currency}",
            )
            yield InputProblem(f"{file}: {key}.currency", message, _WAY_OUT)


def _other_figures(read: ReadPlan, figures: PlanFigures, file: str) -> Iterator[InputProblem]:
    """Figures that another part of the file gives otherwise."""
    document, currency, period = read.document, read.scenario.desk.currency, read.scenario.period
    claims: dict[str, tuple[object, object]] = {
        "scenario": (figures.scenario, read.scenario.name),
        "first_date": (figures.first_date, period.first_date.isoformat()),
        "days": (figures.days, period.days),
        "status": (figures.status, document["status"]),
        "headcount": (figures.headcount, read.roster.headcount),
        "hard_violations": (figures.hard_violations, len(document["violations"])),
        "objective_minor": (figures.objective_minor, to_minor(Decimal(document["objective"]), currency)),
        "bound_minor": (figures.bound_minor, to_minor(Decimal(document["bound"]), currency)),
    }
    for key, (said, rest) in claims.items():
        if said != rest:
            message = Text(
                en=f"it says {said}, but the rest of the file {rest}",
                ru=f"здесь {said}, а в остальном файле {rest}",
            )
            yield InputProblem(f"{file}: figures.{key}", message + _EDITED, _WAY_OUT)
    if figures.bound_minor > figures.objective_minor:
        yield InputProblem(
            f"{file}: figures.bound_minor",
            Text(
                en="no plan can be cheaper than its lower bound",
                ru="план не может быть дешевле своей нижней оценки",
            ),
            _WAY_OUT,
        )


def _other_roster(read: ReadPlan, figures: PlanFigures, file: str) -> Iterator[InputProblem]:
    """What the roster costs, and which rules it breaks, counted again."""
    findings, cost = recheck(read.scenario, read.roster, read.required, read.demands, read.added_cover)
    written = to_minor(Decimal(read.document["cost"]["total"]), cost.currency)
    for said in dict.fromkeys((written, figures.cost.total_minor)):
        if said != cost.total_minor:
            now, then = (from_minor(minor, cost.currency) for minor in (cost.total_minor, said))
            message = Text(
                en=f"it costs {now} {cost.currency}, but the file says {then}",
                ru=f"он стоит {now} {cost.currency}, а в файле {then}",
            )
            yield InputProblem(f"{file}: roster", message + _EDITED, _WAY_OUT)
    for part in COMPONENTS:
        if cost.of(part) != figures.cost.of(part):
            message = Text(
                en="the roster counted again gives another amount",
                ru="если посчитать график заново, выходит другая сумма",
            )
            yield InputProblem(f"{file}: figures.cost.{part}_minor", message + _EDITED, _WAY_OUT)
    broken = sum(found.hard for found in findings)
    if broken != figures.hard_violations:
        message = Text(
            en=f"it breaks rules {broken} times, but the file says {figures.hard_violations}",
            ru=f"нарушений правил в нём {broken}, а в файле сказано {figures.hard_violations}",
        )
        yield InputProblem(f"{file}: roster", message + _EDITED, _WAY_OUT)
