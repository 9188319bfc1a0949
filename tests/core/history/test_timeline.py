"""What a timeline says of a model is what the history says, and no bar of it lies on top of another."""

import itertools
import math
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.history.deployment import Deployments, LiveState, SwitchOutcome
from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.job_bars import Beginning, Ending, JobBar
from epa_gui.core.history.time_axis import EARLIEST, LATEST, SHORTEST, TickUnit, TimeScale, ticks
from epa_gui.core.history.timeline import Behind, MarkKind, Timeline, timeline_of
from epa_gui.core.history.timeline_labels import PlacedLabel, place_labels
from epa_gui.core.history.timeline_plan import GAP, PlacedBar, place_bars, place_marks, shortened
from epa_gui.core.history.timeline_walk import Item, Step, Walk, when
from tests.timing import assert_within

DAY = 86400.0
BEGIN = 1_760_000_000.0
NOW = BEGIN + 100 * DAY


def event(kind: EventKind, days: float, job: str = "", name: str = "", **details: Detail) -> HistoryEvent:
    """An event of the model that the tests are about."""
    return HistoryEvent(kind, BEGIN + days * DAY, "model", "Sales", job, name, details)


def status(days: float, job: str, word: str) -> HistoryEvent:
    return event(EventKind.STATUS_CHANGED, days, job, **{"from": "", "to": word, "message": ""})


def switched(
    days: float, job: str, outcome: SwitchOutcome | None = SwitchOutcome.DONE, reason: str = ""
) -> list[HistoryEvent]:
    name = f"switch at {days}"
    asked = event(EventKind.SWITCH_ASKED, days, job, switch=name, reason=reason, replaces="")
    ended = event(EventKind.SWITCH_ENDED, days + 0.001, job, switch=name, outcome=outcome and outcome.value, problem="")
    return [asked, ended] if outcome else [asked]


def drawn(*events: HistoryEvent) -> Timeline:
    return timeline_of(events, "model", NOW)


def only_job(*events: HistoryEvent) -> JobBar:
    (bar,) = drawn(*events).jobs
    return bar


def test_a_job_sent_from_here_goes_from_its_sending_to_the_first_word_that_it_finished() -> None:
    bar = only_job(
        event(EventKind.UPLOAD_BEGUN, 1, "a"),
        event(EventKind.JOB_STARTED, 1.1, "a"),
        status(1.2, "a", "training"),
        status(2, "a", "job_finished"),
        status(60, "a", "deleted"),
    )
    assert (bar.beginning, bar.ending) == (Beginning.SENT, Ending.FINISHED)
    assert (bar.begins_at, bar.started_at, bar.ends_at) == (BEGIN + DAY, BEGIN + 1.1 * DAY, BEGIN + 2 * DAY)
    assert bar.status == "deleted"


@pytest.mark.parametrize(
    ("events", "ending", "days"),
    [
        ([status(2, "a", "training")], Ending.GOING, 100),
        ([status(2, "a", "job_error")], Ending.FAILED, 2),
        ([status(2, "a", "job_error"), status(3, "a", "training")], Ending.GOING, 100),
        ([status(2, "a", "job_error"), status(3, "a", "job_finished")], Ending.FINISHED, 3),
        ([event(EventKind.JOB_REMOVED, 2, "a")], Ending.UNKNOWN, 2),
        ([event(EventKind.JOB_REMOVED, 2, "a"), event(EventKind.JOB_RESTORED, 2.1, "a")], Ending.GOING, 100),
        ([event(EventKind.MODEL_REMOVED, 2)], Ending.UNKNOWN, 2),
        ([event(EventKind.MODEL_REMOVED, 2), event(EventKind.MODEL_RESTORED, 3)], Ending.GOING, 100),
        ([event(EventKind.UPLOAD_FAILED, 2, "a", problem="connection lost")], Ending.NEVER_ARRIVED, 2),
        ([event(EventKind.UPLOAD_FAILED, 2, "a", problem="send unanswered")], Ending.GOING, 100),
        (
            [event(EventKind.UPLOAD_FAILED, 2, "a", problem="timed out"), event(EventKind.JOB_STARTED, 3, "a")],
            Ending.GOING,
            100,
        ),
    ],
)
def test_how_a_job_ended_is_what_was_said_last(events: list[HistoryEvent], ending: Ending, days: float) -> None:
    bar = only_job(event(EventKind.UPLOAD_BEGUN, 1, "a"), *events)
    assert (bar.ending, bar.ends_at) == (ending, BEGIN + days * DAY)


def test_nobody_knows_when_an_adopted_job_began() -> None:
    bar = only_job(event(EventKind.JOB_ADOPTED, 1, "a"))
    assert (bar.beginning, bar.started_at) == (Beginning.ADOPTED, None)


def test_a_job_that_was_there_before_the_history_is_seen_from_its_first_change() -> None:
    bar = only_job(status(5, "a", "job_finished"))
    assert (bar.beginning, bar.begins_at, bar.ends_at) == (Beginning.BEFORE, BEGIN + 5 * DAY, BEGIN + 5 * DAY)


def test_a_file_that_may_not_have_arrived_is_not_called_lost() -> None:
    unanswered = event(EventKind.UPLOAD_FAILED, 2, "a", problem="send unanswered")
    begun = event(EventKind.UPLOAD_BEGUN, 1, "a")
    assert only_job(begun, unanswered).may_not_have_arrived
    assert not only_job(begun, unanswered, status(3, "a", "training")).may_not_have_arrived


def test_a_removed_job_stays_drawn_with_its_last_name() -> None:
    bar = only_job(
        event(EventKind.JOB_ADOPTED, 1, "a", "Old name"),
        status(2, "a", "job_finished"),
        event(EventKind.JOB_EDITED, 3, "a", "New name"),
        event(EventKind.JOB_REMOVED, 4, "a", "New name"),
    )
    assert (bar.title, bar.is_removed, bar.ending) == ("New name", True, Ending.FINISHED)


def test_what_was_live_when_has_no_gaps() -> None:
    timeline = drawn(
        event(EventKind.MODEL_ADDED, 0),
        *switched(10, "a"),
        *switched(20, "b", SwitchOutcome.REFUSED),
        *switched(30, "b"),
        *switched(40, "b"),
        *switched(50, "a", None),
        *switched(60, "a"),
    )
    told = [(span.behind, span.service.live and span.service.live.job) for span in timeline.spans]
    assert told == [
        (Behind.UNKNOWN, None),
        (Behind.JOB, "a"),
        (Behind.JOB, "b"),
        (Behind.NOT_CONFIRMED, "b"),
        (Behind.JOB, "a"),
    ]
    assert timeline.spans[0].begins_at == BEGIN
    assert timeline.spans[3].begins_at == BEGIN + 50 * DAY
    assert timeline.spans[-1].ends_at == NOW
    assert all(one.ends_at == two.begins_at for one, two in itertools.pairwise(timeline.spans))
    assert [span.begins_at for span in timeline.spans_of("a")] == [BEGIN + 10.001 * DAY, BEGIN + 60.001 * DAY]


def restored(days: float, problem: str = "list damaged") -> HistoryEvent:
    """The list came back from a backup, or was lost: an event of no model."""
    return HistoryEvent(EventKind.LIST_RESTORED, BEGIN + days * DAY, details={"problem": problem})


def test_after_the_list_came_from_a_backup_nothing_is_certain_until_the_next_switch() -> None:
    timeline = drawn(
        event(EventKind.MODEL_ADDED, 0), *switched(10, "a"), restored(20), *switched(25, "b", SwitchOutcome.REFUSED),
        restored(28), *switched(30, "a"),
    )  # fmt: skip
    assert [(span.behind, span.begins_at) for span in timeline.spans] == [
        (Behind.UNKNOWN, BEGIN),
        (Behind.JOB, BEGIN + 10.001 * DAY),
        (Behind.NOT_CONFIRMED, BEGIN + 20 * DAY),
        (Behind.JOB, BEGIN + 30.001 * DAY),
    ]
    assert timeline.spans[2].switch == timeline.spans[1].switch
    assert [span.begins_at for span in timeline.spans_of("a")] == [BEGIN + 10.001 * DAY, BEGIN + 30.001 * DAY]
    assert (timeline.begins_at, timeline.ends_at, len(timeline.jobs)) == (BEGIN, NOW, 0)
    assert len([mark for mark in timeline.marks if mark.switch]) == 3


def test_a_model_that_was_first_seen_after_that_is_not_certain_from_its_beginning() -> None:
    assert [span.behind for span in drawn(restored(-3), event(EventKind.KEY_ADDED, 0)).spans] == [Behind.NOT_CONFIRMED]
    assert [span.behind for span in drawn(restored(-3, "list lost"), event(EventKind.KEY_ADDED, 0)).spans] == [
        Behind.UNKNOWN
    ]


def test_every_switch_leaves_its_mark_with_reason_and_outcome() -> None:
    timeline = drawn(
        *switched(10, "a", SwitchOutcome.DONE, "better"),
        *switched(20, "b", SwitchOutcome.NOT_SENT),
        *switched(30, "b", None),
    )
    marks = [mark.switch for mark in timeline.marks if mark.switch]
    assert [(switch.reason, switch.outcome) for switch in marks] == [
        ("better", SwitchOutcome.DONE),
        ("", SwitchOutcome.NOT_SENT),
        ("", None),
    ]


def test_results_and_keys_leave_marks_too() -> None:
    timeline = drawn(
        event(EventKind.KEY_ISSUED, 1, key="••••1f3a"), event(EventKind.RESULTS_SAVED, 2, "a", path="a.zip")
    )
    assert [mark.kind for mark in timeline.marks] == [MarkKind.KEY, MarkKind.RESULTS]
    assert timeline.marks[1].anchor == (BEGIN + 2 * DAY, EventKind.RESULTS_SAVED, "a")


def test_other_models_are_none_of_its_business() -> None:
    other = HistoryEvent(EventKind.JOB_ADOPTED, BEGIN, "another", "Other", "x")
    assert timeline_of([other], "model", NOW).is_empty
    assert drawn().spans == ()


_JOBS = st.sampled_from(["a", "b", "c", "d", "e", ""])
_DETAILS = st.fixed_dictionaries(
    {},
    optional={
        "to": st.sampled_from(["training", "job_finished", "job_failed", "", 3, None]),
        "switch": st.sampled_from(["s1", "s2", "s3", 5]),
        "outcome": st.sampled_from(["done", "refused", "not confirmed", "nonsense", None]),
        "problem": st.sampled_from(["send unanswered", "timed out", "list lost", "nonsense", ""]),
        "key": st.just("••••1f3a"),
    },
)
_SENSIBLE = st.floats(BEGIN, NOW)
_ANY_TIME = st.one_of(_SENSIBLE, st.floats(), st.sampled_from([-1e300, 0.0, 4e9, 1e11, math.inf, math.nan]))


def _events(times: st.SearchStrategy[float]) -> st.SearchStrategy[list[HistoryEvent]]:
    one = st.builds(
        HistoryEvent, st.sampled_from(EventKind), times, st.sampled_from(["model", "other"]), st.just("M"), _JOBS
    )
    with_details = st.builds(_with, one, _DETAILS)
    return st.lists(with_details, max_size=40)


def _with(bare: HistoryEvent, details: dict[str, Detail]) -> HistoryEvent:
    return HistoryEvent(bare.kind, bare.at, bare.model, bare.model_name, bare.job, "", details)


@given(_events(_ANY_TIME), st.one_of(_SENSIBLE, st.floats()))
def test_nothing_in_a_history_can_make_it_fail(events: list[HistoryEvent], now: float) -> None:
    timeline = timeline_of(events, "model", now)
    assert timeline.begins_at <= timeline.ends_at <= LATEST
    assert now < EARLIEST or math.isnan(now) or timeline.ends_at <= now
    assert all(timeline.begins_at <= mark.at <= timeline.ends_at for mark in timeline.marks)
    for bar in timeline.jobs:
        assert timeline.begins_at <= bar.begins_at <= bar.ends_at <= timeline.ends_at
    assert _overlapping(timeline.jobs) == []
    assert all(span.begins_at <= span.ends_at for span in timeline.spans)
    assert all(one.ends_at == two.begins_at for one, two in itertools.pairwise(timeline.spans))
    if timeline.spans:
        assert (timeline.spans[0].begins_at, timeline.spans[-1].ends_at) == (timeline.begins_at, timeline.ends_at)


def _overlapping(bars: tuple[JobBar, ...]) -> list[tuple[JobBar, JobBar]]:
    return [
        (one, two)
        for one, two in itertools.combinations(bars, 2)
        if one.lane == two.lane and one.begins_at < two.ends_at and two.begins_at < one.ends_at
    ]


@given(_events(_SENSIBLE))
def test_what_is_live_in_the_end_is_what_the_program_says_is_live(events: list[HistoryEvent]) -> None:
    events.sort(key=lambda each: each.at)
    timeline = timeline_of(events, "model", NOW)
    mine = [each for each in events if each.model == "model" or each.kind is EventKind.LIST_RESTORED]
    service = Deployments(mine).of("model")
    if timeline.spans:
        last = timeline.spans[-1].service
        assert [last.of(job) for job in "abcde"] == [service.of(job) for job in "abcde"]
        assert last.is_certain is service.is_certain


_STARTS_AND_ENDS = st.lists(st.tuples(_SENSIBLE, st.floats(0, 30)), min_size=1, max_size=25)


@given(_STARTS_AND_ENDS, st.data())
def test_a_job_keeps_its_lane_when_more_happens(jobs: list[tuple[float, float]], data: st.DataObject) -> None:
    events: list[HistoryEvent] = []
    for number, (begins_at, days) in enumerate(jobs):
        events.append(HistoryEvent(EventKind.JOB_ADOPTED, begins_at, "model", "M", str(number)))
        ended: dict[str, Detail] = {"to": "job_finished"}
        events.append(
            HistoryEvent(EventKind.STATUS_CHANGED, begins_at + days * DAY, "model", "M", str(number), details=ended)
        )
    events.sort(key=lambda each: each.at)
    some = events[: data.draw(st.integers(1, len(events)))]
    earlier = {bar.job: bar.lane for bar in timeline_of(some, "model", some[-1].at).jobs}
    later = {bar.job: bar.lane for bar in timeline_of(events, "model", NOW).jobs}
    assert earlier.items() <= later.items()
    assert _overlapping(timeline_of(events, "model", NOW).jobs) == []


def test_there_are_no_more_lanes_than_jobs_at_a_time() -> None:
    events = [
        each
        for day in range(30)
        for each in (event(EventKind.JOB_ADOPTED, day, f"{day}"), status(day + 2.5, f"{day}", "job_finished"))
    ]
    events.sort(key=lambda each: each.at)
    assert drawn(*events).lanes == 3


def test_a_job_that_goes_on_after_all_makes_way_for_the_one_that_took_its_place() -> None:
    timeline = drawn(
        event(EventKind.JOB_ADOPTED, 1, "a"),
        status(2, "a", "job_error"),
        event(EventKind.JOB_ADOPTED, 3, "b"),
        status(4, "a", "training"),
    )
    assert {bar.job: bar.lane for bar in timeline.jobs} == {"a": 1, "b": 0}


def test_a_clock_that_is_set_back_makes_nothing_overlap() -> None:
    timeline = drawn(
        event(EventKind.JOB_ADOPTED, 10, "a"),
        status(12, "a", "job_finished"),
        event(EventKind.JOB_ADOPTED, 11, "b"),
        *switched(20, "a"),
        *switched(15, "b"),
    )
    assert {bar.lane for bar in timeline.jobs} == {0, 1}
    assert [(span.begins_at - BEGIN) / DAY for span in timeline.spans] == pytest.approx([10, 20.001], abs=1e-4)
    assert timeline.spans[-1].service.of("b") is LiveState.LIVE


YEARS = 3 * 365.0


def test_one_switch_by_a_clock_years_ahead_takes_nothing_from_the_next() -> None:
    timeline = drawn(
        event(EventKind.JOB_ADOPTED, 10, "a"),
        *switched(YEARS, "a"),
        event(EventKind.JOB_ADOPTED, 30, "b"),
        *switched(40, "b"),
    )
    assert [(span.service.live and span.service.live.job, span.begins_at, span.ends_at) for span in timeline.spans] == [
        (None, BEGIN + 10 * DAY, BEGIN + 30 * DAY),
        ("a", BEGIN + 30 * DAY, BEGIN + 40.001 * DAY),
        ("b", BEGIN + 40.001 * DAY, NOW),
    ]
    assert [mark.switch.job for mark in timeline.marks if mark.switch] == ["a", "b"]
    assert timeline.ends_at == NOW


def test_what_else_this_program_did_tells_when_a_wrong_clock_wrote() -> None:
    of_another = HistoryEvent(EventKind.JOB_ADOPTED, BEGIN + 50 * DAY, "another", "Other", "x")
    timeline = drawn(event(EventKind.MODEL_ADDED, 0), *switched(YEARS, "a"), of_another)
    assert [span.begins_at for span in timeline.spans_of("a")] == [BEGIN + 50 * DAY]


def test_acts_later_than_now_are_drawn_now_in_their_order() -> None:
    timeline = drawn(
        event(EventKind.MODEL_ADDED, 0),
        event(EventKind.JOB_ADOPTED, YEARS + 9, "a"),
        *switched(YEARS + 8, "a"),
        event(EventKind.KEY_CHANGED, YEARS + 7),
        event(EventKind.RESULTS_SAVED, YEARS + 6, "a"),
        *switched(YEARS + 5, "b"),
    )
    assert [mark.kind for mark in timeline.marks] == [MarkKind.SWITCH, MarkKind.KEY, MarkKind.RESULTS, MarkKind.SWITCH]
    assert {mark.at for mark in timeline.marks} == {NOW}
    assert [mark.switch.job for mark in timeline.marks if mark.switch] == ["a", "b"]
    assert (timeline.begins_at, timeline.ends_at) == (BEGIN, NOW)
    assert timeline.spans[0].ends_at == timeline.spans[-1].ends_at == NOW
    assert timeline.spans[-1].service.of("b") is LiveState.LIVE
    (bar,) = timeline.jobs
    assert (bar.begins_at, bar.ends_at) == (NOW, NOW)


def test_what_is_drawn_elsewhere_still_stands_for_the_event_in_the_history() -> None:
    timeline = drawn(event(EventKind.JOB_ADOPTED, YEARS, "a"), *switched(YEARS + 1, "a"))
    assert timeline.jobs[0].anchor == (BEGIN + YEARS * DAY, EventKind.JOB_ADOPTED, "a")
    assert timeline.marks[0].anchor == (BEGIN + (YEARS + 1) * DAY, EventKind.SWITCH_ASKED, "a")


def test_a_job_begun_by_a_clock_years_ahead_has_ended_when_it_ended() -> None:
    bar = only_job(
        event(EventKind.UPLOAD_BEGUN, YEARS, "a"),
        event(EventKind.JOB_STARTED, YEARS, "a"),
        status(20, "a", "training"),
        status(30, "a", "job_finished"),
    )  # fmt: skip
    assert (bar.begins_at, bar.started_at, bar.ends_at) == (BEGIN + 20 * DAY, BEGIN + 20 * DAY, BEGIN + 30 * DAY)


@given(st.lists(st.tuples(_SENSIBLE, st.booleans())))
def test_no_wrong_clock_changes_the_order_of_what_happened(told: list[tuple[float, bool]]) -> None:
    times = [at + YEARS * DAY if is_ahead else at for at, is_ahead in sorted(told)]
    events = [HistoryEvent(EventKind.RESULTS_SAVED, at, "model", "M", f"{number}") for number, at in enumerate(times)]
    marks = timeline_of(events, "model", NOW).marks
    assert [mark.event for mark in marks] == events
    assert all(mark.at <= NOW for mark in marks)


def test_fifty_thousand_events_are_read_in_a_moment() -> None:
    events = [
        each
        for number in range(12_500)
        for each in (
            event(EventKind.JOB_ADOPTED, number / 1000, f"{number}"),
            status(number / 1000, f"{number}", "training"),
            status(number / 1000 + 0.0005, f"{number}", "job_finished"),
            event(EventKind.RESULTS_SAVED, number / 1000 + 0.0006, f"{number}"),
        )
    ]
    assert len(drawn(*events).jobs) == 12_500
    assert_within(3, lambda: drawn(*events))


# Ticks


@pytest.mark.parametrize("days", [0.003, 0.01, 0.1, 0.5, 1, 3, 10, 40, 200, 700, 4000, 30_000, 300_000])
def test_ticks_make_sense_from_minutes_to_centuries(days: float) -> None:
    scale = TimeScale(BEGIN, BEGIN + days * DAY, 0, 800)
    found = ticks(scale, 90)
    assert 1 <= len(found) <= 10
    places = [scale.x(tick.at) for tick in found]
    assert all(0 <= place <= 800 for place in places)
    assert all(two - one >= 80 for one, two in itertools.pairwise(places))
    for tick in found:
        local = time.localtime(tick.at)
        assert local.tm_sec == 0
        if tick.unit in {TickUnit.DAY, TickUnit.DATE}:
            assert local.tm_hour == 0
        if tick.unit in {TickUnit.MONTH, TickUnit.YEAR}:
            assert (local.tm_mday, local.tm_hour) == (1, 0)
        if tick.unit is TickUnit.YEAR:
            assert local.tm_mon == 1


def test_the_first_tick_of_a_new_day_or_year_says_so() -> None:
    hours = ticks(TimeScale(BEGIN, BEGIN + DAY, 0, 800), 90)
    assert [tick.unit for tick in hours].count(TickUnit.DAY) == 1
    months = ticks(TimeScale(BEGIN, BEGIN + 300 * DAY, 0, 1200), 90)
    assert [tick.unit for tick in months].count(TickUnit.YEAR) == 1


@pytest.mark.parametrize("days", [45, 56, 62, 80, 120])
@pytest.mark.parametrize("offset", range(7))
def test_weeks_begin_on_mondays_wherever_the_view_begins(days: int, offset: int) -> None:
    found = ticks(TimeScale(BEGIN + offset * DAY, BEGIN + (offset + days) * DAY, 0, 800), 90)
    apart = {round((two.at - one.at) / DAY) for one, two in itertools.pairwise(found)}
    assert apart in ({7}, {14})
    assert {time.localtime(tick.at).tm_wday for tick in found} == {0}


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of a process cannot be changed here")
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize("begin", [1_774_652_400, 1_792_792_800])  # 28 March and 24 October 2026, 00:00
@pytest.mark.parametrize("width", [800, 8000])
def test_ticks_go_on_evenly_when_the_clocks_are_changed(begin: float, width: float) -> None:
    scale = TimeScale(begin, begin + 2 * DAY, 0, width)
    found = ticks(scale, 90)
    distances = [two.at - one.at for one, two in itertools.pairwise(found)]
    assert min(distances) > 0
    if width == 8000:
        assert min(distances) == max(distances)
    else:
        assert all(time.localtime(tick.at).tm_hour % 3 == 0 for tick in found)


@given(st.floats(-1e12, 1e12), st.floats(SHORTEST, 1e12), st.floats(1, 4000), st.floats(20, 400))
def test_no_stretch_of_time_makes_ticks_fail(begin: float, seconds: float, width: float, distance: float) -> None:
    found = ticks(TimeScale(begin, begin + seconds, 0, width), distance)
    assert len(found) <= width / distance * 2 + 3


# Where things go


def _busy(count: int) -> Timeline:
    events: list[HistoryEvent] = []
    for number in range(count):
        events.append(event(EventKind.JOB_ADOPTED, number / 50, f"{number}"))
        events.append(status(number / 50 + 0.01, f"{number}", "job_finished"))
        events.append(event(EventKind.RESULTS_SAVED, number / 50 + 0.01, f"{number}"))
    return drawn(*events)


def test_only_what_is_in_view_is_placed() -> None:
    timeline = _busy(1000)
    scale = TimeScale(BEGIN + 5 * DAY, BEGIN + 6 * DAY, 100, 800)
    placed = place_bars(timeline, scale, range(timeline.lanes))
    in_view = [bar for bar in timeline.jobs if scale.shows(bar.begins_at, bar.ends_at)]
    assert [bar.bar for bar in placed] == in_view
    assert 50 <= len(in_view) <= 52
    assert all(100 <= bar.x <= bar.x + bar.width <= 904 for bar in placed)
    assert place_bars(timeline, scale, range(5, 9)) == []


def test_what_is_chosen_is_there_even_in_a_crowd() -> None:
    timeline = _busy(1000)
    scale = TimeScale(BEGIN, BEGIN + 1000 * DAY, 0, 800)
    bar, mark = timeline.jobs[500], timeline.marks[500]
    assert bar in [placed.bar for placed in place_bars(timeline, scale, range(1), keep=bar.anchor)]
    assert bar not in [placed.bar for placed in place_bars(timeline, scale, range(1))]
    assert mark in [placed.mark for placed in place_marks(timeline, scale, 10, keep=mark.anchor)]
    assert mark not in [placed.mark for placed in place_marks(timeline, scale, 10)]


def test_names_do_not_run_into_the_next_bar() -> None:
    timeline = _busy(1000)
    placed = place_bars(timeline, TimeScale(BEGIN, BEGIN + DAY, 0, 3000), range(1))
    assert all(one.label_x + one.label_width <= two.x for one, two in itertools.pairwise(placed))


LETTER = 7.0


def _written(timeline: Timeline, scale: TimeScale) -> list[tuple[PlacedBar, PlacedLabel]]:
    bars = place_bars(timeline, scale, range(timeline.lanes))
    return list(place_labels(bars, scale.left, 10.0, lambda text: LETTER * len(text)))


def _named(begins: float, ends: float, job: str) -> list[HistoryEvent]:
    ended = event(EventKind.STATUS_CHANGED, ends, job, job, **{"from": "", "to": "job_finished", "message": ""})
    return [event(EventKind.JOB_ADOPTED, begins, job, job), ended]


def test_a_name_that_has_no_room_behind_its_bar_stands_before_it() -> None:
    events = [*_named(0, 1, "A first one"), *_named(50, 51, "Newest of all")]
    timeline = timeline_of(events, "model", BEGIN + 51 * DAY)
    (_, first), (bar, newest) = _written(timeline, TimeScale(BEGIN, BEGIN + 52 * DAY, 100, 800))
    assert (first.text, newest.text) == ("A first one", "Newest of all")
    assert first.ends_at < newest.begins_at
    assert newest.ends_at == bar.x - GAP


def test_no_name_runs_into_another_bar_or_name_of_its_lane() -> None:
    events = [event for number in range(40) for event in _named(3 * number, 3 * number + 1, f"Job number {number}")]
    timeline = timeline_of(events, "model", BEGIN + 120 * DAY)
    for width in (600, 1500, 4000, 9000):
        written = _written(timeline, TimeScale(BEGIN, BEGIN + 121 * DAY, 0, width))
        for (one, label), (two, after) in itertools.pairwise(written):
            assert max(one.x + one.width, label.ends_at) <= min(two.x, after.begins_at)


@given(st.text(), st.floats(-10, 200))
def test_a_shortened_text_fits(text: str, width: float) -> None:
    short = shortened(text, width, lambda part: 7.0 * len(part))
    assert short == "" or len(short) * 7 <= width


# Walking


def test_arrows_reach_everything_and_stay_at_the_ends() -> None:
    timeline = drawn(
        *switched(1, "a"),
        event(EventKind.RESULTS_SAVED, 2, "a"),
        event(EventKind.JOB_ADOPTED, 3, "a"),
        event(EventKind.JOB_ADOPTED, 4, "b"),
        event(EventKind.RESULTS_SAVED, 4.4, "b"),
        *switched(5, "b"),
    )
    walk = Walk(timeline)
    newest = walk.after(None, Step.BACK)
    assert newest is not None
    assert newest.anchor.job == "b"
    assert walk.after(newest, Step.ON) is newest
    seen: set[float] = set()
    item: Item | None = newest
    for up in (Step.DOWN, Step.UP, Step.UP):
        item = walk.after(walk.after(item, up), Step.FIRST)
        last = walk.after(item, Step.LAST)
        while item is not last:
            assert item is not None
            seen.add(when(item))
            item = walk.after(item, Step.ON)
        assert item is not None
        seen.add(when(item))
    assert len(seen) == 6
    assert walk.after(item, Step.UP) is item


def test_up_and_down_go_to_what_is_nearest_in_time() -> None:
    timeline = drawn(*switched(1, "a"), event(EventKind.JOB_ADOPTED, 2, "a"), event(EventKind.JOB_ADOPTED, 8, "b"))
    walk = Walk(timeline)
    switch = walk.after(walk.after(None, Step.LAST), Step.UP)
    down = walk.after(switch, Step.DOWN)
    assert down is not None
    assert down.anchor.job == "a"
    assert Walk(drawn()).after(None, Step.ON) is None
    assert LiveState.LIVE is timeline.spans[-1].service.of("a")
