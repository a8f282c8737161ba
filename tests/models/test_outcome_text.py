import datetime as dt

from models.horizon import Horizon
from models.outcome_text import outcome_texts
from models.service_goal import GoalOutcome

HORIZON = Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 11, 2), days=3, interval_minutes=60)


def day(number: int, reached: float, hours: float = 0.0) -> GoalOutcome:
    return GoalOutcome(
        "phone", (24 * number, 24 * number + 23), 40.0, 0.8, reached, hours, round(hours * 100)
    )


def test_days_kept_and_missed() -> None:
    kept = [day(0, 0.81), day(1, 0.9), day(2, 0.805)]
    assert outcome_texts(kept, HORIZON, "en") == [
        ("phone", "80% promised over each day: kept on all 3 days, 80.5% on the worst")
    ]
    assert outcome_texts(kept, HORIZON, "ru") == [
        ("phone", "обещано 80% за каждый день: выполнено все 3 дня, в худший день 80,5%")
    ]
    missed = [day(0, 0.81), day(1, 0.782, 1.25), day(2, 0.7, 2.25)]
    assert outcome_texts(missed, HORIZON, "en")[0][1] == (
        "80% promised over each day: missed on 2 of 3 days (3.5 agent-hours are missing): "
        "2026-11-03 78.2%; 2026-11-04 70.0%"
    )
    assert outcome_texts(missed, HORIZON, "ru")[0][1] == (
        "обещано 80% за каждый день: не выполнено 2 из 3 дней (не хватает 3,5 человеко-ч): "
        "03.11.2026 78,2%; 04.11.2026 70,0%"
    )


def test_a_period_and_several_queues() -> None:
    both = [
        GoalOutcome("phone", (0, 71), 100.0, 0.85, 0.851, 0.0, 0),
        GoalOutcome("chat", (0, 71), 100.0, 0.8, 0.75, 4.0, 100),
    ]
    assert outcome_texts(both, HORIZON, "en") == [
        ("phone", "85% promised over the period: kept, 85.1% expected"),
        ("chat", "80% promised over the period: missed, 75.0% expected (4.0 agent-hours are missing)"),
    ]
    assert outcome_texts([], HORIZON, "ru") == []
