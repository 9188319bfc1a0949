"""The pseudo-language, and with it any other: a catalogue that is dropped in is a language of the program."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from shots import pseudo
from shots.run import catalogue_source

import epa_gui.process.resource_files
from epa_gui.core.jobs.settings import Settings
from epa_gui.process.language import install_language, language_name
from epa_gui.process.resource_files import available_languages
from epa_gui.ui.window.settings_dialog import SettingsDialog


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program's resources, to which somebody has added a catalogue."""
    folder = tmp_path_factory.mktemp("resources")
    pseudo.make_catalogue(catalogue_source(), folder / "translations")
    return folder


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Save", "⟦Sávé ẃöŕđ⟧"),
        ("&Save {0} of %n", "⟦&Sávé {0} óf %n ẃöŕđ⟧"),
        ("{0}: {1}", "{0}: {1}"),
        (", ", ", "),
    ],
)
def test_a_text_is_longer_marked_and_keeps_its_places(text: str, told: str) -> None:
    assert pseudo.pseudo(text) == told


def test_a_text_is_longer_by_more_than_half() -> None:
    text = "Jobs are checked when the computer wakes up."
    assert len(pseudo.pseudo(text)) >= 1.6 * len(text)


def test_a_catalogue_that_is_dropped_in_is_a_language(resources: Path) -> None:
    assert available_languages(resources / "translations") == ["en", "ja", pseudo.CODE]
    assert language_name(pseudo.CODE, resources / "translations") == pseudo.pseudo("English")


def test_the_settings_offer_it_by_its_own_name(qtbot: QtBot, resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epa_gui.process.resource_files, "resource_folder", lambda: resources)
    form = SettingsDialog(Settings(language=pseudo.CODE), str)
    qtbot.addWidget(form)
    (box,) = (each for each in form.findChildren(QComboBox) if each.accessibleName() == "Language")
    assert [box.itemText(row) for row in range(box.count())] == [
        "Same as the system",
        "English",
        "日本語",
        box.currentText(),
    ]
    assert box.currentText() == pseudo.pseudo("English")
    assert form.settings().language == pseudo.CODE


def test_the_program_speaks_it(qtbot: QtBot, qapp: QApplication, resources: Path) -> None:
    installed = install_language(qapp, pseudo.CODE, resources / "translations")
    try:
        form = SettingsDialog(Settings(), str)
        qtbot.addWidget(form)
        assert form.windowTitle() == pseudo.pseudo("Settings")
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
