"""The preview shows what a file is read as, and lets a person choose something else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.ui.retraining.encoding_names import CHOICES, encoding_name
from epa_gui.ui.retraining.preview_pane import PreviewPane
from tests.ui.listening import Listener


class Chosen(Listener):
    """Keeps what is chosen."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.encodings: list[Encoding | None] = []

    @Slot(object)
    def take(self, encoding: Encoding | None) -> None:
        self.encodings.append(encoding)


@pytest.fixture
def pane(qtbot: QtBot) -> PreviewPane:
    made = PreviewPane("Training file")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    path = tmp_path / "clientes.csv"
    rows = [f"{n},{('Móstoles', 'León')[n % 2]}" for n in range(120)]
    path.write_bytes("\r\n".join(["id,city", *rows]).encode("cp1252"))
    return path


def _show(pane: PreviewPane, path: Path, chosen: Encoding | None = None) -> None:
    *_, reading = check(path, encoding=chosen)
    pane.show_reading(reading, list(reading.findings), is_reading=False, chosen=chosen)


def _choice(pane: PreviewPane) -> QComboBox:
    (box,) = (box for box in pane.findChildren(QComboBox) if box.accessibleName() == "Encoding")
    return box


def _texts(box: QComboBox) -> list[str]:
    return [box.itemText(at) for at in range(box.count()) if box.itemText(at)]


def test_what_was_found_stands_first_and_the_likely_ones_after_it(pane: PreviewPane, spanish: Path) -> None:
    _show(pane, spanish)
    box = _choice(pane)
    assert box.isVisible()
    assert box.currentText() == "Found: Shift_JIS"
    assert _texts(box)[1] == "Windows-1252 (Western Europe): likely"
    assert sum(text.startswith("Windows-1252") for text in _texts(box)) == 1


def test_a_choice_is_told_and_then_shown(qtbot: QtBot, pane: PreviewPane, spanish: Path) -> None:
    told = Chosen(qtbot)
    pane.encoding_chosen.connect(told.take)
    _show(pane, spanish)
    box = _choice(pane)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert told.encodings == [Encoding.WINDOWS_1252]
    assert isinstance(told.encodings[0], Encoding)
    assert pane.model.index(0, 1).data() != "Móstoles"
    _show(pane, spanish, Encoding.WINDOWS_1252)
    assert pane.model.index(0, 1).data() == "Móstoles"
    assert box.currentText() == "Windows-1252 (Western Europe)"
    assert "Windows-1252" in pane.summary.text()


def test_a_choice_can_be_taken_back(qtbot: QtBot, pane: PreviewPane, spanish: Path) -> None:
    told = Chosen(qtbot)
    pane.encoding_chosen.connect(told.take)
    _show(pane, spanish, Encoding.WINDOWS_1252)
    box = _choice(pane)
    assert box.itemText(0) == "Find out again"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert told.encodings == [None]


def test_there_is_nothing_to_choose_where_nothing_is_shown(pane: PreviewPane, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"%PDF-1.7\n")
    _show(pane, path)
    assert not _choice(pane).isVisible()


def test_every_encoding_has_a_name_of_its_own() -> None:
    names = [encoding_name(encoding) for encoding in CHOICES]
    assert len(set(names)) == len(names)
    assert not [name for name in names if name in {encoding.value for encoding in Encoding}]
    assert all(encoding_name(encoding) for encoding in Encoding)


def test_the_rows_are_drawn_anew_when_they_read_differently(qtbot: QtBot, pane: PreviewPane, spanish: Path) -> None:
    _show(pane, spanish)
    with qtbot.waitSignal(pane.model.modelReset):
        _show(pane, spanish, Encoding.WINDOWS_1252)
    with qtbot.assertNotEmitted(pane.model.modelReset):
        _show(pane, spanish, Encoding.WINDOWS_1252)
