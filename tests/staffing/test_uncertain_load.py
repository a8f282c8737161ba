from dataclasses import replace

import numpy as np
import pytest

from models.channel import Channel
from models.spread import Spread
from models.staffing_terms import StaffingTerms
from planner.staffing.explain import explain_interval
from planner.staffing.require import promise_all, require
from planner.staffing.uncertain_load import with_busy_days
from tests.staffing.desks import deferred, demand, phone, setting

ASKED = StaffingTerms(occupancy_cap=1.0, busy_days="forecast")
STRAYS = replace(demand([1200.0] * 3), spread=Spread(0.15, 0.2))


@pytest.mark.parametrize(
    ("channel", "cv"),
    [
        (phone(), np.sqrt((1 + 0.15**2) * (1 + 0.2**2) - 1)),
        (phone(load_cv=0.1), 0.1),
        (deferred(deadline_minutes=60), 0.15),
        (deferred(deadline_minutes=60, load_cv=0.4), 0.4),
    ],
)
def test_what_a_channel_says_itself_wins_over_its_forecast(channel: Channel, cv: float) -> None:
    (varied,) = with_busy_days([channel], [STRAYS], ASKED)
    assert varied.model_dump()["load_cv"] == pytest.approx(cv)
    assert with_busy_days([channel], [STRAYS], StaffingTerms()) == (channel,)
    assert with_busy_days([channel], [demand([40.0])], ASKED) == (channel,)


def test_the_variation_of_an_interval_is_that_of_both_factors() -> None:
    rng = np.random.default_rng(1)
    factors = [rng.gamma(1 / cv**2, cv**2, 400_000) for cv in (0.15, 0.2)]
    load = factors[0] * factors[1]
    (varied,) = with_busy_days([phone()], [STRAYS], ASKED)
    assert varied.model_dump()["load_cv"] == pytest.approx(load.std() / load.mean(), rel=0.01)


def test_a_wild_forecast_varies_no_more_than_a_channel_may_say() -> None:
    wild = replace(STRAYS, spread=Spread(1.4, 2.0))
    (varied,) = with_busy_days([phone()], [wild], ASKED)
    assert varied.model_dump()["load_cv"] == 1.0


def test_requirement_promise_and_explanation_all_know_of_busy_days() -> None:
    plain = setting("###", terms=StaffingTerms(occupancy_cap=1.0))
    asked = setting("###", terms=ASKED)
    stated = phone(load_cv=float(np.sqrt((1 + 0.15**2) * (1 + 0.2**2) - 1)))
    channel = phone()
    known, unknown = (require([channel], [STRAYS], one) for one in (asked, plain))
    assert known == require([stated], [STRAYS], plain)
    assert known.live[0].agents[0] > unknown.live[0].agents[0] > 0
    supply = {"desk": unknown.live[0].agents}
    honest, hopeful = (
        promise_all([channel], [STRAYS], one, unknown, supply)[0].service_level for one in (asked, plain)
    )
    assert honest < hopeful
    told = explain_interval([channel], [STRAYS], asked, known, 0)
    varied = [figure.value for one in told for figure in one.figures if "busy_days" in figure.source.en]
    assert varied == [stated.load_cv]


def test_work_that_may_wait_is_planned_for_the_busy_day_of_its_forecast() -> None:
    channel = deferred(deadline_minutes=60, load_quantile=0.9)
    known = require([channel], [STRAYS], setting("###", terms=ASKED))
    stated = deferred(deadline_minutes=60, load_quantile=0.9, load_cv=0.15)
    assert known == require([stated], [STRAYS], setting("###"))
    assert known != require([channel], [STRAYS], setting("###"))
