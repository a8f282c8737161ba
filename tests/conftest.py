"""What every test starts from."""

import pytest


@pytest.fixture(autouse=True)
def _english_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read the same messages whatever the computer is set to."""
    monkeypatch.setenv("SMENA_LANG", "en")
