"""What a plan claims, computed again from its file and its certificate, without the engine."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from models.certificate import BoundCertificate
from models.errors import BadInputError, InputProblem
from models.money import to_minor
from models.text import Text
from models.tour import Roster
from planner.again import recheck, translate_again
from planner.plan_file import ReadPlan
from planner.roster.translate import Translation
from planner.solver.answer import Certificate, DutyTour
from planner.verify.bound import recomputed_bound, without_legal_tour
from planner.verify.objective import recomputed_objective
from planner.verify.refusal import CertificateError

_ROSTER = Text(
    en="the roster is not one this plan may choose, so its cost is not confirmed: {why}",
    ru="план не может выбрать такой график, его стоимость не подтверждена: {why}",
)
_COST = Text(
    en="the roster costs {now}, but the file says {then}: the roster or the file was edited",
    ru="график стоит {now}, а в файле {then}: график или файл изменён",
)
_CLAIMED = Text(
    en="the certificate claims {claimed}, but its prices prove only {proven}",
    ru="сертификат заявляет {claimed}, а его цены доказывают только {proven}",
)
_PLANNED = Text(
    en="the plan claims {claimed}, but the certificate proves only {proven}",
    ru="план заявляет {claimed}, а сертификат доказывает только {proven}",
)
_ABOVE = Text(
    en="the bound {proven} is above the cost {now}, which cannot be; please report this",
    ru="оценка {proven} выше стоимости {now}, этого не может быть; сообщите об этом",
)
_BROKEN = Text(
    en="rules broken: {now}, but the file says {then}: the roster or the file was edited",
    ru="нарушений: {now}, а в файле {then}: график или файл изменён",
)
_NOBODY = Text(
    en="{agent} is not among the people of the certificate",
    ru="{agent}: такого сотрудника в сертификате нет",
)
_STRANGE = Text(
    en="{agent}: the shift on day {day} fits no shift pattern",
    ru="{agent}: смена в день {day} не подходит ни к одному шаблону смен",
)


@dataclass(frozen=True)
class Mistake:
    """A claim that is not confirmed; ``money`` are the amounts its sentence names, in minor units."""

    text: Text
    money: dict[str, int]
    words: dict[str, Text]


@dataclass(frozen=True)
class Verification:
    """What was found; money in minor units.

    Parameters
    ----------
    cost_minor
        Pay and priced shortfalls of the roster; ``None`` where it is not one of the problem's.
    bound_minor
        No legal roster can cost less.
    planned_bound_minor, by_search
        The bound in the plan's file, and whether it rests on the solver's search.
    left_out
        People without a legal tour, who are not on the roster.
    broken
        Number of rules the roster breaks.
    mistakes
        Claims that are not confirmed.
    """

    cost_minor: int | None
    bound_minor: int
    planned_bound_minor: int
    by_search: bool
    left_out: tuple[str, ...]
    broken: int
    mistakes: tuple[Mistake, ...]

    @property
    def gap(self) -> float | None:
        """(cost - bound) / cost."""
        if self.cost_minor is None:
            return None
        return max(0.0, (self.cost_minor - self.bound_minor) / max(1, abs(self.cost_minor)))


def verify_plan(read: ReadPlan, certificate: BoundCertificate) -> Verification:
    """Compute cost and bound of a plan again and compare them with what its files claim.

    Parameters
    ----------
    read
        The plan.
    certificate
        The certificate that belongs to it.

    Raises
    ------
    BadInputError
        The certificate speaks of other people than the scenario.
    CertificateError
        The certificate does not fit the problem of the plan.
    """
    document, currency = read.document, read.scenario.desk.currency
    claimed = {
        key: to_minor(Decimal(text), currency)
        for key, text in (
            ("objective", document["objective"]),
            ("bound", document["bound"]),
            ("pay", document["cost"]["total"]),
        )
    }
    translation, left_out = _problem(read, certificate)
    counters = tuple(own for _, own in certificate.profiles)
    prices = Certificate(certificate.scale, certificate.rows, counters, certificate.bound_minor)
    proven = recomputed_bound(translation.problem, prices)
    by_search = document["bound_method"] == "branch_and_bound"
    mistakes = []
    if certificate.bound_minor > proven:
        mistakes.append(Mistake(_CLAIMED, {"claimed": certificate.bound_minor, "proven": proven}, {}))
    if claimed["bound"] > proven and not by_search:
        mistakes.append(Mistake(_PLANNED, {"claimed": claimed["bound"], "proven": proven}, {}))
    cost = None
    try:
        tours = _tours(translation, read.roster)
        cost = recomputed_objective(translation.problem, tours, certificate.sides)
        cost += translation.roles.untold(read.roster.headcount)
    except CertificateError as why:
        mistakes.append(Mistake(_ROSTER, {}, {"why": why.said}))
    findings, pay = recheck(read.scenario, read.roster, read.required, read.demands, read.added_cover)
    amounts = [] if cost is None else [(cost, claimed["objective"])]
    for now, then in dict.fromkeys((*amounts, (pay.total_minor, claimed["pay"]))):
        if now != then:
            mistakes.append(Mistake(_COST, {"now": now, "then": then}, {}))
    if cost is not None and proven > cost:
        mistakes.append(Mistake(_ABOVE, {"now": cost, "proven": proven}, {}))
    broken, written = sum(found.hard for found in findings), len(document["violations"])
    if broken != written:
        mistakes.append(
            Mistake(_BROKEN, {}, {"now": Text.same(str(broken)), "then": Text.same(str(written))})
        )
    return Verification(cost, proven, claimed["bound"], by_search, left_out, broken, tuple(mistakes))


def _problem(read: ReadPlan, certificate: BoundCertificate) -> tuple[Translation, tuple[str, ...]]:
    """The problem of the people the certificate prices; those left out must have no legal tour."""
    everyone = _again(read)
    names = tuple(profile.name for profile in everyone.problem.profiles)
    priced = tuple(name for name, _ in certificate.profiles)
    if names == priced:
        return everyone, ()
    if priced != tuple(name for name in names if name in set(priced)):
        raise BadInputError(
            [
                InputProblem(
                    "certificate.json: profiles",
                    Text(
                        en="they are not those of the plan, in its order",
                        ru="они не те, что в плане, или в другом порядке",
                    ),
                )
            ]
        )
    left_out = tuple(name for name in names if name not in set(priced))
    stuck = without_legal_tour(_again(read, left_out).problem)
    missing = [name for name in left_out if name not in stuck]
    if missing:
        problems = [
            InputProblem(
                "certificate.json: profiles",
                Text(
                    en=f"{name} is left out, but has a legal tour",
                    ru=f"{name} пропущено, хотя допустимый график есть",
                ),
            )
            for name in missing
        ]
        raise BadInputError(problems)
    crews = {crew.sample.agent: crew for crew in everyone.crews}
    people = tuple(agent.agent for name in left_out for agent in crews[name].agents)
    return _again(read, priced), people


def _again(read: ReadPlan, profiles: tuple[str, ...] | None = None) -> Translation:
    return translate_again(read.scenario, read.demands, profiles, read.added_cover)


def _tours(translation: Translation, roster: Roster) -> list[list[DutyTour]]:
    """The roster in the numbers of the problem: tours of each profile.

    Raises
    ------
    CertificateError
        Someone is in no profile, or a shift is none of the plan's.
    """
    duty_of = {shift: number for number, shift in enumerate(translation.shifts)}
    crew_of: dict[tuple[str, bool], int] = {}
    for number, crew in enumerate(translation.crews):
        own = [(agent.agent, False) for agent in crew.agents]
        crew_of |= dict.fromkeys([(crew.vacancy.name, True)] if crew.vacancy else own, number)
    tours: dict[int, list[DutyTour]] = defaultdict(list)
    for tour in roster.tours:
        person = tour.agent
        profile = crew_of.get((person.vacancy or person.agent, person.vacancy is not None))
        if profile is None:
            raise CertificateError(_NOBODY.format(agent=person.agent))
        strange = next((shift for shift in tour.worked if shift not in duty_of), None)
        if strange is not None:
            raise CertificateError(_STRANGE.format(agent=person.agent, day=strange.day + 1))
        tours[profile].append(tuple(None if shift is None else duty_of[shift] for shift in tour.shifts))
    return [tours[number] for number in range(len(translation.crews))]
