"""Read the fairness ledger an earlier plan wrote."""

from decimal import Decimal, InvalidOperation
from pathlib import Path

from models.text import Text
from planner.history.file_text import file_text
from planner.history.problems import FileProblems
from planner.history.table import read_table
from planner.history.words import EMPTY_CELL

#: Columns that are read; others are for people.
COLUMNS = ("agent", "burden", "balance")
_MOST = Decimal(10_000)


def read_ledger(path: Path, shown: str) -> list[dict[str, object]]:
    """Return the entries of a ledger, as a scenario would write them.

    Balances may have a decimal comma, and cells be separated by commas, semicolons or tabs:
    the file may have been saved by Excel.

    Parameters
    ----------
    path
        The file.
    shown
        Its name in messages.

    Raises
    ------
    BadInputError
        With everything wrong in the file.
    """
    problems = FileProblems(shown)
    table = read_table(file_text(path, problems).text, list(COLUMNS), problems)
    entries: list[dict[str, object]] = []
    seen: dict[tuple[str, str], int] = {}
    cells = zip(table.lines, *(table.columns[name] for name in COLUMNS), strict=True)
    for line, agent, burden, written in cells:
        for column, cell in (("agent", agent), ("burden", burden)):
            if not cell:
                problems.about_line(
                    line,
                    column,
                    EMPTY_CELL,
                    Text(en="a name", ru="имя"),
                )
        balance = _number(written)
        if balance is None:
            allowed = Text(
                en="shifts above the fair share (below: negative), such as 1.25 or -0.5",
                ru="на сколько смен больше справедливой доли (меньше: с минусом), например 1,25 или -0,5",
            )
            found = Text(en=f'found "{written[:40]}"', ru=f'здесь "{written[:40]}"')
            problems.about_line(line, "balance", found, allowed)
            continue
        first = seen.setdefault((agent, burden), line)
        if first != line:
            said = Text(
                en=f'"{agent}" has a balance of "{burden}" already, on line {first}',
                ru=f'у "{agent}" уже есть остаток по "{burden}", в строке {first}',
            )
            problems.about_line(line, "agent", said)
        entries.append({"agent": agent, "burden": burden, "balance": balance})
    problems.raise_if_any()
    return entries


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", ".").replace("−", "-"))
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > _MOST:
        return None
    return number.quantize(Decimal("0.01"))
