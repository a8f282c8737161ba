"""How many people were hired into each vacancy."""

from collections import Counter
from collections.abc import Iterator

from models.scenario import Scenario
from models.text import Text
from models.tour import Roster
from models.violation import Violation


def hire_findings(scenario: Scenario, roster: Roster) -> Iterator[Violation]:
    """Compare the number of hires with each vacancy's bounds."""
    hired = Counter(tour.agent.vacancy for tour in roster.tours)
    for vacancy in scenario.vacancies:
        number, least, most = hired[vacancy.name], vacancy.min_hires, vacancy.max_hires
        if not least <= number <= most:
            yield Violation(
                rule="hires",
                agent=None,
                date=scenario.period.first_date,
                text=Text(
                    en=f'vacancy "{vacancy.name}" has {number} hires, {least} to {most} are allowed',
                    ru=f"на вакансию «{vacancy.name}» нанято {number}, разрешено от {least} до {most}",
                ),
            )
