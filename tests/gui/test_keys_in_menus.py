"""Everything is done by keyboard: the menus show with which keys, and no key means two things."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMenu

from epa_gui.ui.base.show import Show
from tests.gui.at_desk import AtDesk

MNEMONIC = re.compile("&([^&])")


@pytest.fixture(params=["en", "ja"])
def translated(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Iterator[str]:
    """The program in that language, from its next window on."""
    translator = QTranslator()
    folder = Path(__file__).parents[2] / "resources" / "translations"
    assert translator.load(str(folder / f"epa_gui_{request.param}.qm"))
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def menus(desk: AtDesk) -> list[QMenu]:
    """Every menu of the menu bar, with those in them."""
    found = [action.menu() for action in desk.window.menuBar().actions()]
    for menu in found:
        if isinstance(menu, QMenu):
            found += [action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu)]
    return [menu for menu in found if isinstance(menu, QMenu)]


def in_menus(desk: AtDesk) -> list[QAction]:
    return [action for menu in menus(desk) for action in menu.actions() if not action.isSeparator()]


def test_no_key_means_two_things_in_the_main_window(desk: AtDesk) -> None:
    desk.running_job()
    keys = [key.toString() for action in desk.all_actions() for key in action.shortcuts()]
    keys += [shortcut.key().toString() for shortcut in desk.window.findChildren(QShortcut)]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_what_is_done_often_has_its_keys_and_the_menu_shows_them(desk: AtDesk) -> None:
    actions = desk.actions
    often = [
        actions.new_retraining,
        actions.add_model,
        actions.add_job,
        actions.check_now,
        actions.check_all,
        actions.save_results,
        actions.open_results,
        actions.compare_jobs,
        actions.switch_model,
        actions.keep_live,
        actions.show_folder,
        actions.edit_job,
        actions.remove,
        actions.undo,
        actions.copy_id,
        actions.find,
        actions.history,
        actions.settings,
        actions.quit,
        *(actions.shows[show] for show in Show if show in actions.shows),
    ]
    there = in_menus(desk)
    assert [action.text() for action in often if action not in there] == [], "in a menu"
    assert [action.text() for action in often if action.shortcut().isEmpty()] == [], "with its keys"


def test_everything_that_can_be_chosen_is_in_the_menus(desk: AtDesk) -> None:
    """The toolbar, the job's page and the context menus offer nothing that only a mouse would find."""
    there = in_menus(desk)
    missing = [action.text() for action in desk.all_actions() if action not in there and not action.isSeparator()]
    assert missing == []


def test_alt_and_a_letter_open_each_menu_and_no_letter_opens_two(
    translated: str, new_desk: Callable[[], AtDesk]
) -> None:
    desk = new_desk()
    titles = [action.text() for action in desk.window.menuBar().actions()]
    letters = [found.group(1).casefold() for title in titles if (found := MNEMONIC.search(title))]
    assert len(letters) == len(titles), f"each has one in {translated}: {titles}"
    assert len(set(letters)) == len(letters), titles
    for menu in menus(desk):
        texts = [action.text().replace("&&", "") for action in menu.actions()]
        marked = [found.group(1).casefold() for text in texts if (found := MNEMONIC.search(text))]
        assert len(set(marked)) == len(marked), texts
