"""A roster's version: a fingerprint of what it says."""

import hashlib
import json

from models.plan import Plan


def roster_version(plan: Plan) -> str:
    """Return 16 hexadecimal digits of SHA-256 over people, shifts and breaks.

    Equal rosters of the same period have the same version; any changed shift, break,
    skill or name gives another.  Cost and proof do not count.
    """
    horizon = plan.scenario.horizon
    content = [
        horizon.anchor.isoformat(),
        horizon.zone,
        [[channel.name, channel.skill] for channel in plan.scenario.channels],
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
            for tour in plan.roster.tours
        ],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
