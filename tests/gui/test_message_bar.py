"""The message bar is heard as well as seen."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.command import Undo
from epa_gui.ui.base.message_bar import Message, MessageBar, Topic

REMOVED = Message("“November” was removed from the list.", Undo(), "Undo")
CHECKED = Message("All jobs were checked.")
DISK_FULL = Message("The list could not be saved.", is_trouble=True)
KEYCHAIN = Topic("keychain")
KEYS_LOCKED = Message("The keychain is locked.", is_trouble=True, topic=KEYCHAIN)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to read aloud at once."""
    told: list[str] = []

    def tell(event: QAccessibleEvent) -> None:
        spoken = event.object()
        if event.type() is QAccessible.Event.Alert and isinstance(spoken, QLabel) and spoken.isVisible():
            told.append(spoken.text())

    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    return told


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_each_message_is_read_aloud_once_when_it_shows(bar: MessageBar, heard: list[str]) -> None:
    bar.say(CHECKED)
    bar.say(CHECKED)
    assert heard == [CHECKED.text]
    bar.say(REMOVED)
    assert heard == [CHECKED.text, REMOVED.text]


def test_what_waits_behind_trouble_is_read_aloud_when_its_turn_comes(bar: MessageBar, heard: list[str]) -> None:
    bar.say(DISK_FULL)
    bar.say(KEYS_LOCKED)
    assert heard == [DISK_FULL.text]
    bar.close_message()
    assert heard == [DISK_FULL.text, KEYS_LOCKED.text]


def test_what_goes_on_showing_is_not_read_again(bar: MessageBar, heard: list[str]) -> None:
    bar.say(DISK_FULL)
    bar.say(KEYS_LOCKED)
    bar.withdraw(KEYCHAIN)
    assert heard == [DISK_FULL.text]


def test_the_same_news_later_is_news_again(bar: MessageBar, heard: list[str]) -> None:
    bar.say(REMOVED)
    bar.close_message()
    assert bar.isHidden()
    bar.say(REMOVED)
    assert heard == [REMOVED.text, REMOVED.text]
    assert bar.isVisible()


def test_the_outcome_of_a_switch_is_not_hidden_behind_older_trouble(bar: MessageBar, heard: list[str]) -> None:
    live = Message("“November” is live now.", comes_first=True)
    bar.say(DISK_FULL)
    bar.say(live)
    assert heard == [DISK_FULL.text, live.text]
    bar.close_message()
    assert heard[-1] == DISK_FULL.text


def test_words_stay_when_nothing_can_be_done_about_them_any_more(bar: MessageBar, heard: list[str]) -> None:
    bar.say(REMOVED)
    bar.withdraw_button(Undo())
    assert heard == [REMOVED.text]
    assert [button.text() for button in bar.findChildren(QPushButton) if button.isVisible() and button.text()] == []
    bar.close_message()
    assert bar.isHidden()


def test_news_goes_by_itself_and_trouble_stays(
    bar: MessageBar, qtbot: QtBot, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("epa_gui.ui.base.message_bar._NEWS_MS", 20)
    quick = MessageBar()
    qtbot.addWidget(quick)
    quick.say(CHECKED)
    qtbot.waitUntil(quick.isHidden)
    for lasting in (DISK_FULL, REMOVED):  # what has a button is not taken away from under the pointer
        quick.say(lasting)
        qtbot.wait(100)
        assert quick.isVisible()
        quick.close_message()
    quick.say(CHECKED)
    quick.say(KEYS_LOCKED)  # the time that ran for the news is not the trouble's
    qtbot.wait(100)
    assert quick.isVisible()
    assert heard[-1] == KEYS_LOCKED.text
