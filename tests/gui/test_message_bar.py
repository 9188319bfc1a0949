"""The message bar is heard as well as seen, and nothing that can be done is hidden in it."""

import functools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.command import IssueKey, OpenListAgain, ShowJob, Undo
from epa_gui.ui.base.message import Gathering
from epa_gui.ui.base.message_bar import Message, MessageBar, Topic
from epa_gui.ui.base.message_line import MessageLine

REMOVED = Message("“November” was removed from the list.", Undo(), "Undo")
CHECKED = Message("All jobs were checked.")
DISK_FULL = Message("The list could not be saved.", is_trouble=True)
LIST_DAMAGED = Message("The list was damaged, and replaced by a copy of yesterday.", is_trouble=True, is_about_all=True)
KEYCHAIN = Topic("keychain")
KEYS_LOCKED = Message("The keychain is locked.", is_trouble=True, topic=KEYCHAIN)


def key_ends(name: str, order: tuple[float, ...] = (0.0,), button: str = "Issue a new key") -> Message:
    return Message(
        f"The API key of “{name}” ends.",
        IssueKey(name),
        button,
        is_trouble=True,
        button_name=f"{button} for {name}",
        subject=name,
        gathering=Gathering.KEYS,
        order=order,
    )


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    """The bar on top of a window of 900 × 600."""
    window = QWidget()
    made = MessageBar()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    layout.addStretch(1)
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def say(bar: MessageBar, *messages: Message) -> None:
    """One after the other, each heard before the next comes."""
    for message in messages:
        bar.say(functools.partial(replace, message))
        QTest.qWait(1)


def seen(bar: MessageBar) -> list[str]:
    """The words that can be seen, from top to bottom."""
    lines = [line for line in bar.findChildren(MessageLine) if line.isVisible()]
    return [line.message.text for line in sorted(lines, key=lambda line: line.mapTo(bar, line.rect().topLeft()).y())]


def buttons(bar: MessageBar) -> list[str]:
    """What a screen reader calls the buttons of the messages that can be seen."""
    shown = [button for button in bar.findChildren(QPushButton) if button.isVisible() and button.text()]
    shown.sort(key=lambda button: button.mapTo(bar, button.rect().topLeft()).y())
    return [button.accessibleName() or button.text() for button in shown]


def heading(bar: MessageBar) -> str:
    """The line that stands for several warnings; empty if there is none."""
    found = [button for button in bar.findChildren(QToolButton) if button.isVisible() and button.isCheckable()]
    return found[0].text() if found else ""


def unfold(bar: MessageBar) -> None:
    """Press that line, by keyboard."""
    found = next(button for button in bar.findChildren(QToolButton) if button.isVisible() and button.isCheckable())
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    QTest.qWait(1)


def focused(bar: MessageBar) -> QWidget:
    """What has the keyboard."""
    return bar.window().focusWidget()


# What can be seen


def test_undo_is_there_at_once_whatever_trouble_stands_there(bar: MessageBar) -> None:
    say(bar, DISK_FULL, KEYS_LOCKED)
    bar.say(lambda: REMOVED)
    assert seen(bar) == [REMOVED.text]
    assert buttons(bar) == ["Undo"]
    assert heading(bar) == "2 warning(s)"


def test_undo_stays_when_other_news_comes_that_offers_nothing(bar: MessageBar) -> None:
    say(bar, REMOVED, CHECKED)
    assert seen(bar) == [REMOVED.text, CHECKED.text]
    assert buttons(bar) == ["Undo"]


def test_another_removal_takes_the_place_of_the_first(bar: MessageBar) -> None:
    second = Message("“December” was removed from the list.", Undo(), "Undo")
    say(bar, REMOVED, CHECKED, second)
    assert seen(bar) == [second.text]


def test_one_warning_is_told_in_full_and_several_are_one_line(bar: MessageBar) -> None:
    say(bar, DISK_FULL)
    assert (seen(bar), heading(bar)) == ([DISK_FULL.text], "")
    say(bar, key_ends("Churn"))
    assert (seen(bar), heading(bar)) == ([], "2 warning(s)")
    bar.withdraw(IssueKey("Churn"))
    assert (seen(bar), heading(bar)) == ([DISK_FULL.text], "")


def test_what_concerns_the_whole_list_is_always_read_in_full_above_everything_else(
    bar: MessageBar, heard: list[str]
) -> None:
    say(bar, key_ends("Churn"), key_ends("Sales"), LIST_DAMAGED)
    assert (seen(bar), heading(bar)) == ([LIST_DAMAGED.text], "2 API key(s) need attention")
    assert heard[-1] == LIST_DAMAGED.text
    unfold(bar)
    assert len(seen(bar)) == 3
    assert seen(bar)[0] == LIST_DAMAGED.text
    bar.withdraw(IssueKey("Churn"))
    assert seen(bar) == [LIST_DAMAGED.text, key_ends("Sales").text]


def test_keys_are_counted_as_keys_and_the_list_is_in_order_whatever_order_they_came_in(bar: MessageBar) -> None:
    say(bar, key_ends("Soon", (2, 20)), key_ends("Later", (2, 30)), key_ends("Ended", (0, 10), "Enter the new key…"))
    assert heading(bar) == "3 API key(s) need attention"
    unfold(bar)
    assert [text.split("”")[0][-5:] for text in seen(bar)] == ["Ended", "“Soon", "Later"]
    assert buttons(bar) == ["Enter the new key… for Ended", "Issue a new key for Soon", "Issue a new key for Later"]


def test_each_button_of_the_list_does_its_own(bar: MessageBar) -> None:
    say(bar, key_ends("Churn", (1,)), key_ends("Sales", (2,)))
    unfold(bar)
    asked: list[object] = []
    bar.command_requested.connect(asked.append)
    for button in bar.findChildren(QPushButton):
        if button.isVisible() and button.text():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sorted(map(str, asked)) == ["IssueKey(model='Churn')", "IssueKey(model='Sales')"]


def test_the_keyboard_goes_through_the_list_from_top_to_bottom(bar: MessageBar) -> None:
    say(bar, REMOVED, key_ends("Sales", (2,)), key_ends("Churn", (1,)))
    unfold(bar)
    names = []
    for _ in range(7):
        focus = focused(bar)
        names.append(focus.accessibleName() or getattr(focus, "text", str)())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert names == [
        *("2 API key(s) need attention", "Issue a new key for Churn", "Close message"),
        *("Issue a new key for Sales", "Close message", "Undo", "Close message"),
    ]


def test_a_cross_closes_its_own_message(bar: MessageBar) -> None:
    say(bar, key_ends("Churn", (1,)), key_ends("Sales", (2,)), key_ends("Visits", (3,)))
    unfold(bar)
    crosses = [b for b in bar.findChildren(QToolButton) if b.isVisible() and "Sales" in b.accessibleDescription()]
    QTest.mouseClick(crosses[0], Qt.MouseButton.LeftButton)
    assert [text[:22] for text in seen(bar)] == ["The API key of “Churn”"[:22], "The API key of “Visits”"[:22]]
    assert heading(bar) == "2 API key(s) need attention"


def test_what_a_person_just_tried_is_not_folded_away(bar: MessageBar) -> None:
    refused = Message("“November”: not today.", ShowJob("x"), "Show the job", is_trouble=True, comes_first=True)  # type: ignore[arg-type]
    say(bar, DISK_FULL, refused)
    assert seen(bar) == [refused.text, DISK_FULL.text]


@pytest.mark.parametrize("size", [(900, 600), (620, 480), (1400, 900)])
@pytest.mark.parametrize("points", [10, 22])
def test_it_never_takes_more_than_a_third_of_the_window_and_scrolls(
    bar: MessageBar, qtbot: QtBot, size: tuple[int, int], points: int
) -> None:
    font = bar.font()
    font.setPointSize(points)
    bar.window().setFont(font)
    for number in range(30):
        bar.say(functools.partial(key_ends, f"Model {number}", (number,)))
    unfold(bar)
    bar.window().resize(*size)
    qtbot.waitUntil(lambda: bar.width() == size[0])
    qtbot.waitUntil(lambda: bar.height() <= size[1] / 3 + 2)
    last = next(line for line in bar.findChildren(MessageLine) if line.message.subject == "Model 29")
    rows = last.parentWidget()
    assert rows is not None
    QTest.qWait(50)
    qtbot.waitUntil(lambda: rows.height() == rows.heightForWidth(rows.width()) == last.geometry().bottom() + 1)
    qtbot.waitUntil(lambda: bar.height() == bar.sizeHint().height())
    assert bar.height() <= size[1] / 3 + 2
    assert last.visibleRegion().isEmpty()
    QTest.keyClick(focused(bar), Qt.Key.Key_Backtab)  # from the heading round to the end
    assert last.isAncestorOf(focused(bar))
    qtbot.waitUntil(lambda: focused(bar).visibleRegion().boundingRect().height() == focused(bar).height())


def test_no_warning_is_cut_through_and_what_is_below_is_counted(bar: MessageBar, qtbot: QtBot) -> None:
    bar.window().resize(900, 400)
    long = " ".join(["Nothing is lost, and this sentence is quite long, so that it takes a few lines."] * 3)
    for number in range(3):
        say(bar, Message(f"{number}. {long}", is_trouble=True, is_about_all=True))
    lines = bar.findChildren(MessageLine)
    qtbot.waitUntil(lambda: any(not line.visibleRegion().isEmpty() for line in lines))

    def hidden() -> int:
        return sum(line.visibleRegion().isEmpty() for line in lines)

    def whole() -> int:
        return sum(line.visibleRegion().boundingRect().height() == line.height() for line in lines)

    qtbot.waitUntil(lambda: whole() + hidden() == 3)  # none is cut through
    assert whole()
    assert hidden()
    count = f"{hidden()} more warning(s) below"
    qtbot.waitUntil(lambda: count in {label.text() for label in bar.findChildren(QLabel)})
    bar.window().resize(900, 1600)
    qtbot.waitUntil(lambda: all(line.visibleRegion().boundingRect().height() == line.height() for line in lines))
    assert not [label for label in bar.findChildren(QLabel) if "below" in label.text() and label.isVisible()]


@pytest.mark.parametrize("is_about_all", [True, False])
def test_where_words_have_too_little_room_they_scroll_and_their_buttons_stay(
    bar: MessageBar, qtbot: QtBot, *, is_about_all: bool
) -> None:
    em = bar.fontMetrics().height()
    bar.window().resize(30 * em, 24 * em)
    words = "The file with your list was damaged, so the last backup is used instead. " * 9
    say(bar, replace(REMOVED, text=words, is_trouble=True, details="x", is_about_all=is_about_all))
    qtbot.waitUntil(lambda: bar.height() <= bar.window().height() // 3 + 2)
    names = ["Undo", "Copy details"]
    found = [button for button in bar.findChildren(QPushButton) if button.text() in names]
    qtbot.waitUntil(lambda: all(each.visibleRegion().boundingRect().size() == each.size() for each in found))
    assert len(found) == 2
    scroll = next(area for area in bar.findChildren(QScrollArea) if isinstance(area.widget(), QLabel))
    assert scroll.verticalScrollBar().maximum() > 0
    scroll.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(scroll, Qt.Key.Key_Down)
    assert scroll.verticalScrollBar().value() > 0, "the keyboard comes to what is below"
    bar.window().resize(60 * em, 200 * em)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
    assert scroll.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_gravest_shows_its_buttons_in_a_small_window_whatever_else_stands_there(
    bar: MessageBar, qtbot: QtBot
) -> None:
    em = bar.fontMetrics().height()
    bar.window().resize(31 * em, 21 * em)
    words = "Changes cannot be saved. They are kept while the program runs, which tries again by itself to save them. "
    for number in range(2):
        grave = Message(f"{number}. {words}", OpenListAgain(), "Show in folder", "details", is_trouble=True)
        say(bar, replace(grave, is_about_all=True))
    say(bar, key_ends("Churn"), key_ends("Leads"), REMOVED)
    lines = [line for line in bar.findChildren(MessageLine) if line.message.is_about_all]
    first = min(lines, key=lambda line: line.mapTo(bar, line.rect().topLeft()).y())
    found = [button for button in first.findChildren(QPushButton) if button.text()]
    assert [button.text() for button in found] == ["Show in folder", "Copy details"]
    qtbot.waitUntil(lambda: all(each.visibleRegion().boundingRect().size() == each.size() for each in found))
    assert first.text.visibleRegion().boundingRect().height() >= em, "a line of its words is seen too"
    assert bar.height() < bar.window().height() / 2


@pytest.mark.parametrize(
    "words",
    [
        "Changes cannot be saved. Free up disk space. ",
        "一覧を保存できません。ディスクの空き容量を増やしてください。",
        "ไม่สามารถบันทึกการเปลี่ยนแปลงได้ ",
    ],
)
def test_words_that_have_too_little_room_end_with_a_whole_line(bar: MessageBar, qtbot: QtBot, words: str) -> None:
    bar.window().setFont(QFont("DejaVu Sans", 9))  # has neither Japanese nor Thai
    em = bar.fontMetrics().height()
    say(bar, replace(REMOVED, text=words * 6, is_trouble=True, details="x", is_about_all=True))
    scroll = next(area for area in bar.findChildren(QScrollArea) if isinstance(area.widget(), QLabel))
    line = _height_of_line(scroll.font(), words)
    for height in range(15, 36, 2):
        bar.window().resize(31 * em, height * em)
        qtbot.waitUntil(lambda: scroll.height() >= line and scroll.height() % line == 0)


def _height_of_line(font: QFont, words: str) -> int:
    """Of words that stand below each other: another font may show them, with higher lines."""
    heights = [
        QFontMetrics(font).boundingRect(QRect(0, 0, 9999, 9999), 0, "\n".join([words] * n)).height() for n in (1, 2)
    ]
    return heights[1] - heights[0]


def test_no_room_at_all_is_no_negative_height(qtbot: QtBot) -> None:
    line = MessageLine(LIST_DAMAGED)
    qtbot.addWidget(line)
    line.resize(300, 200)
    whole = line.heightForWidth(300)
    for room in range(-40, 1):
        line.keep_below(room)
        assert line.heightForWidth(300) == whole, "where there is no room for a line, all of them"


def test_long_words_are_seen_whole_where_the_buttons_leave_no_room(bar: MessageBar, qtbot: QtBot) -> None:
    bar.window().resize(420, 900)
    long = "Nothing is lost, and this sentence is quite long, so that it takes several lines in a narrow window. " * 2
    say(bar, Message(long, OpenListAgain(), "Try again", "details", is_trouble=True))
    (line,) = bar.findChildren(MessageLine)
    qtbot.waitUntil(lambda: line.text.width() > 300)
    qtbot.waitUntil(lambda: line.text.height() >= line.text.heightForWidth(line.text.width()))
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())


# What is heard


def test_each_message_is_read_aloud_once_when_it_shows(bar: MessageBar, heard: list[str]) -> None:
    say(bar, CHECKED, CHECKED)
    assert heard == [CHECKED.text]
    say(bar, REMOVED)
    assert heard == [CHECKED.text, REMOVED.text]


def test_a_warning_that_is_folded_away_is_heard_as_the_line_that_stands_for_it(
    bar: MessageBar, heard: list[str]
) -> None:
    say(bar, DISK_FULL, KEYS_LOCKED)
    assert heard == [DISK_FULL.text, "2 warning(s)"]
    bar.close_message()
    QTest.qWait(1)
    assert heard == [DISK_FULL.text, "2 warning(s)"], "what was there is not told again"
    assert seen(bar) == [DISK_FULL.text]


def test_warnings_that_come_together_are_heard_once(bar: MessageBar, heard: list[str]) -> None:
    for name in ("Churn", "Sales", "Visits"):
        bar.say(functools.partial(key_ends, name))
    QTest.qWait(1)
    assert heard == ["3 API key(s) need attention"]


def test_what_goes_on_showing_is_not_read_again(bar: MessageBar, heard: list[str]) -> None:
    say(bar, DISK_FULL, KEYS_LOCKED)
    bar.withdraw(KEYCHAIN)
    QTest.qWait(1)
    assert heard == [DISK_FULL.text, "2 warning(s)"]


def test_the_same_news_later_is_news_again(bar: MessageBar, heard: list[str]) -> None:
    say(bar, REMOVED)
    bar.close_message()
    assert bar.isHidden()
    say(bar, REMOVED)
    assert heard == [REMOVED.text, REMOVED.text]
    assert bar.isVisible()


def test_the_outcome_of_a_switch_is_not_hidden_behind_older_trouble(bar: MessageBar, heard: list[str]) -> None:
    live = Message("“November” is live now.", comes_first=True)
    say(bar, DISK_FULL, live)
    assert heard == [DISK_FULL.text, live.text]
    assert seen(bar) == [DISK_FULL.text, live.text]
    bar.close_message()
    assert seen(bar) == [DISK_FULL.text]


def test_other_words_for_the_same_are_not_heard_again(bar: MessageBar, heard: list[str]) -> None:
    say(bar, key_ends("Churn"))
    changed = key_ends("Churn", button="Enter the new key…")
    bar.renew(changed)
    QTest.qWait(1)
    assert heard == [key_ends("Churn").text]
    assert buttons(bar) == ["Enter the new key… for Churn"]
    bar.close_message()
    bar.renew(changed)
    assert bar.isHidden(), "what was closed does not come back"


def test_words_stay_when_nothing_can_be_done_about_them_any_more(bar: MessageBar, heard: list[str]) -> None:
    say(bar, REMOVED)
    bar.withdraw_button(Undo())
    assert heard == [REMOVED.text]
    assert buttons(bar) == []
    assert seen(bar) == [REMOVED.text]
    bar.close_message()
    assert bar.isHidden()


def test_escape_closes_the_message_the_keyboard_is_in(bar: MessageBar) -> None:
    say(bar, DISK_FULL, REMOVED)
    undo = next(button for button in bar.findChildren(QPushButton) if button.text() == "Undo")
    QTest.keyClick(undo, Qt.Key.Key_Escape)
    assert seen(bar) == [DISK_FULL.text]


def test_news_goes_by_itself_and_trouble_stays(
    bar: MessageBar, qtbot: QtBot, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("epa_gui.ui.base.message_bar._NEWS_MS", 20)
    quick = MessageBar()
    qtbot.addWidget(quick)
    quick.say(lambda: CHECKED)
    qtbot.waitUntil(quick.isHidden)
    for lasting in (DISK_FULL, REMOVED):  # what has a button is not taken away from under the pointer
        quick.say(functools.partial(replace, lasting))
        qtbot.wait(100)
        assert quick.isVisible()
        quick.close_message()
    quick.say(lambda: CHECKED)
    quick.say(lambda: KEYS_LOCKED)  # the time that runs for the news is not the trouble's
    qtbot.waitUntil(lambda: seen(quick) == [KEYS_LOCKED.text])
    qtbot.wait(100)
    assert quick.isVisible()
