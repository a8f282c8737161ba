"""What every test starts from."""

import pytest
from hypothesis import settings

# How long an example takes says more of what else the computer does than of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _english_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read the same messages whatever the computer is set to."""
    monkeypatch.setenv("SMENA_LANG", "en")
