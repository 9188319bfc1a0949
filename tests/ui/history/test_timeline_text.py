"""What a timeline tells in words about what was live."""

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.history.deployment import Deployment, Switch, SwitchOutcome
from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.timeline import Behind, Span, Timeline, timeline_of
from epa_gui.ui.base import formatting
from epa_gui.ui.history.timeline_text import svg_texts

DONE = Switch("s1", "m", "j1", "October data", outcome=SwitchOutcome.DONE)
SENT = Switch("s2", "m", "j2", "November data", outcome=SwitchOutcome.NOT_CONFIRMED)


@pytest.mark.parametrize(
    ("service", "behind", "short", "told"),
    [
        (Deployment(), Behind.UNKNOWN, "The original model, or one switched elsewhere", "as far as this program knows"),
        (Deployment(DONE), Behind.JOB, "October data", "live since"),
        (Deployment(DONE, (SENT,)), Behind.NOT_CONFIRMED, "Not confirmed: November data", "it is not confirmed"),
        (
            Deployment(DONE, is_restored=True),
            Behind.NOT_CONFIRMED,
            "Not certain; last known: October data",
            "later switches may be missing. Last known: October data.",
        ),
        (
            Deployment(is_restored=True),
            Behind.NOT_CONFIRMED,
            "Not certain; last known: The original model, or one switched elsewhere",
            "later switches may be missing. Last known: The original model, or one switched elsewhere.",
        ),
        (
            Deployment(DONE, (SENT,), is_restored=True),
            Behind.NOT_CONFIRMED,
            "Not confirmed: November data",
            "was sent.",
        ),
    ],
)
def test_what_was_live_is_told_as_certainly_as_it_is_known(
    qtbot: QtBot, service: Deployment, behind: Behind, short: str, told: str
) -> None:
    span = Span(1e9, 2e9, service)
    texts = svg_texts(Timeline("m", "Sales", 1e9, 2e9, (span,)))
    assert span.behind is behind
    assert texts.span(span) == short
    assert told in texts.span_told(span)
    assert short in texts.description


def test_a_mark_tells_the_time_on_record_even_if_a_wrong_clock_wrote_it(qtbot: QtBot) -> None:
    timeline = timeline_of(
        [HistoryEvent(EventKind.KEY_ADDED, 1.9e9, "m", "Sales", details={"key": "••••1f3a"})], "m", 1.8e9
    )
    (mark,) = timeline.marks
    assert mark.at == 1.8e9
    assert svg_texts(timeline).mark_told(mark).startswith(formatting.moment(1.9e9, 0.0, is_exact=False))
