"""The menus' words, in both languages: an ellipsis where something is asked first, and nowhere else."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QPushButton

from epa_gui.process.language import install_language
from epa_gui.process.resource_files import available_languages
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.window.model_card_list import ModelCardList
from tests.gui.at_desk import AtDesk

_ASKS = (FormDialog, QFileDialog)
_WAIT_MS = 200

_OTHERWISE = {"switch_model", "prediction_check", "connect_account", "new_retraining", "save_results"}
"""Forms of their own kind: they ask, too."""

_EITHER = {"issue_key"}
"""Acts at once where the secret key is kept, and asks for it elsewhere; its name is the same on every button."""

_SHOWS_ONLY = {"history", "open_results", "about", "check_for_updates", "show_log", "show_folder", "practice", "quit"}
"""What opens a window that asks nothing, or something beside the program."""


@pytest.fixture(params=available_languages())
def spoken(request: pytest.FixtureRequest, qapp: QCoreApplication, desk: AtDesk) -> Iterator[AtDesk]:
    """A window with a finished job selected, then told to speak a language."""
    desk.select(desk.finished_job())
    installed = install_language(qapp, request.param)
    QTest.qWait(_WAIT_MS)
    yield desk
    for translator in installed:
        qapp.removeTranslator(translator)


def _named_actions(desk: AtDesk) -> dict[str, QAction]:
    return {name: action for name, action in vars(desk.actions).items() if isinstance(action, QAction)}


def test_what_asks_first_says_so_with_an_ellipsis(spoken: AtDesk) -> None:
    """Each act is tried as a person would; whether a form opens is what its text has promised."""

    def forms() -> list[QDialog]:
        return [form for form in spoken.window.findChildren(QDialog) if form.isVisible()]

    wrong = []
    for name, action in _named_actions(spoken).items():
        if name in _SHOWS_ONLY | _EITHER or not action.isEnabled() or not action.isVisible():
            continue
        promises = action.text().endswith("…")
        action.trigger()
        if promises:
            spoken.until(forms)
        QTest.qWait(_WAIT_MS)
        asks = any(isinstance(form, _ASKS) for form in forms()) or (bool(forms()) and name in _OTHERWISE)
        if asks is not promises:
            wrong.append((name, action.text()))
        for form in forms():
            form.reject()
        spoken.until(lambda: not forms())
    assert wrong == []


def test_no_two_entries_of_a_menu_read_alike(spoken: AtDesk) -> None:
    for menu_action in spoken.window.menuBar().actions():
        menu = menu_action.menu()
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert len(texts) == len(set(texts)), (menu_action.text(), texts)


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no letters for the entries of menus")
def test_each_entry_of_an_open_menu_has_a_letter_that_no_other_one_of_it_has(spoken: AtDesk) -> None:
    bar = spoken.window.menuBar()
    menus = [menu for menu in spoken.window.findChildren(QMenu) if menu.title()]
    assert len(menus) == 8  # those of the bar, *Show* and *Columns*
    assert len({_letter_of(menu.title()) for menu in menus if menu.menuAction() in bar.actions()}) == 6
    more = spoken.window.details.more.menu()
    assert isinstance(more, QMenu)
    for menu in (*menus, more):
        menu.popup(spoken.window.pos())
        _have_letters_of_their_own(menu)
        menu.close()
    table, (models,) = spoken.window.table, spoken.window.findChildren(ModelCardList)
    model = models.visualRect(models.model().index(1, 0)).center()
    for asked, place in ((table, QPoint(5, 5)), (table.header(), QPoint(5, 5)), (models, model)):
        asked.customContextMenuRequested.emit(place)
        menu = spoken.until(_open_menu)
        _have_letters_of_their_own(menu)
        menu.close()
        spoken.until(lambda: _open_menu() is None)


def _open_menu() -> QMenu | None:
    open_now = (window for window in QApplication.topLevelWidgets() if isinstance(window, QMenu) and window.isVisible())
    return next(open_now, None)


def _have_letters_of_their_own(menu: QMenu) -> None:
    entries = [action for action in menu.actions() if action.text() and not action.property("isHeading")]
    letters = [_letter_of(action.text()) for action in entries if action.isVisible()]
    assert letters
    assert all(letters), (menu.title(), letters)
    assert len(letters) == len(set(letters)), (menu.title(), letters)


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
def test_buttons_that_do_the_same_as_an_entry_keep_their_words_while_its_menu_is_open(desk: AtDesk) -> None:
    desk.select(desk.finished_job("October"), desk.finished_job("November"))
    buttons = desk.window.details.several.findChildren(QPushButton)
    desk.until(lambda: any(button.isVisible() for button in buttons))
    before = [(button.text(), button.shortcut()) for button in buttons]
    for title in ("&Edit", "&Jobs"):
        menu = next(menu for menu in desk.window.findChildren(QMenu) if menu.title() == title)
        menu.popup(desk.window.pos())
        assert [(button.text(), button.shortcut()) for button in buttons] == before
        menu.close()


def _letter_of(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].upper()


def test_shortcuts_are_given_once(spoken: AtDesk) -> None:
    keys = [
        action.shortcut().toString() for action in _named_actions(spoken).values() if not action.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys))
