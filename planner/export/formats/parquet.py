"""``parquet``: the shifts as a typed table, where the machine can write one."""

import io
from typing import Literal

import pandas as pd

from models.errors import SmenaError
from models.plan import Plan
from models.text import Text
from planner.export.export_format import EXPORT_FORMATS, ExportFormat
from planner.export.shift_table import COLUMNS, shift_table

_LACKING = Text(
    en="Parquet needs the package pyarrow, which is not installed with smena: pip install pyarrow, "
    'or in the folder of the project: pip install -e ".[parquet]". '
    "The same table without it: --format csv",
    ru="Для Parquet нужен пакет pyarrow, он не ставится вместе со smena: pip install pyarrow, "
    'или в папке проекта: pip install -e ".[parquet]". '
    "Та же таблица без него: --format csv",
)


@EXPORT_FORMATS.register
class Parquet(ExportFormat):
    """One table, one row per shift."""

    kind: Literal["parquet"] = "parquet"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``shifts.parquet``; dates and times are typed, local times with their zone."""
        table = pd.DataFrame(shift_table(plan), columns=list(COLUMNS))
        zone = plan.scenario.desk.zone
        for column in ("start", "end", "break_start", "break_end"):
            table[column] = pd.to_datetime(table[column], utc=True).dt.tz_convert(zone)
        table["date"] = pd.to_datetime(table["date"])
        content = io.BytesIO()
        try:
            table.to_parquet(content, index=False)
        except ImportError as error:
            raise SmenaError(_LACKING) from error
        return {"shifts.parquet": content.getvalue()}
