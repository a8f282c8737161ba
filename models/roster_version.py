"""A roster's version: a fingerprint of what it says."""

import hashlib
import json

from models.scenario import Scenario
from models.tour import Roster


def roster_version(scenario: Scenario, roster: Roster) -> str:
    """Return 16 hexadecimal digits of SHA-256 over people, shifts and breaks.

    Equal rosters of the same period have the same version; any changed shift, break,
    skill or name gives another.  Cost and proof do not count.
    """
    horizon = scenario.horizon
    content = [
        horizon.anchor.isoformat(),
        horizon.zone,
        [[channel.name, channel.skill] for channel in scenario.channels],
        [
            [
                tour.agent.agent,
                tour.agent.name,
                sorted(tour.agent.skills),
                sorted(tour.agent.external_ids.items()),
                [
                    [s.start_minute, s.end_minute, s.break_start_minute, s.break_end_minute, s.pattern]
                    for s in (*tour.agent.history, *tour.worked)
                ],
            ]
            for tour in roster.tours
        ],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
