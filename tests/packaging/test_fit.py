"""The checker of the pictures finds each kind of text that cannot be read, and nothing where all can."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shots.fit import faults
from shots.marks import data_pattern, unmarked, untranslated
from shots.painted import painted_texts
from shots.pseudo import pseudo

LONG = "This text is longer than the place it has"


def window(*parts: QWidget) -> QWidget:
    """Parts below each other, with the room they want."""
    made = QWidget()
    column = QVBoxLayout(made)
    for part in parts:
        column.addWidget(part)
    return made


def placed(*parts: tuple[QWidget, QRect]) -> QWidget:
    """Parts where they are told to be, in a window that is large enough for all."""
    made = QWidget()
    made.resize(600, 300)
    for part, place in parts:
        part.setParent(made)
        part.setGeometry(place)
    return made


def narrow_label() -> QWidget:
    return placed((QLabel(LONG), QRect(10, 10, 90, 30)))


def low_label() -> QWidget:
    return placed((QLabel(LONG, wordWrap=True), QRect(10, 10, 90, 30)))


def rich_label() -> QWidget:
    return placed((QLabel(f"<b>{LONG}</b>"), QRect(10, 10, 90, 30)))


def narrow_button() -> QWidget:
    return placed((QPushButton(LONG), QRect(10, 10, 90, 30)))


def button_without_margins() -> QWidget:
    button = QPushButton(LONG)
    return placed((button, QRect(10, 10, button.fontMetrics().horizontalAdvance(LONG), 30)))


def narrow_box() -> QWidget:
    box = QComboBox()
    box.addItem(LONG)
    return placed((box, QRect(10, 10, 90, 30)))


def narrow_placeholder() -> QWidget:
    return placed((QLineEdit(placeholderText=LONG), QRect(10, 10, 90, 30)))


def narrow_bar() -> QWidget:
    bar = QProgressBar(value=50)
    bar.setFormat(LONG)
    return placed((bar, QRect(10, 10, 90, 30)))


def table(*, tip: str = "") -> QTableWidget:
    made = QTableWidget(1, 2)
    made.setHorizontalHeaderLabels(["One", "Two"])
    cell = QTableWidgetItem(LONG)
    cell.setToolTip(tip)
    made.setItem(0, 0, cell)
    return made


def cut_heading() -> QWidget:
    made = table(tip=LONG)
    made.setHorizontalHeaderLabels([LONG, "Two"])
    return window(made)


def cut_cell() -> QWidget:
    return window(table())


class Elided(QWidget):
    """Paints as much of a text as there is room for, and tells nobody the rest."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(LONG, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), 0, text)
        painter.end()


def elided_painting() -> QWidget:
    return placed((Elided(), QRect(10, 10, 90, 30)))


def two_upon_each_other() -> QWidget:
    return placed((QLabel("One text"), QRect(10, 10, 90, 30)), (QLabel("Another"), QRect(40, 10, 90, 30)))


class Overwritten(QWidget):
    """Paints two texts in one place."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(10, 20, "One text")
        painter.drawText(30, 20, "Another")
        painter.end()


def overwritten() -> QWidget:
    return placed((Overwritten(), QRect(10, 10, 90, 30)))


def outside() -> QWidget:
    return placed((QPushButton("Send"), QRect(580, 10, 90, 30)))


def too_small_window() -> QWidget:
    made = window(QPushButton("Send"))
    made.layout().setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # type: ignore[union-attr]
    made.resize(20, 10)
    return made


def form_to_scroll_across() -> QWidget:
    inner = QWidget()
    QHBoxLayout(inner).addWidget(QPushButton(LONG))
    area = QScrollArea(widgetResizable=True)
    area.setWidget(inner)
    made = window(area)
    made.resize(120, 200)
    return made


FAULTY: dict[Callable[[], QWidget], str] = {
    narrow_label: "is cut off by",
    low_label: "alone",
    rich_label: "is cut off by",
    narrow_button: "is cut off by",
    button_without_margins: "px wide, needs",
    narrow_box: "is cut off by",
    narrow_placeholder: "is shortened",
    narrow_bar: "alone",
    cut_heading: "is cut off by",
    cut_cell: "is shortened, and has no tooltip",
    elided_painting: "is shortened, and has no tooltip",
    two_upon_each_other: "lie upon each other",
    overwritten: "are painted upon each other",
    outside: "is cut off by",
    too_small_window: "and needs",
    form_to_scroll_across: "px too narrow",
}


def all_well() -> QWidget:
    """A little of everything, with room for it; what scrolls may be longer, and what is cut off has a tooltip."""
    box = QComboBox()
    box.addItem(LONG)
    field = QLineEdit(LONG * 5)
    low = QPlainTextEdit("\n".join([LONG] * 50))
    parts = (QLabel(LONG), QLabel(f"{LONG}…", wordWrap=True), QPushButton("Save &results…"), box, field, low)
    return window(*parts, QLineEdit(placeholderText="Find…"), QProgressBar(value=5), table(tip=LONG))


def shown(qtbot: QtBot, make: Callable[[], QWidget]) -> QWidget:
    made = make()
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # as large as it is, whatever the screen is
    made.show()
    return made


@pytest.mark.parametrize("make", FAULTY, ids=lambda make: make.__name__)
def test_what_cannot_be_read_is_told(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    found = faults(shown(qtbot, make))
    assert any(FAULTY[make] in fault for fault in found), found


def test_where_all_can_be_read_nothing_is_told(qtbot: QtBot) -> None:
    assert faults(shown(qtbot, all_well)) == []


def test_a_line_is_read_in_one_piece_whatever_scripts_are_in_it(qtbot: QtBot) -> None:
    made = shown(qtbot, lambda: QPushButton("⟦&Save⟧ 需要予測 x"))
    assert [line.text for line in painted_texts(made)] == ["⟦Save⟧ 需要予測 x"]


# Texts that did not come from a catalogue


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (pseudo("Save results…"), []),
        (f"{pseudo('Jobs')}: {pseudo('Nothing sent yet.')}", []),
        (pseudo("Results of {0}").format("Churn 2026"), []),
        (pseudo("{0} of {1}").format("4.2 MB", "12 MB"), []),
        ("Churn 2026", []),
        ("2026-11-20 14:12 · customers.csv", []),
        ("Save results…", ["Save", "results"]),
        (f"{pseudo('Results')} saved", ["saved"]),
        (pseudo("Checked {0}").format("18 minutes ago"), ["minutes", "ago"]),
    ],
)
def test_words_that_no_catalogue_has_given_are_found_and_data_is_left_alone(text: str, words: list[str]) -> None:
    assert untranslated(text, data_pattern({"Churn 2026", "Churn"})) == words


def test_every_kind_of_text_is_looked_at(qtbot: QtBot) -> None:
    ok, button = pseudo("Fine"), QPushButton(pseudo("Send"))
    button.setToolTip("tip")
    button.setAccessibleDescription("spoken")
    box = QComboBox()
    box.addItems([ok, "choice"])
    cells = table(tip="cell tip")
    cells.setHorizontalHeaderLabels([ok, "heading"])
    painting = Overwritten()
    painting.setMinimumSize(90, 30)
    made = window(QLabel("label"), button, QLineEdit(placeholderText="placeholder"), box, cells, painting)
    made.setWindowTitle("title")
    qtbot.addWidget(made)
    made.show()
    told = "\n".join(unmarked(made, {LONG}))
    for word in ("label", "tip", "spoken", "placeholder", "choice", "cell", "heading", "One, text", "title"):
        assert f"untranslated {word}" in told, word
    assert "Fine" not in told


def test_the_beginning_of_data_is_data_and_the_beginning_of_words_is_none(qtbot: QtBot) -> None:
    name = "Spare parts demand for all European warehouses"
    made = window(QLabel("Spare parts demand for…"), QLabel("Spare room there is for…"))
    qtbot.addWidget(made)
    made.show()
    (told,) = unmarked(made, {name})
    assert "Spare room" in told
