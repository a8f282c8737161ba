"""Whether there is anybody to do the work, and with the skill for it."""

from collections.abc import Iterator

from models.errors import InputProblem
from planner.scenario.draft import Draft
from planner.scenario.suggest import did_you_mean, listed


def nobody_to_work(draft: Draft) -> Iterator[InputProblem]:
    """Neither agents nor anyone who may be hired."""
    if not draft.whole("agents", "vacancies") or draft.agents:
        return
    if not draft.vacancies:
        yield InputProblem(draft.place("agents"), "there is nobody to work", "agents, vacancies, or both")
    elif not any(vacancy.max_hires for _, vacancy in draft.vacancies):
        place = draft.place("vacancies", 0, "max_hires")
        message = "there is nobody to work: no agents, and max_hires is 0 in every vacancy"
        yield InputProblem(place, message, "max_hires of at least 1, or agents")


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
                message = f'nobody has the skill "{skill}"{did_you_mean(skill, had)}'
                allowed = f"a skill of an agent or a vacancy: {listed(sorted(had))}" if had else "no skill"
                yield InputProblem(draft.place(section, i, "skill"), message, allowed)


def too_few_for_the_minimum(draft: Draft) -> Iterator[InputProblem]:
    """More agents asked for at any time than there can be in all."""
    terms = draft.sections.get("staffing")
    most = len(draft.agents) + sum(vacancy.max_hires for _, vacancy in draft.vacancies)
    if terms is not None and terms.min_agents > most:
        place = draft.place("staffing", "min_agents")
        yield InputProblem(
            place, f"{terms.min_agents} agents are wanted at any time, but there can be at most {most}"
        )
