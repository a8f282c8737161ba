import pytest
from pydantic import ValidationError

from models.staffing_terms import StaffingTerms


def test_all_of_the_minimum_are_at_work_unless_said_otherwise() -> None:
    assert StaffingTerms(min_agents=2).min_at_work == 2
    assert StaffingTerms(min_agents=2, break_cover=1).min_at_work == 1
    assert StaffingTerms(min_agents=1, break_cover=0).min_at_work == 0


def test_break_cover_is_part_of_the_minimum() -> None:
    with pytest.raises(ValidationError, match=r"break_cover \(2\) is part of min_agents \(1\)"):
        StaffingTerms(min_agents=1, break_cover=2)
