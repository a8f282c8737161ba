"""The prices behind a bound, as a file anyone can recompute it from."""

import json
from pathlib import Path

from planner.solver.answer import Certificate
from planner.solver.problem import TourProblem


def certificate_json(problem: TourProblem, certificate: Certificate) -> str:
    """Name what each price belongs to; every price is an integer over ``scale``."""
    return json.dumps(
        {
            "bound": certificate.bound,
            "scale": certificate.scale,
            "rows": [
                {"rows": [problem.rows[number].name for number in numbers], "price": price}
                for numbers, price in certificate.rows
            ],
            "profiles": [
                {
                    "profile": profile.name,
                    "counters": [
                        {"counter": str(counter.key), "price": price}
                        for counter, price in zip(profile.counters, prices, strict=True)
                    ],
                }
                for profile, prices in zip(problem.profiles, certificate.counters, strict=True)
            ],
        },
        indent=1,
    )


def write_certificate(path: Path, problem: TourProblem, certificate: Certificate) -> None:
    """Write the prices."""
    path.write_text(certificate_json(problem, certificate) + "\n", encoding="utf-8")
