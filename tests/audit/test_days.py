"""Shifts on days they cannot stand on."""

from dataclasses import replace

from tests.audit.desk import desk_scenario, hard_rules, legal_roster, shift_of, with_shift, with_tour


def test_a_shift_of_another_day_is_found() -> None:
    scenario = desk_scenario(rules=())
    roster = with_shift(legal_roster(scenario), 0, 2, shift_of(scenario, 5, "Short"))
    assert hard_rules(scenario, roster) == [("one_shift_a_day", "ana")]


def test_a_second_shift_on_one_day_is_found() -> None:
    """Two shifts of Monday: one must stand in another day's place, and they overlap."""
    scenario = desk_scenario(rules=())
    roster = with_shift(legal_roster(scenario), 0, 2, shift_of(scenario, 0, "Short"))
    found = hard_rules(scenario, roster)
    assert ("one_shift_a_day", "ana") in found
    assert ("shift_overlap", "ana") in found


def test_a_shift_outside_the_period_is_found() -> None:
    scenario = desk_scenario(rules=())
    for day in (-1, 7):
        roster = with_shift(legal_roster(scenario), 0, 6, shift_of(scenario, day, "Night"))
        assert ("outside_period", "ana") in hard_rules(scenario, roster), day


def test_overlap_with_the_next_day_is_found() -> None:
    scenario = desk_scenario(rules=())
    late = shift_of(scenario, 3, "Night")
    roster = with_shift(legal_roster(scenario), 0, 3, replace(late, end_minute=late.end_minute + 180))
    roster = with_shift(roster, 0, 4, shift_of(scenario, 4, "Short"))
    assert ("shift_overlap", "ana") in hard_rules(scenario, roster)


def test_overlap_with_the_days_before_the_period_is_found() -> None:
    scenario = desk_scenario(rules=())
    roster = legal_roster(scenario)
    person = roster.tours[0].agent
    past = replace(person.history[0], day=-1, start_minute=-600, end_minute=9 * 60)
    roster = with_tour(roster, 0, replace(roster.tours[0], agent=replace(person, history=(past,))))
    assert ("shift_overlap", "ana") in hard_rules(scenario, roster)


def test_a_tour_of_another_length_is_found() -> None:
    scenario = desk_scenario()
    roster = legal_roster(scenario)
    for shifts in (roster.tours[0].shifts[:-1], (*roster.tours[0].shifts, None)):
        broken = with_tour(roster, 0, replace(roster.tours[0], shifts=shifts))
        assert hard_rules(scenario, broken) == [("tour_length", "ana")]
