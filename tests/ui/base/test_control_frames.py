"""The frames of check boxes that are not ticked, and of fields, can be seen in light and dark windows."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.control_frames import frame_controls
from epa_gui.ui.base.note_field import NoteField
from tests.gui.test_colours import contrast

_LEAST = 3.0
"""Source: WCAG 2.2, 1.4.11."""


@pytest.fixture
def fusion(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.style().objectName()
    qapp.setStyle("Fusion")
    yield qapp
    for kind in ("QCheckBox", "QRadioButton", "QLineEdit", "QAbstractSpinBox"):
        QApplication.setPalette(QPalette(), kind)  # type: ignore[arg-type]
    qapp.setPalette(QPalette())
    qapp.setStyle(before)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_its_frame_stands_out(qtbot: QtBot, fusion: QApplication, window: str, kind: type[QCheckBox]) -> None:
    fusion.setPalette(QPalette(QColor(window), QColor(window)))
    frame_controls(fusion)
    made = QWidget()
    qtbot.addWidget(made)
    box = kind("")
    QVBoxLayout(made).addWidget(box)
    made.show()
    image = box.grab().toImage()
    middle = image.height() // 2
    colours = {image.pixelColor(x, middle).name() for x in range(image.width())}
    assert max(contrast(QColor(colour), QColor(window)) for colour in colours) >= _LEAST, colours
    assert QColor(window) == made.palette().color(QPalette.ColorRole.Window), "nothing else has another colour"


def _note() -> NoteField:
    return NoteField(3)


def _edge(field: QWidget) -> list[str]:
    """The colours at its left edge, half way down."""
    image = field.grab().toImage()
    return [image.pixelColor(x, image.height() // 2).name() for x in range(2)]


@pytest.mark.parametrize("make", [QLineEdit, QSpinBox, _note])
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_a_field_without_the_keyboard_has_a_frame(
    qtbot: QtBot, fusion: QApplication, window: str, make: Callable[[], QWidget]
) -> None:
    fusion.setPalette(QPalette(QColor(window), QColor(window)))
    frame_controls(fusion)
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    other, field = QLineEdit(), make()
    column.addWidget(other)
    column.addWidget(field)
    made.show()
    other.setFocus()
    edge = _edge(field)
    assert contrast(QColor(edge[0]), QColor(window)) >= _LEAST, edge


def test_a_field_of_several_lines_has_the_frame_of_one_line_with_and_without_the_keyboard(
    qtbot: QtBot, fusion: QApplication
) -> None:
    frame_controls(fusion)
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    line, note = QLineEdit(), NoteField(3)
    column.addWidget(line)
    column.addWidget(note)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    line.setFocus()
    with_keyboard, without = _edge(line)[0], _edge(note)[0]
    note.setFocus()
    assert (_edge(note)[0], _edge(line)[0]) == (with_keyboard, without)
    assert with_keyboard != without
