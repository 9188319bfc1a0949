"""Each entry of a menu has a letter of its own while the menu is open, and its plain name at all other times."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.access_keys import give_access_keys, with_access_keys

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen


def _given(*texts: str) -> list[str]:
    return with_access_keys([(text, "") for text in texts])


def test_a_text_has_the_first_letter_of_its_words_that_is_free() -> None:
    assert _given("Check now", "Compare", "Copy job ID") == ["&Check now", "C&ompare", "Copy &job ID"]


def test_a_letter_that_is_marked_already_stays_so_and_is_no_other_ones() -> None:
    assert _given("Show in folder", "&Show", "History") == ["Show &in folder", "&Show", "&History"]


def test_a_text_in_japanese_has_a_letter_after_it_from_its_name_in_the_code() -> None:
    texts = [("モデルを追加…", "add_model"), ("curlとしてコピー", "copy_curl"), ("キーを変更…", "change_key")]
    assert with_access_keys(texts) == ["モデルを追加(&A)…", "curlとしてコピー(&C)", "キーを変更(&H)…"]


@pytest.mark.parametrize("text", ["学習中", "Поиск", "⟦Ñó⟧"])
def test_a_text_without_letters_to_type_has_one_nonetheless(text: str) -> None:
    assert _given(text) == [f"{text}(&A)"]


def test_an_ampersand_that_is_meant_is_no_mark() -> None:
    assert _given("R&&D model") == ["&R&&D model"]


def test_of_more_entries_than_letters_none_has_the_letter_of_another() -> None:
    given = _given(*(f"{number:02d}" for number in range(50)))
    marks = [text.partition("&")[2][:1] for text in given if "&" in text]
    assert len(marks) == len(set(marks)) == 36
    assert len(given) == 50


def test_a_menu_is_chosen_from_by_letter_and_its_entries_keep_their_names(qtbot: QtBot) -> None:
    menu = give_access_keys(QMenu(), platform="linux")
    qtbot.addWidget(menu)
    chosen: list[str] = []
    for text in ("Change key…", "Rename model…", "Remove model"):
        menu.addAction(text).triggered.connect(lambda _checked, text=text: chosen.append(text))
    menu.addAction("Customer churn").setProperty("isHeading", True)
    menu.popup(menu.pos())
    assert [action.text() for action in menu.actions()] == [
        "&Change key…",
        "&Rename model…",
        "Remove &model",
        "Customer churn",
    ]
    QTest.keyClick(menu, Qt.Key.Key_M)
    assert chosen == ["Remove model"]
    assert [action.text() for action in menu.actions()][:3] == ["Change key…", "Rename model…", "Remove model"]


def test_a_language_that_comes_while_a_menu_is_open_is_not_undone(qtbot: QtBot) -> None:
    menu = give_access_keys(QMenu(), platform="win32")
    qtbot.addWidget(menu)
    entry = menu.addAction("History")
    menu.popup(menu.pos())
    entry.setText("履歴")
    menu.close()
    assert entry.text() == "履歴"


def test_macos_has_no_letters(qtbot: QtBot) -> None:
    menu = give_access_keys(QMenu(), platform="darwin")
    qtbot.addWidget(menu)
    entry = menu.addAction("履歴")
    menu.popup(menu.pos())
    assert entry.text() == "履歴"
    menu.close()
