"""Contacts that move to a channel that is not there."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import GOOD, changed, problems_of

#: A second channel, after the first one's volume.
CHAT = """[[channels]]
name = "chat"
kind = "chat"
aht_seconds = 300
slowdown = [1, 1.3]
volume = { contacts_per_day = { mon = 10 } }
[[shift_patterns]]"""


def shift(to: str) -> tuple[str, str]:
    return (
        "aht_seconds = 240",
        f'aht_seconds = 240\nforecast = {{ shifts = [{{ to = "{to}", share = 0.2 }}] }}',
    )


PLACE = "channels[1] (phone).forecast.shifts[1].to"
CASES: Cases = {
    "contact_shifts": [
        ((shift("chat"),), PLACE, 'there is no channel "chat"'),
        ((shift("chatt"), ("[[shift_patterns]]", CHAT)), PLACE, 'did you mean "chat"'),
        ((shift("phone"),), PLACE, "the channel they come from"),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)


def test_a_shift_to_another_channel_is_fine(tmp_path: Path) -> None:
    assert problems_of(tmp_path, changed(shift("chat"), ("[[shift_patterns]]", CHAT), text=GOOD)) == []
