"""Whether there is anybody to do the work, and with the skill for it."""

from collections.abc import Iterator

from models.errors import InputProblem
from models.text import Text
from planner.scenario.draft import Draft
from planner.scenario.suggest import did_you_mean, listed


def nobody_to_work(draft: Draft) -> Iterator[InputProblem]:
    """Neither agents nor anyone who may be hired."""
    if not draft.whole("agents", "vacancies") or draft.agents:
        return
    if not draft.vacancies:
        yield InputProblem(
            draft.place("agents"),
            Text(en="there is nobody to work", ru="работать некому"),
            Text(en="agents, vacancies, or both", ru="сотрудники, вакансии или и те и другие"),
        )
    elif not any(vacancy.max_hires for _, vacancy in draft.vacancies):
        place = draft.place("vacancies", 0, "max_hires")
        message = Text(
            en="there is nobody to work: no agents, and max_hires is 0 in every vacancy",
            ru="работать некому: сотрудников нет, а max_hires во всех вакансиях 0",
        )
        allowed = Text(en="max_hires of at least 1, or agents", ru="max_hires не меньше 1 или сотрудники")
        yield InputProblem(place, message, allowed)


def skills_nobody_has(draft: Draft) -> Iterator[InputProblem]:
    """A channel or rule that needs a skill no agent and no vacancy has."""
    people = [
        item.get("skills", []) for section in ("agents", "vacancies") for _, item in draft.written(section)
    ]
    if not all(isinstance(skills, list) for skills in people):
        return
    had = {skill for skills in people for skill in skills if isinstance(skill, str)}
    for section in ("channels", "rules"):
        for i, item in draft.written(section):
            skill = item.get("skill")
            if isinstance(skill, str) and skill not in had:
                message = Text(en=f'nobody has the skill "{skill}"', ru=f'навыка "{skill}" ни у кого нет')
                message += did_you_mean(skill, had)
                a_skill = Text(en="a skill of an agent or a vacancy: ", ru="навык сотрудника или вакансии: ")
                none = Text(en="no skill", ru="без навыка")
                allowed = a_skill + listed(sorted(had)) if had else none
                yield InputProblem(draft.place(section, i, "skill"), message, allowed)


def too_few_for_the_minimum(draft: Draft) -> Iterator[InputProblem]:
    """More agents asked for at any time than there can be in all."""
    terms = draft.sections.get("staffing")
    most = len(draft.agents) + sum(vacancy.max_hires for _, vacancy in draft.vacancies)
    if terms is not None and terms.min_agents > most:
        place = draft.place("staffing", "min_agents")
        yield InputProblem(
            place,
            Text(
                en=f"{terms.min_agents} agents are wanted at any time, but there can be at most {most}",
                ru=f"в любое время нужно людей: {terms.min_agents}, а всего их может быть не больше {most}",
            ),
        )
