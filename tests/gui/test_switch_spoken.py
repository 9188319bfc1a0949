"""The switch dialog is heard as well as seen: what warns when it opens, and what comes while it is open."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from epa_gui.core.switching.switch_case import SwitchObstacle, SwitchWarning, case_of
from epa_gui.ui.switching import switch_note_text as notes
from tests.core.switching.test_switch_case import DAY, MODEL, NOW, case, job_of
from tests.gui.test_switch_dialog import LIVE_OCT, OCT, Opened, everything, switchable


def test_all_that_warns_is_read_aloud_when_it_opens(qtbot: QtBot, heard: list[str]) -> None:
    found = everything()
    Opened(qtbot, found)
    assert heard == [f"Warning: {notes.warning_note(found, warning).what}" for warning in found.warnings]


def test_a_warning_that_comes_while_it_is_open_is_read_aloud_once(qtbot: QtBot, heard: list[str]) -> None:
    opened = Opened(qtbot, case(job_of("nov", NOW - DAY), (), LIVE_OCT))
    heard.clear()
    newer = case(job_of("nov", NOW - DAY), [job_of("dec", NOW)], LIVE_OCT)
    opened.dialog.show_case(newer)
    opened.dialog.show_case(replace(newer, at=NOW + 60))
    assert heard == [f"Warning: {notes.warning_note(newer, SwitchWarning.NEWER_FINISHED).what}"]


def test_what_forbids_it_is_read_aloud_once_when_it_comes(qtbot: QtBot, heard: list[str]) -> None:
    opened = Opened(qtbot, switchable())
    heard.clear()
    for _ in range(2):
        opened.dialog.show_case(case_of(job_of("nov"), MODEL, [OCT], LIVE_OCT, NOW, is_switching=True))
    assert heard == [notes.obstacle_text(SwitchObstacle.SWITCHING)]
