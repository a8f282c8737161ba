"""Whether the price of a plan counted again is what the search says."""

from models.errors import EngineError
from models.plan import ObjectiveParts


def refuse_other_price(objective_minor: int, pay_minor: int, parts: ObjectiveParts) -> None:
    """Refuse a plan whose price, counted again from the roster, is not what the search says.

    Raises
    ------
    EngineError
        When pay, shortfalls and wishes do not add up to the objective; all in minor units.
    """
    if objective_minor != pay_minor + parts.total_minor:
        raise EngineError(
            f"the search says the plan costs {objective_minor}, but pay is {pay_minor} and "
            f"shortfalls and wishes are {parts.total_minor} (minor units); please report this"
        )
