"""Rules about several people at once that name nobody, or somebody twice."""

from collections import defaultdict
from collections.abc import Iterator

from models.errors import InputProblem
from models.text import Text
from planner.rules.shared_burden import SharedBurden
from planner.scenario.cross_checks.no_such import Noun, no_such
from planner.scenario.draft import Draft
from planner.scenario.origins import KeyPath, child_of
from planner.scenario.suggest import did_you_mean, listed

#: Fields of rules that name grades.
GRADE_FIELDS = ("grades", "mentor_grades", "newcomer_grades")


def unknown_mentors(draft: Draft) -> Iterator[InputProblem]:
    """Mentors who are neither an agent nor a vacancy."""
    known = draft.written_names("agents", "id") | draft.written_names("vacancies")
    for i, rule in draft.written("rules"):
        yield from _unknown(draft, ("rules", i, "mentors"), rule.get("mentors"), "agent or vacancy", known)


def unknown_published_agents(draft: Draft) -> Iterator[InputProblem]:
    """Published tours of somebody nobody wrote."""
    published = draft.sections.get("published")
    known = draft.written_names("agents", "id")
    for i, tour in enumerate(published.tours if published is not None else ()):
        yield from _unknown(draft, ("published", "tours", i, "agent"), [tour.agent], "agent", known)


def grades_nobody_has(draft: Draft) -> Iterator[InputProblem]:
    """A rule that asks for a grade no agent and no vacancy has."""
    had = draft.written_names("agents", "grade") | draft.written_names("vacancies", "grade")
    for i, rule in draft.written("rules"):
        for field in GRADE_FIELDS:
            names = rule.get(field)
            for name in names if isinstance(names, list) else []:
                if isinstance(name, str) and name not in had:
                    message = Text(en=f'nobody has the grade "{name}"', ru=f'грейда "{name}" ни у кого нет')
                    message += did_you_mean(name, had)
                    allowed = Text(en="a grade of an agent or a vacancy", ru="грейд сотрудника или вакансии")
                    allowed += Text.same(": ") + listed(sorted(had)) if had else ""
                    yield InputProblem(draft.place("rules", i, field), message, allowed)


def productivity_of_nobody(draft: Draft) -> Iterator[InputProblem]:
    """Productivity of a grade no agent and no vacancy has."""
    had = draft.written_names("agents", "grade") | draft.written_names("vacancies", "grade")
    table = child_of(draft.data.get("staffing"), "grade_productivity")
    written = [name for name in table if isinstance(name, str)] if isinstance(table, dict) else []
    place = ("staffing", "grade_productivity")
    yield from _unknown(draft, place, written, "grade of an agent or vacancy", had)


def burdens_shared_twice(draft: Draft) -> Iterator[InputProblem]:
    """A burden that one person shares twice."""
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for i, rule in draft.rules:
        if not isinstance(rule, SharedBurden):
            continue
        sharers = [agent.id for _, agent in draft.agents if rule.binds(agent.id, agent.contract)]
        twice = [agent for agent in sharers if shared[agent, rule.label]]
        if twice:
            message = Text(
                en='{people} share "{burden}" in an earlier rule already',
                ru='{people}: "{burden}" уже делится между ними в правиле выше',
            ).format(people=listed(twice), burden=rule.label)
            allowed = Text(
                en="another name of the burden, or other people", ru="другое имя нагрузки или другие люди"
            )
            yield InputProblem(draft.place("rules", i), message, allowed)
        for agent in sharers:
            shared[agent, rule.label] += 1


def _unknown(
    draft: Draft, path: KeyPath, written: object, noun: Noun, known: set[str]
) -> Iterator[InputProblem]:
    for name in written if isinstance(written, list) else []:
        if isinstance(name, str) and name not in known:
            yield InputProblem(draft.place(*path), no_such(noun, name, known), listed(sorted(known)))
