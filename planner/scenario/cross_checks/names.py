"""Names that stand for nothing, or for two things.

These checks read the file as written, so that they also see names in items that have
another mistake.
"""

from collections.abc import Iterator
from typing import Any

from models.errors import InputProblem
from models.text import Text
from planner.rules.forbidden_sequence import SEQUENCE_WORDS
from planner.scenario.cross_checks.no_such import Noun, no_such
from planner.scenario.draft import Draft
from planner.scenario.merge import IDENTITY
from planner.scenario.origins import KeyPath, child_of
from planner.scenario.suggest import listed

#: Fields of rules that name shift patterns.
RULE_PATTERN_FIELDS = ("pattern", "patterns", "first", "then")
_ANOTHER_NAME = Text(en="another name", ru="другое имя")


def duplicate_names(draft: Draft) -> Iterator[InputProblem]:
    """Two items of a list with the same name, or an agent named like a vacancy."""
    for section, key in IDENTITY.items():
        first_at: dict[str, int] = {}
        for i, item in draft.written(section):
            for name in _texts(item.get(key)):
                if name in first_at:
                    taken = Text(
                        en='"{name}" is taken already, by {place}', ru='имя "{name}" уже занято: {place}'
                    )
                    message = taken.format(name=name, place=draft.place(section, first_at[name]))
                    yield InputProblem(draft.place(section, i, key), message, _ANOTHER_NAME)
                first_at.setdefault(name, i)
    ids = draft.written_names("agents", "id")
    for i, vacancy in draft.written("vacancies"):
        for name in _texts(vacancy.get("name")):
            if name in ids:
                place = draft.place("vacancies", i, "name")
                message = Text(
                    en=f'an agent has the id "{name}" already', ru=f'так уже зовут сотрудника: "{name}"'
                )
                yield InputProblem(place, message, _ANOTHER_NAME)


def names_of_hires(draft: Draft) -> Iterator[InputProblem]:
    """An agent or a vacancy named as a hire of a vacancy will be: one of them would pass for the other."""
    hires = {
        vacancy.hire_name(number): vacancy.name
        for _, vacancy in draft.vacancies
        for number in range(1, vacancy.max_hires + 1)
    }
    for section, key in (("agents", "id"), ("vacancies", "name")):
        for i, item in draft.written(section):
            for name in _texts(item.get(key)):
                if name in hires:
                    message = Text(
                        en=f'"{name}" is what a hire of vacancy "{hires[name]}" will be called',
                        ru=f'"{name}": так назовут нанятого по вакансии "{hires[name]}"',
                    )
                    yield InputProblem(draft.place(section, i, key), message, _ANOTHER_NAME)


def unknown_contracts(draft: Draft) -> Iterator[InputProblem]:
    """Agents, vacancies, rules and law packs that name a contract nobody wrote."""
    known = draft.written_names("contracts")
    for section, key in (
        ("agents", "contract"),
        ("vacancies", "contract"),
        ("law_packs", "shorter_night_contracts"),
        ("rules", "contracts"),
    ):
        for i, item in draft.written(section):
            yield from _unknown(draft, (section, i, key), item.get(key), "contract", known)


def unknown_patterns(draft: Draft) -> Iterator[InputProblem]:
    """Contracts, fixed shifts, requests and rules that name a shift pattern nobody wrote."""
    known = draft.written_names("shift_patterns")
    for i, contract in draft.written("contracts"):
        path: KeyPath = ("contracts", i, "shift_patterns")
        yield from _unknown(draft, path, contract.get("shift_patterns"), "shift pattern", known)
    for i, agent in draft.written("agents"):
        for field in ("fixed_shifts", "requests"):
            entries = agent.get(field)
            for j, entry in enumerate(entries if isinstance(entries, list) else ()):
                path = ("agents", i, field, j, "pattern")
                yield from _unknown(draft, path, child_of(entry, "pattern"), "shift pattern", known)
    for i, rule in draft.written("rules"):
        for field in RULE_PATTERN_FIELDS:
            yield from _unknown(draft, ("rules", i, field), rule.get(field), "shift pattern", known)
        words = known | SEQUENCE_WORDS.keys()
        yield from _unknown(draft, ("rules", i, "sequence"), rule.get("sequence"), "shift pattern", words)


def unknown_rule_agents(draft: Draft) -> Iterator[InputProblem]:
    """Rules that bind an agent nobody wrote; a vacancy stands for everyone hired into it."""
    known = draft.written_names("agents", "id") | draft.written_names("vacancies")
    for i, rule in draft.written("rules"):
        yield from _unknown(draft, ("rules", i, "agents"), rule.get("agents"), "agent", known)


def _unknown(
    draft: Draft, path: KeyPath, written: Any, noun: Noun, known: set[str]
) -> Iterator[InputProblem]:
    for name in _texts(written):
        if name not in known:
            yield InputProblem(draft.place(*path), no_such(noun, name, known), listed(sorted(known)))


def _texts(written: Any) -> list[str]:
    """Names in a field as written: one, or a list of them; what is no text is reported elsewhere."""
    return [name for name in (written if isinstance(written, list) else [written]) if isinstance(name, str)]
