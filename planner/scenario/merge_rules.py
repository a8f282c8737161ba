"""Rules have no names, so a file replaces, drops or adds to those of its base."""

from typing import Any

from models.errors import InputProblem
from models.text import Text
from planner.scenario.merge import Spots, has_name, take
from planner.scenario.origins import Spot
from planner.scenario.suggest import did_you_mean, listed

#: Keys by which a file changes the rules of its base.
RULE_KEYS = ("extra_rules", "without_rules")


def merge_rules(
    file: str, child: dict[str, Any], base_file: str, base: dict[str, Any], spots: Spots
) -> tuple[Any, list[InputProblem]]:
    """Rules of a file and its base, and mistakes in how the file changes them.

    ``None`` means that neither has any.  What is not a list is handed on as it is, for the
    check of the scenario's structure to report.
    """
    origin, written = (file, child["rules"]) if "rules" in child else (base_file, base.get("rules"))
    extra = child.get("extra_rules", [])
    if written is not None and not isinstance(written, list):
        return take(written, ("rules",), Spot(origin, ("rules",)), spots), []
    if written is None and not extra:
        return None, _without_problems(file, child, [])
    problems = _without_problems(file, child, written or [])
    if not isinstance(extra, list):
        problems.append(
            InputProblem(
                f"{file}: extra_rules",
                Text(en="this is not a list of rules", ru="это не список правил"),
                Text.same("[[extra_rules]]"),
            )
        )
        extra = []
    dropped = () if problems else child.get("without_rules", ())
    sources = [
        (rule, Spot(origin, ("rules", i)))
        for i, rule in enumerate(written or [])
        if not (has_name(rule, "kind") and rule["kind"] in dropped)
    ]
    sources += [(rule, Spot(file, ("extra_rules", i))) for i, rule in enumerate(extra)]
    spots["rules",] = Spot(origin, ("rules",))
    return [take(rule, ("rules", i), spot, spots) for i, (rule, spot) in enumerate(sources)], problems


def _without_problems(file: str, child: dict[str, Any], rules: list[Any]) -> list[InputProblem]:
    without, place = child.get("without_rules", []), f"{file}: without_rules"
    if not isinstance(without, list) or not all(isinstance(kind, str) for kind in without):
        message = Text(en="this is not a list of rule kinds", ru="это не список видов правил")
        allowed = Text(en='e.g. ["max_nights"]', ru='например ["max_nights"]')
        return [InputProblem(place, message, allowed)]
    if without and "rules" in child:
        message = Text(
            en="the file also has rules, which replace all rules of the base",
            ru="в файле есть и rules, а они заменяют все правила исходного файла",
        )
        return [InputProblem(place, message, Text(en="one of both", ru="что-то одно"))]
    kinds = sorted({rule["kind"] for rule in rules if has_name(rule, "kind")})
    return [
        InputProblem(
            place,
            Text(en=f'the base has no rule "{kind}"', ru=f'в исходном файле нет правила "{kind}"')
            + did_you_mean(kind, kinds),
            listed(kinds),
        )
        for kind in without
        if kind not in kinds
    ]
