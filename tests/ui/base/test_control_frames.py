"""The frames of check boxes that are not ticked, of fields and of buttons can be seen in light and dark windows."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.control_frames import frame_accent, frame_controls
from epa_gui.ui.base.note_field import NoteField
from tests.gui.test_colours import contrast

_LEAST = 3.0
"""Source: WCAG 2.2, 1.4.11."""


_READ = 4.5
"""Source: WCAG 2.2, 1.4.3."""


@pytest.fixture
def fusion(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.style().objectName()
    qapp.setStyle("Fusion")
    yield qapp
    for kind in ("QCheckBox", "QRadioButton", "QLineEdit", "QAbstractSpinBox", "QPushButton", "QProgressBar"):
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


ACCENTS = ["#2a70c0", "#308cc6", "#3daee9", "#1b3a6b", "#e95420"]
"""Of desktops: those of Fusion for dark and light windows, and others as they come."""


def _desktop(window: str, accent: str) -> QPalette:
    made = QPalette(QColor(window), QColor(window))
    made.setColor(QPalette.ColorRole.Highlight, QColor(accent))
    made.setColor(QPalette.ColorRole.HighlightedText, QColor("white"))
    return made


def _selection_contrast(field: QWidget) -> float:
    """Of selected text in it to what is behind that."""
    role, palette = QPalette.ColorRole, field.palette()
    return contrast(palette.color(role.Highlight), palette.color(role.HighlightedText))


def _shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for widget in widgets:
        column.addWidget(widget)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("make", [QLineEdit, QSpinBox, _note])
@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_the_field_with_the_keyboard_is_seen_better_than_the_others(
    qtbot: QtBot, fusion: QApplication, window: str, accent: str, make: Callable[[], QWidget]
) -> None:
    fusion.setPalette(_desktop(window, accent))
    frame_controls(fusion)
    field, other = make(), QLineEdit()
    _window = _shown(qtbot, field, other)
    field.setFocus()
    focused, usual = (contrast(QColor(_edge(one)[0]), QColor(window)) for one in (field, other))
    assert focused > usual >= _LEAST
    usual_ink = contrast(QColor(accent), QColor("white"))
    assert _selection_contrast(field) >= min(_READ, usual_ink), "what is selected in it can be read"


@pytest.mark.parametrize("make", [QLineEdit, QSpinBox, _note])
@pytest.mark.parametrize("accent", ["#613583", "#000080", "#000000"])
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_text_that_is_selected_in_a_field_is_read_on_every_accent(
    qtbot: QtBot, fusion: QApplication, window: str, accent: str, make: Callable[[], QWidget]
) -> None:
    fusion.setPalette(_desktop(window, accent))
    frame_controls(fusion)
    field = make()
    _window = _shown(qtbot, field)
    assert _selection_contrast(field) >= _READ


@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_text_that_is_selected_in_a_field_has_the_ink_of_the_desktop_where_it_is_read(
    qtbot: QtBot, fusion: QApplication, window: str
) -> None:
    fusion.setPalette(_desktop(window, "#2a70c0"))
    frame_controls(fusion)
    field = QLineEdit()
    _window = _shown(qtbot, field)
    assert field.palette().color(QPalette.ColorRole.HighlightedText) == QColor("white")


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_the_default_button_has_a_frame_that_is_seen(
    qtbot: QtBot, fusion: QApplication, window: str, accent: str
) -> None:
    fusion.setPalette(_desktop(window, accent))
    frame_controls(fusion)
    button, field = QPushButton("Send"), QLineEdit()
    button.setDefault(True)
    _window = _shown(qtbot, button, field)
    field.setFocus()
    assert contrast(QColor(_edge(button)[0]), QColor(window)) >= _LEAST


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_of_a_bar_both_what_is_done_and_what_is_left_are_seen(
    qtbot: QtBot, fusion: QApplication, window: str, accent: str
) -> None:
    fusion.setPalette(_desktop(window, accent))
    frame_controls(fusion)
    bar = QProgressBar(maximum=100, textVisible=False)
    bar.setValue(50)
    _window = _shown(qtbot, bar)
    image = bar.grab().toImage()
    middle = image.height() // 2
    done, left, edge = (image.pixelColor(x, middle) for x in (3, image.width() - 6, image.width() - 1))
    assert contrast(done, left) >= _LEAST * 0.9, "the style makes it a little lighter than it is told"
    assert contrast(edge, QColor(window)) >= _LEAST


def test_the_frames_follow_when_light_becomes_dark(qtbot: QtBot, fusion: QApplication) -> None:
    field, other = QLineEdit(), QLineEdit()
    _window = _shown(qtbot, field, other)
    field.setFocus()
    for window, accent in (("#efefef", "#308cc6"), ("#323232", "#2a70c0"), ("#efefef", "#308cc6")):
        fusion.setPalette(_desktop(window, accent))
        frame_controls(fusion)
        focused, usual = (contrast(QColor(_edge(one)[0]), QColor(window)) for one in (field, other))
        assert focused > usual >= _LEAST


@pytest.mark.parametrize(("window", "ink"), [("#efefef", "#000000"), ("#323232", "#ffffff")])
@pytest.mark.parametrize("own", ["#308cc6", "#000080", "#ffff00", "#ff0000", "#00ff00", "#404040"])
def test_a_frame_has_the_hue_of_the_desktop(window: str, ink: str, own: str) -> None:
    found = frame_accent(_palette(window, ink, own))
    assert found.hslHue() == QColor(own).hslHue()


@pytest.mark.parametrize("own", ["#000000", "#101010"])
def test_it_is_the_colour_of_the_text_where_no_shade_is_seen(own: str) -> None:
    assert frame_accent(_palette("#323232", "#fafafa", own)).name() == "#fafafa"


def _palette(window: str, ink: str, highlight: str) -> QPalette:
    made, role = QPalette(), QPalette.ColorRole
    for one, colour in ((role.Window, window), (role.WindowText, ink), (role.Highlight, highlight)):
        made.setColor(one, QColor(colour))
    return made
