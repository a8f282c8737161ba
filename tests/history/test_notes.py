import re
from typing import get_args

import pytest

from models.text import Language
from planner.history.notes import NoteKind, note

EVERY_DETAIL = dict.fromkeys(
    ("file", "count", "listed", "column", "zone", "average", "found", "wanted", "rows", "first", "last"), 1
) | {"expected": 1}


@pytest.mark.parametrize("kind", get_args(NoteKind))
@pytest.mark.parametrize("language", get_args(Language))
def test_a_count_of_one_reads_as_well_as_any_other(kind: NoteKind, language: Language) -> None:
    """Counts do not stand before their nouns: "1 rows" and "В 1 строках" once did."""
    said = note(kind, language, **(EVERY_DETAIL | {"count": 77_777}))
    assert not re.search(r"77777 \w", said)
