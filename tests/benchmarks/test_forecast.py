"""The forecast of a year of real calls keeps what the documentation says of it."""

import pytest

from tests.benchmarks.forecast import BANK, measure

pytestmark = pytest.mark.skipif(
    not BANK.exists(), reason="shared/data/bank_1999_calls_30min.csv is not beside the repository"
)


@pytest.mark.parametrize(("country", "most"), [("IL", 0.235), (None, 0.245)])
def test_real_calls_four_weeks_ahead(country: str | None, most: float) -> None:
    tested = measure(BANK, country=country).tested
    assert len(tested.origins) == 12
    # Measured: 23.2 % by the hour with the country's holidays, 24.0 % without; 30.8 % naive.
    assert tested.hour.wape <= most
    # Measured: 25.5 % and 26.3 % per half hour; 33.9 % naive.
    assert tested.interval.wape <= most + 0.025
    assert all(origin.hour.wape < origin.hour.naive_wape for origin in tested.origins)
    assert tested.hour.coverage is not None
    assert tested.interval.coverage is not None
    # Measured: 76 and 78 % of hours, 79 and 81 % of half hours.
    assert 0.75 <= tested.hour.coverage <= 0.90
    assert 0.75 <= tested.interval.coverage <= 0.90
