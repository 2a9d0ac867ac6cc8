"""What a notice would do to SIMs: whatever is split, every message goes once and no limit is passed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.domain.budget import Level, Limit, SimPlan, Usage, period_of
from smsdesk.domain.budget_forecast import Forecast, Purse, SplitBy, Standing, Waiting, tell

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = date(2026, 11, 20)

LIMITS = st.none() | st.integers(1, 30)
PLANS = st.builds(
    SimPlan,
    sim=st.just("a"),
    monthly_sms=LIMITS,
    recipients_cap=LIMITS,
    daily_cap=LIMITS,
    price_each_cents=st.sampled_from((0, 10)),
    billing_day=st.integers(1, 31),
)
LETTERS = st.lists(st.builds(Waiting, st.integers(0, 40).map(str), st.integers(1, 3)), max_size=40)


def _standing(plan: SimPlan, parts: int = 0, people: int = 0, today: int = 0, sim: str = "") -> Standing:
    used = Usage(period_of(DAY, plan.billing_day), DAY, parts, people, today)
    return Standing(Purse(plan, sim or plan.sim, used), used)


def _letters(count: int, parts: int = 1) -> list[Waiting]:
    return [Waiting(f"+336399800{number:02}", parts) for number in range(count)]


def _splits(forecast: Forecast) -> dict[SplitBy, list[int]]:
    return {split.by: [share.parts for share in split.shares] for split in forecast.splits}


@settings(deadline=None)
@given(PLANS, LETTERS)
def test_days_take_every_message_once_and_keep_to_every_limit(plan: SimPlan, letters: list[Waiting]) -> None:
    letters = list({letter.e164: letter for letter in letters}.values())
    forecast = tell(letters, [_standing(plan)], NOW)
    for split in forecast.splits:
        sent = Counter(phone for share in split.shares for phone in share.phones)
        assert sent == Counter(letter.e164 for letter in letters)
        months: Counter[date] = Counter()
        people: dict[date, set[str]] = {}
        for share in split.shares:
            day = (share.at or NOW).astimezone().date()
            month = period_of(day, plan.billing_day).start
            months[month] += share.parts
            people.setdefault(month, set()).update(share.phones)
            assert plan.daily_cap is None or share.parts <= plan.daily_cap
        assert plan.monthly_sms is None or max(months.values()) <= plan.monthly_sms
        assert plan.recipients_cap is None or max(map(len, people.values())) <= plan.recipients_cap
    assert forecast.fits == (not forecast.warnings)


def test_without_a_sim_or_a_plan_everything_fits_and_costs_nothing_known() -> None:
    for standings in ([], [_standing(SimPlan("a"))]):
        forecast = tell(_letters(500), standings, NOW)
        assert (forecast.fits, forecast.cost_cents, forecast.warnings, forecast.meters) == (
            True,
            None,
            (),
            (),
        )
        assert (forecast.sms, forecast.splits) == (500, ())


def test_a_price_is_that_of_each_sms_or_of_each_beyond() -> None:
    each = SimPlan("a", price_each_cents=10)
    assert tell(_letters(26), [_standing(each)], NOW).cost_cents == 260
    beyond = SimPlan("a", monthly_sms=100, price_each_cents=10, beyond=True)
    assert tell(_letters(26), [_standing(beyond, parts=90)], NOW).cost_cents == 160
    held = SimPlan("a", monthly_sms=100, price_each_cents=10)
    assert tell(_letters(26), [_standing(held, parts=90)], NOW).cost_cents == 0


def test_what_does_not_fit_is_said_with_its_day_and_spread() -> None:
    forecast = tell(_letters(5), [_standing(SimPlan("a", monthly_sms=10, billing_day=5), parts=7)], NOW)
    assert [str(warning) for warning in forecast.warnings] == [
        "SMS over this month's plan: 2. They would wait until 2026-12-05."
    ]
    assert _splits(forecast) == {SplitBy.DAYS: [3, 2]}
    assert str(forecast.splits[0].sentence) == "Over 2 days: the last SMS leave on 2026-12-05."
    (meter,) = forecast.meters
    assert (meter.limit, meter.used, meter.this_send, meter.left, meter.level) == (
        Limit.MONTH, 7, 5, -2, Level.OVER,
    )  # fmt: skip


def test_two_sims_share_what_one_cannot_take() -> None:
    standings = [
        _standing(SimPlan("a", monthly_sms=10, others_take=True), parts=8),
        _standing(SimPlan("b", recipients_cap=4, others_take=True), people=1),
    ]
    forecast = tell(_letters(5), standings, NOW)
    assert forecast.fits
    shares = {share.sim: len(share.phones) for split in forecast.splits for share in split.shares}
    assert shares == {"a": 2, "b": 3}


def test_what_passes_the_limit_of_one_sim_goes_through_another_on_request_only() -> None:
    full = _standing(SimPlan("a", monthly_sms=8), parts=8)
    forecast = tell(_letters(5), [full, _standing(SimPlan("b"))], NOW)
    assert not forecast.fits
    assert [str(each) for each in forecast.warnings] == [
        "SMS over this month's plan: 5. They would wait until 2026-12-01."
    ]
    (by_sims,) = [each for each in forecast.splits if each.by is SplitBy.SIMS]
    assert [(share.sim, share.parts) for share in by_sims.shares] == [("b", 5)]
    assert str(by_sims.sentence) == "Through b: it keeps to its plan."
    shared = _standing(SimPlan("a", monthly_sms=8, others_take=True), parts=8)
    assert tell(_letters(5), [shared, _standing(SimPlan("b"))], NOW).fits


def test_a_phone_goes_through_the_sim_that_knows_it() -> None:
    knows = _standing(SimPlan("b", recipients_cap=1, others_take=True), people=1)
    knows.purse.phones.add("+33639980000")
    forecast = tell(_letters(3), [_standing(SimPlan("a", recipients_cap=2, others_take=True)), knows], NOW)
    assert forecast.fits
    (split,) = forecast.splits
    assert {share.sim: share.phones for share in split.shares}["b"] == ("+33639980000",)
    assert forecast.new_people == 2


def test_a_message_longer_than_a_day_allows_finds_no_split() -> None:
    forecast = tell(_letters(1, parts=3), [_standing(SimPlan("a", daily_cap=2))], NOW)
    assert (forecast.fits, forecast.splits) == (False, ())
