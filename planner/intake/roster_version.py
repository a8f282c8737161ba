"""A roster's version: a fingerprint of what it says."""

from models import roster_version as version
from models.plan import Plan


def roster_version(plan: Plan) -> str:
    """Return the version of a plan's roster; see :func:`models.roster_version.roster_version`."""
    return version.roster_version(plan.scenario, plan.roster)
