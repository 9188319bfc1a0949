"""The drawing for pages stands on its own: nothing from outside, and no text of others as markup."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.job_bars import Ending
from epa_gui.core.history.time_axis import TickUnit
from epa_gui.core.history.timeline import Behind, Timeline, timeline_of
from epa_gui.core.history.timeline_svg import SvgTexts, timeline_svg

DAY = 86400.0
BEGIN = 1_760_000_000.0


def texts(said: str = "") -> SvgTexts:
    """Words that tell which they are."""
    return SvgTexts(
        title=f"title {said}",
        description=f"description {said}",
        live="Live",
        switches="Switches",
        events="Results",
        jobs="Jobs",
        tick=lambda at, unit: f"{unit.value} {at:.0f}" if unit is TickUnit.TIME else unit.value,
        context=lambda _at, _unit: "2025",
        span=lambda span: f"{span.behind.value} {said}",
        span_told=lambda span: f"span {span.behind.value} {said}",
        job_told=lambda bar: f"job {bar.title} {said}",
        mark_told=lambda mark: f"mark {mark.anchor.kind.value} {said}",
        endings={ending: f"ending {ending.value}" for ending in Ending},
    )


def job_lifecycle(name: str = "November data", switch: str = "done") -> Timeline:
    """A model with a job of every ending, and a switch."""
    details: dict[str, Detail] = {"switch": "s", "reason": name, "outcome": switch, "problem": ""}

    def event(kind: EventKind, day: float, job: str, **more: Detail) -> HistoryEvent:
        return HistoryEvent(kind, BEGIN + day * DAY, "model", name, job, name, details | more)

    events = [
        event(EventKind.JOB_ADOPTED, 0, "finished"),
        event(EventKind.JOB_ADOPTED, 0.5, "failed"),
        event(EventKind.JOB_ADOPTED, 1, "removed"),
        event(EventKind.UPLOAD_BEGUN, 2, "not sent"),
        event(EventKind.UPLOAD_FAILED, 3, "not sent", problem="timed out"),
        event(EventKind.STATUS_CHANGED, 4, "finished", to="job_finished"),
        event(EventKind.RESULTS_SAVED, 4.1, "finished", path="results.zip"),
        event(EventKind.STATUS_CHANGED, 5, "failed", to="failed"),
        event(EventKind.JOB_REMOVED, 6, "removed"),
        event(EventKind.SWITCH_ASKED, 7, "finished"),
        event(EventKind.SWITCH_ENDED, 7.001, "finished"),
        event(EventKind.KEY_ISSUED, 8, "", key="••••1f3a"),
        event(EventKind.JOB_ADOPTED, 9, "going"),
    ]
    return timeline_of(events, "model", BEGIN + 10 * DAY)


def crowd(count: int, *, at_once: bool) -> Timeline:
    events: list[HistoryEvent] = []
    for number in range(count):
        begin = BEGIN + number * (60 if at_once else DAY)
        job = f"{number:08}-1111-2222-3333-444444444444"
        events.append(HistoryEvent(EventKind.JOB_ADOPTED, begin, "model", "M", job, f"Job number {number}"))
        end = begin + (30 * DAY if at_once else DAY / 3)
        events.append(HistoryEvent(EventKind.STATUS_CHANGED, end, "model", "M", job, details={"to": "job_finished"}))
        events.append(HistoryEvent(EventKind.RESULTS_SAVED, end + 60, "model", "M", job))
    events.sort(key=lambda event: event.at)
    return timeline_of(events, "model", events[-1].at)


def test_it_is_one_well_formed_picture_with_a_title_and_a_description() -> None:
    root = ET.fromstring(timeline_svg(job_lifecycle(), texts()))
    assert (root.tag, root.get("role")) == ("svg", "img")
    assert [child.tag for child in root][:2] == ["title", "desc"]
    assert root[0].text == "title "
    assert root[1].text == "description "


def test_everything_is_drawn_and_told() -> None:
    root = ET.fromstring(timeline_svg(job_lifecycle(), texts()))
    told = [title.text or "" for title in root.iter("title")]
    assert sum(text.startswith("job ") for text in told) == 5
    assert {f"span {behind.value} " for behind in (Behind.UNKNOWN, Behind.JOB)} <= set(told)
    assert {"mark switch asked ", "mark results saved ", "mark key issued "} <= set(told)
    written = {text.text for text in root.iter("text")}
    assert {"Live", "Switches", "Results", "Jobs", "2025"} <= written
    assert {f"ending {ending.value}" for ending in Ending} <= written


@pytest.mark.parametrize("outcome", ["refused", "not sent", "not confirmed", "nonsense"])
def test_a_switch_that_was_not_done_looks_different(outcome: str) -> None:
    done = timeline_svg(job_lifecycle(), texts())
    other = timeline_svg(job_lifecycle(switch=outcome), texts())
    assert 'class="flag done"' in done
    assert 'class="flag done"' not in other


def test_nothing_is_told_by_colour_alone() -> None:
    """Every look differs from every other in its line, its fill or its sign."""
    svg = timeline_svg(job_lifecycle(), texts())
    for looks in ("going", "unsent", "lost"):
        assert re.search(rf"\.{looks}{{[^}}]*stroke-dasharray", svg), looks
    assert 'class="stripe"' in svg


def test_it_needs_nothing_from_outside_and_runs_nothing() -> None:
    svg = timeline_svg(job_lifecycle(), texts())
    for forbidden in ("<script", "href", "url(", "http:", "https:", "@import", "<image", " id="):
        assert forbidden not in svg, forbidden
    assert not re.search(r"\son\w+=", svg)


def test_it_has_colours_for_the_dark_and_for_paper() -> None:
    svg = timeline_svg(job_lifecycle(), texts())
    assert "@media screen and (prefers-color-scheme:dark)" in svg
    assert "@media print" in svg
    style = svg[svg.index("<style>") : svg.index("</style>")]
    rules = re.findall(r"(?:^|[{}>])([^{}@>]+){", style)
    assert all(part.strip().startswith(".epa-timeline") for rule in rules for part in rule.split(",")), rules


_NASTY = "</title><script>alert(1)</script>\"'&<b onload=x>\x00\x1b\ud800 ]]>"


def test_a_name_cannot_become_markup() -> None:
    svg = timeline_svg(job_lifecycle(_NASTY), texts(_NASTY))
    root = ET.fromstring(svg)
    assert {element.tag for element in root.iter()} <= {"svg", "title", "desc", "style", "g", "rect", "path", "text"}
    assert svg.encode("utf-8")


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_breaks_the_picture(name: str, said: str) -> None:
    root = ET.fromstring(timeline_svg(job_lifecycle(name), texts(said)))
    assert root.tag == "svg"


def test_a_name_of_200_letters_stays_within_the_picture() -> None:
    root = ET.fromstring(timeline_svg(job_lifecycle("名" * 200), texts()))
    for text in root.iter("text"):
        assert text.text is not None
        letters = sum(12.0 if letter == "名" else 7.0 for letter in text.text)
        assert float(text.get("x", "")) + letters <= 1010, text.text


@pytest.mark.parametrize("at_once", [False, True])
def test_a_thousand_jobs_stay_reasonable(at_once: bool) -> None:
    timeline = crowd(1000, at_once=at_once)
    svg = timeline_svg(timeline, texts())
    assert len(svg.encode()) < 700_000
    assert timeline.lanes == (1000 if at_once else 1)


def test_an_empty_one_is_still_a_picture() -> None:
    assert ET.fromstring(timeline_svg(timeline_of([], "model", BEGIN), texts())).tag == "svg"
