"""Pay for nobody, and days that cannot be meant."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import changed, problems_of

RULES = '[[rules]]\nkind = "min_rest"'
TIER = "tiers = [{ premium = 0.5 }]"
CASES: Cases = {
    "unknown_pay_contracts": [
        (
            ((RULES, f'[[pay.bands]]\nname = "skill"\nshare = 0.1\ncontracts = ["standrd"]\n{RULES}'),),
            "pay.bands[1] (skill).contracts",
            'did you mean "standard"?',
        ),
        (
            ((RULES, f'[[pay.overtime]]\nper = "day"\n{TIER}\ncontracts = ["x"]\n{RULES}'),),
            "pay.overtime[1].contracts",
            "no contract",
        ),
        (
            ((RULES, f'[[pay.on_costs]]\nname = "fund"\nshare = 0.3\ncontracts = ["x"]\n{RULES}'),),
            "pay.on_costs[1] (fund).contracts",
            "no contract",
        ),
    ],
    "employment_days": [
        (
            (('id = "boris"', 'id = "boris"\nfirst_day = 2026-11-16'),),
            "agents[2] (boris).first_day",
            "after the period",
        ),
        (
            (('id = "boris"', 'id = "boris"\nlast_day = 2026-11-01'),),
            "agents[2] (boris).last_day",
            "before the period",
        ),
        (
            (("max_hires = 3", "max_hires = 3\nfirst_day = 2026-12-01"),),
            "vacancies[1] (operator).first_day",
            "after",
        ),
        (
            (
                (
                    'id = "boris"',
                    'id = "boris"\nfirst_day = 2026-11-05\nfixed_shifts = [{ date = 2026-11-04, pattern = "day" }]',
                ),
            ),
            "agents[2] (boris).fixed_shifts[1].date",
            "not employed",
        ),
    ],
    "accounting_periods": [
        (
            ((RULES, f'[[pay.overtime]]\nper = "period"\nfirst_date = 2026-11-03\n{TIER}\n{RULES}'),),
            "pay.overtime[1].first_date",
            "after the plan does",
        ),
        (
            ((RULES, f'[[pay.overtime]]\nper = "period"\nfirst_date = 2025-10-01\n{TIER}\n{RULES}'),),
            "pay.overtime[1].first_date",
            "more than a year",
        ),
        (
            ((RULES, f'[[pay.overtime]]\nper = "period"\nlast_date = 2026-11-03\n{TIER}\n{RULES}'),),
            "pay.overtime[1].last_date",
            "before the plan does",
        ),
        (
            ((RULES, f'[[pay.overtime]]\nper = "period"\nlast_date = 2028-11-03\n{TIER}\n{RULES}'),),
            "pay.overtime[1].last_date",
            "more than a year",
        ),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)


@pytest.mark.parametrize(
    ("written", "place", "message"),
    [
        ('[[pay.bands]]\nname = "x"\n', "pay.bands[1] (x)", "either share or amount_per_hour"),
        ('[[pay.bands]]\nname = "night"\nshare = 0.1\n', "pay", 'says "night" twice'),
        (
            '[[pay.overtime]]\nper = "day"\ntiers = [{ premium = 1 }, { premium = 2 }]\n',
            "pay.overtime[1]",
            "the last one has none",
        ),
        (
            '[[pay.on_costs]]\nname = "x"\nshare = 0.1\nshare_above_cap = 0.2\n',
            "pay.on_costs[1] (x)",
            "needs a yearly_cap",
        ),
        (f'[[pay.overtime]]\nper = "day"\n{TIER}\n[[pay.overtime]]\nper = "day"\n{TIER}\n', "pay", "twice"),
    ],
)
def test_terms_that_contradict_themselves(tmp_path: Path, written: str, place: str, message: str) -> None:
    problems = problems_of(tmp_path, changed((RULES, written + RULES)))
    assert [problem.place.en for problem in problems] == [f"desk.toml: {place}"]
    assert message in problems[0].message.en
