"""What each search of a replanning looks for, as its progress says."""

from models.text import Text
from planner.rules.wording import counted

FREELY = Text(en="cheapest plan, whatever changes", ru="самый дешёвый план при любых изменениях")
FEWEST = Text(en="fewest changed shifts", ru="меньше всего изменённых смен")
AT_A_PRICE = Text(en="every change at its price", ru="каждое изменение по своей цене")


def at_most(changes: int) -> Text:
    """Say that so many changes may be made beyond the forced ones."""
    if changes == 0:
        return Text(en="no change beyond the forced ones", ru="без изменений сверх неизбежных")
    number = counted(changes, ("change", "changes"), ("изменения", "изменений", "изменений"))
    return Text(en=f"at most {number.en}", ru=f"не более {number.ru}")
