"""The About box says what the program is, and opens the licences of everything in it, as plain text."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from epa_gui import __version__
from epa_gui.app import NAME, Options, Program
from epa_gui.ui.window import about_dialog
from epa_gui.ui.window.about_dialog import AboutDialog, NoticesWindow


@pytest.fixture
def about(qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog(NAME, __version__)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def notices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build's notices file."""
    file = tmp_path / "NOTICES.txt"
    monkeypatch.setattr(about_dialog, "notices_file", lambda: file)
    return file


def opened(qtbot: QtBot, about: AboutDialog) -> NoticesWindow:
    """The window behind "Licenses"."""
    QTest.mouseClick(licences_button(about), Qt.MouseButton.LeftButton)
    window = about.findChildren(NoticesWindow)[0]
    qtbot.waitUntil(window.isVisible)
    return window


def licences_button(about: AboutDialog) -> QAbstractButton:
    return next(button for button in about.findChildren(QAbstractButton) if button.text() == "Licenses")


def shown(window: NoticesWindow) -> QPlainTextEdit:
    return window.findChildren(QPlainTextEdit)[0]


def test_it_says_what_it_is_and_under_whose_licences(about: AboutDialog) -> None:
    said = "\n".join(label.text() for label in about.findChildren(QLabel))
    for word in (f"EPA Desktop {__version__}", "MIT License", "Qt", "GNU Lesser General Public License"):
        assert word in said


def test_the_licences_are_shown_as_they_are_and_nothing_in_them_is_markup(
    qtbot: QtBot, about: AboutDialog, notices: Path
) -> None:
    text = "Qt 6.11.3\n<b>not bold</b> & 日本語\n  indented"
    notices.write_text(text, encoding="utf-8")
    box = shown(opened(qtbot, about))
    assert box.toPlainText() == text
    assert box.isReadOnly()
    assert box.accessibleName()


def test_from_source_it_says_where_the_licences_are_made(qtbot: QtBot, about: AboutDialog, notices: Path) -> None:
    assert not notices.exists()
    assert "packaging/build.py" in shown(opened(qtbot, about)).toPlainText()


def test_a_file_that_cannot_be_read_is_told(qtbot: QtBot, about: AboutDialog, notices: Path) -> None:
    notices.write_bytes(b"\xff\xfe\xff")
    said = shown(opened(qtbot, about)).toPlainText()
    assert "cannot be read" in said
    assert str(notices) in said


def test_it_is_whole_by_keyboard(qtbot: QtBot, about: AboutDialog, notices: Path) -> None:
    notices.write_text("text", encoding="utf-8")
    licences_button(about).setFocus()
    QTest.keyClick(licences_button(about), Qt.Key.Key_Space)
    window = about.findChildren(NoticesWindow)[0]
    qtbot.waitUntil(lambda: shown(window).hasFocus())
    QTest.keyClick(shown(window), Qt.Key.Key_Tab)
    assert isinstance(window.focusWidget(), QPushButton)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not about.findChildren(NoticesWindow))
    QTest.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_enter_closes_and_opens_nothing(about: AboutDialog) -> None:
    QTest.keyClick(about, Qt.Key.Key_Return)
    assert not about.isVisible()
    assert not about.findChildren(NoticesWindow)


def test_the_licences_are_as_large_as_the_other_texts(
    qtbot: QtBot, qapp: QApplication, about: AboutDialog, notices: Path
) -> None:
    notices.write_text("text", encoding="utf-8")
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    try:
        assert shown(opened(qtbot, about)).font().pointSizeF() == pytest.approx(large.pointSizeF())
    finally:
        qapp.setFont(usual)


def test_a_file_longer_than_a_real_one_is_shown_whole(qtbot: QtBot, about: AboutDialog, notices: Path) -> None:
    notices.write_text("A line of about the usual length, as they are in licences everywhere.\n" * 12_000, "utf-8")
    assert shown(opened(qtbot, about)).blockCount() == 12_001


def test_the_menu_entry_opens_it(qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(Options(data_dir=tmp_path))
    program._on_about()
    box = next(widget for widget in QApplication.topLevelWidgets() if _is_open(widget))
    box.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(box))


def _is_open(widget: QWidget) -> bool:
    return isinstance(widget, AboutDialog) and widget.isVisible()
